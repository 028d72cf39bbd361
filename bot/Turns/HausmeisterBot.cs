using Hausmeister.Cards;
using Hausmeister.Dialogs;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Schema;

namespace Hausmeister.Bot.Turns;

/// <summary>Hands text to the dialogs and taps to the cards' switch.</summary>
internal sealed class HausmeisterBot(RootDialog root, CardTaps taps, IStatePropertyAccessor<DialogState> dialogState) : TeamsActivityHandler
{
    private const string CardType = "application/vnd.microsoft.card.adaptive";
    private const string MessageType = "application/vnd.microsoft.activity.message";

    protected override async Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken)
    {
        var turn = turnContext.Turn();
        // What a button sent is for the bot, also where it cannot be read.
        var isTap = turnContext.Activity.Value is not null;
        if (turn.IsRoom && !isTap && !await IsAddressedAsync(turnContext, cancellationToken))
        {
            await ThreadReplies.TakeAsync(turn, turnContext.Activity.Text, cancellationToken);
            return;
        }

        await TakeAsync(turnContext, turn, cancellationToken);
        if (turn is { Tap: { } tap, TappedBecomes: { } card })
            await AnswerTapAsync(turnContext, turn.Message(card), tap.Card, cancellationToken);
    }

    /// <param name="tapped">Null: it is not known which message was tapped, so the answer is a new one.</param>
    private static async Task AnswerTapAsync(ITurnContext turnContext, IMessageActivity answer, string? tapped, CancellationToken cancellationToken)
    {
        if (tapped is null)
        {
            await turnContext.SendActivityAsync(answer, cancellationToken);
            return;
        }
        answer.Id = tapped;
        await turnContext.UpdateActivityAsync(answer, cancellationToken);
    }

    /// <summary>A tap that the channel wants answered with the card's next state.</summary>
    protected override async Task<AdaptiveCardInvokeResponse> OnAdaptiveCardInvokeAsync(
        ITurnContext<IInvokeActivity> turnContext, AdaptiveCardInvokeValue invokeValue, CancellationToken cancellationToken)
    {
        var turn = turnContext.Turn();
        await TakeAsync(turnContext, turn, cancellationToken);
        return turn.TappedBecomes is { } card
            ? new AdaptiveCardInvokeResponse { StatusCode = 200, Type = CardType, Value = card }
            : new AdaptiveCardInvokeResponse { StatusCode = 200, Type = MessageType, Value = "Done." };
    }

    protected override async Task OnMembersAddedAsync(
        IList<ChannelAccount> membersAdded, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken)
    {
        var turn = turnContext.Turn();
        if (!turn.IsRoom)
            await turnContext.SendActivityAsync(turn.Message(WelcomeCard.Build(turn.Moment, turn.Person)), cancellationToken);
    }

    private async Task TakeAsync(ITurnContext turnContext, Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Tap is null)
            await root.RunAsync(turnContext, dialogState, cancellationToken);
        else
            await taps.TakeAsync(turnContext, turn.Tap, ct => root.RunAsync(turnContext, dialogState, ct), cancellationToken);
    }

    /// <summary>In a room the bot answers whoever calls it by name, or is in the middle of a dialog with it there.</summary>
    private async Task<bool> IsAddressedAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken)
    {
        var text = turnContext.Activity.MentionsRecipient() ? turnContext.Activity.RemoveRecipientMention() : Addressing.WithoutName(turnContext.Activity.Text);
        if (text is not null)
            turnContext.Activity.Text = text.Trim();
        return text is not null || await dialogState.GetAsync(turnContext, () => new DialogState(), cancellationToken) is { DialogStack.Count: > 0 };
    }
}
