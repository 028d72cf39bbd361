namespace Microsoft.Bot.Builder;

/// <summary>A bot: what answers one activity.</summary>
public interface IBot
{
    Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default);
}
