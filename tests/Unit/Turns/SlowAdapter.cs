using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Schema;

namespace Hausmeister.Tests.Turns;

/// <summary>A channel that gives its own ids, notes updates and deletions in their order, and can refuse.</summary>
internal sealed class SlowAdapter : TestAdapter
{
    private int sent;

    public List<string> Log { get; } = [];

    /// <summary>Sends after this many are refused.</summary>
    public int RefusesAfter { get; set; } = int.MaxValue;

    /// <summary>Looks at the world in the moment of each send.</summary>
    public Action OnSend { get; set; } = () => { };

    public override Task<ResourceResponse[]> SendActivitiesAsync(ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
    {
        OnSend();
        foreach (var activity in activities)
        {
            if (sent >= RefusesAfter)
                throw new HttpRequestException("The channel is away.");
            activity.Id = $"channel-{++sent}";
            Log.Add($"send {activity.Text ?? activity.Type}");
        }

        return base.SendActivitiesAsync(turnContext, activities, cancellationToken);
    }

    public override Task<ResourceResponse> UpdateActivityAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken)
    {
        Log.Add($"update {activity.Id}");
        return Task.FromResult(new ResourceResponse(activity.Id));
    }

    public override Task DeleteActivityAsync(ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken)
    {
        Log.Add($"delete {reference.ActivityId}");
        return Task.CompletedTask;
    }
}
