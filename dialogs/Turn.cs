using AdaptiveCards;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Documents;
using Hausmeister.Domain.Duties;
using Hausmeister.Domain.HandOffs;
using Hausmeister.Domain.Pipeline;
using Hausmeister.Domain.Rota;
using Hausmeister.Domain.Squads;
using Hausmeister.Domain.Triage;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using NodaTime;

namespace Hausmeister.Dialogs;

/// <summary>
/// What a turn works with: who speaks where, at what instant, and the one unit of work that is committed at its end.
/// Lives in the turn's state; when a commit meets a conflict the turn runs again with a new one.
/// </summary>
public sealed class Turn
{
    private readonly List<Showing> showings = [];

    public required Squad Squad { get; init; }

    public required Person Person { get; init; }

    public required Instant Now { get; init; }

    public required Work Work { get; init; }

    /// <summary>The key of the conversation, as <see cref="Keys.Place"/> makes it.</summary>
    public required string Conversation { get; init; }

    /// <summary>Many people read here; the bot answers those who address it.</summary>
    public required bool IsRoom { get; init; }

    /// <summary>In a room, but only the person sees it, and what is said there is not kept up to date.</summary>
    public bool IsPassing { get; init; }

    /// <summary>Whose own things an answer may show; null where others read it too.</summary>
    public string? Viewer => IsRoom && !IsPassing ? null : Person.Id;

    /// <summary>What was tapped is seen by everybody in the room, also where the answer is for the person alone.</summary>
    public bool IsCardForAll { get; init; }

    /// <summary>As <see cref="Viewer"/>, of what the tapped card becomes.</summary>
    public string? TappedViewer => IsCardForAll ? null : Viewer;

    /// <summary>The message in a channel of people that this is about; null: none.</summary>
    public Origin? Origin { get; init; }

    /// <summary>What was tapped; null where something was typed.</summary>
    public Tap? Tap { get; init; }

    /// <summary>Takes the next case id of this conversation.</summary>
    public required Func<string> NewCaseId { get; init; }

    /// <summary>What the tapped card becomes; null: it stays as it is.</summary>
    public AdaptiveCard? TappedBecomes { get; set; }

    public Moment Moment => new(Squad, Now);

    public CaseDesk Cases => new(Work, Moment);

    public HandOffDesk HandOffs => new(Work, Moment);

    public OfferDesk Offers => new(Work, Moment);

    public PipelineDesk Pipeline => new(Work, Moment);

    /// <summary>What is wrong with the nightly run, by the squad, the day and the trouble: <c>data-infra/2026-11-26/financial-reports</c>. Null: there is no such trouble.</summary>
    public async Task<(PipelineDay Day, StageTrouble Trouble)?> FindTroubleAsync(string id, CancellationToken cancellationToken) =>
        id.Split('/') is [var squad, var date, var trouble] && squad == Squad.Id
        && await Pipeline.FindAsync(date, cancellationToken) is { } day && day.Troubles.FirstOrDefault(t => t.Id == trouble) is { } found
            ? (day, found)
            : null;

    /// <summary>Messages of this turn that show a document, and are to be kept up to date.</summary>
    public IReadOnlyList<Showing> Showings => showings;

    public bool IsMember => !Person.IsGuest;

    /// <summary>Whom the person asks for help.</summary>
    public string Level2Name => Squad.NameOf(Moment.HelpFor(Person.Id));

    /// <summary>A message with a card. With <paramref name="case"/>, the message stays up to date as the case's <paramref name="kind"/>.</summary>
    public IMessageActivity Message(AdaptiveCard card, Case? @case = null, PostKind kind = PostKind.Issue)
    {
        var message = MessageFactory.Attachment(new Attachment { ContentType = AdaptiveCard.ContentType, Content = card });
        message.Summary = card.FallbackText;
        if (@case is not null)
            showings.Add(new Showing((Activity)message, @case.Id, kind, @case.Revision));
        return message;
    }

    /// <summary>A message with a card of the nightly run, which stays up to date.</summary>
    public IMessageActivity Message(AdaptiveCard card, PipelineDay day)
    {
        var message = Message(card);
        showings.Add(new Showing((Activity)message, day.Id, PostKind.DagShown, day.Revision));
        return message;
    }

    /// <summary>A line of plain text.</summary>
    public static IMessageActivity Line(string text)
    {
        var message = MessageFactory.Text(text);
        message.TextFormat = TextFormatTypes.Plain;
        return message;
    }
}

/// <summary>A message that shows a case or a day of the nightly run.</summary>
/// <param name="Document">The case's id, or the day's.</param>
/// <param name="Revision">The document's, as the message shows it.</param>
public sealed record Showing(Activity Activity, string Document, PostKind Kind, int Revision);

/// <summary>A tapped button: user input, like everything in it.</summary>
/// <param name="Verb">What to do.</param>
/// <param name="Id">To what.</param>
/// <param name="Rev">The edition or step that the card showed.</param>
/// <param name="Card">The id of the message with the card; null where the channel answers a tap with the card itself.</param>
/// <param name="Inputs">What was filled in, by the fields' ids.</param>
public sealed record Tap(string Verb, string Id, int Rev, string? Card, IReadOnlyDictionary<string, string> Inputs);

public static class TurnExtensions
{
    /// <summary>The turn's own data.</summary>
    public static Turn Turn(this ITurnContext context) => context.TurnState.Get<Turn>();

    /// <summary>The desk at which the person's triage ends.</summary>
    internal static TriageDesk TriageDesk(this ITurnContext context) => new(context.Turn().Cases, context.Turn().Person, context.Turn().Conversation);
}
