using AdaptiveCards;
using Hausmeister.Bot.Channels.WebChat;
using Hausmeister.Cards;
using Hausmeister.Dialogs;
using Hausmeister.Domain.Documents;
using Hausmeister.Domain.Duties;
using Hausmeister.Domain.Pipeline;
using Hausmeister.Domain.Text;
using Microsoft.Bot.Builder;
using WebChatId = Microsoft.Bot.Connector.Channels;

namespace Hausmeister.Bot.Turns;

/// <summary>Taps on the nightly run's messages. Everybody may look and ask to be told; what is said with it is the one on duty's, Level 2's and the leads'.</summary>
internal sealed record DagTaps(ITurnContext Context, Turn Turn, Tap Tap)
{
    private const string NotKnown = "I know no such run any more. Type dag for the present one.";

    public static bool AreFor(string verb) => verb.StartsWith(Verbs.Dag.Prefix, StringComparison.Ordinal);

    public async Task TakeAsync(CancellationToken cancellationToken)
    {
        if (Date() is not { } date || await Turn.Pipeline.FindAsync(date, cancellationToken) is not { } day)
        {
            await SayAsync(NotKnown, cancellationToken);
            return;
        }
        await (Tap.Verb switch
        {
            Verbs.Dag.Refresh => RefreshAsync(day, cancellationToken),
            Verbs.Dag.Tell or Verbs.Dag.TellStage when day.OverAt is not null => SayAsync("That run is over. Type dag for the present one.", cancellationToken),
            Verbs.Dag.Tell => AskAsync(day, cancellationToken),
            Verbs.Dag.TellStage => WishAsync(day, cancellationToken),
            Verbs.Dag.PostNow => OfDutyAsync(() => PostNowAsync(day, cancellationToken), cancellationToken),
            Verbs.Dag.Note => OfDutyAsync(() => Context.SendActivityAsync(Turn.Message(DagNoteForm.Build(day, Turn.Moment)), cancellationToken), cancellationToken),
            Verbs.Dag.NoteSave => OfDutyAsync(() => NoteAsync(day, cancellationToken), cancellationToken),
            _ => SayAsync("I do not know that button any more. Type help for what I can do.", cancellationToken),
        });
    }

    private async Task RefreshAsync(PipelineDay day, CancellationToken cancellationToken)
    {
        var asked = (await Turn.Pipeline.ApplyAsync(day.Id, d => PipelineRules.Refresh(d, Turn.Moment), cancellationToken))!;
        Turn.TappedBecomes = Shown(asked);
    }

    /// <summary>The tapped card as it is now.</summary>
    private AdaptiveCard Shown(PipelineDay day)
    {
        var isPost = day.Posts.Any(p => p.Conversation == Keys.RoomOf(Turn.Conversation) && p.Kind == PostKind.DagPost && (Tap.Card is null || p.Activity == Tap.Card));
        return isPost
            ? PipelineMessages.Build(PostKind.DagPost, day, Turn.Moment, Turn.TappedViewer, null)
            : DagCard.Build(day, Turn.Moment, Turn.TappedViewer, changes: !Turn.IsPassing || Turn.IsCardForAll);
    }

    /// <summary>In a room nobody else sees who wants to know what.</summary>
    private async Task AskAsync(PipelineDay day, CancellationToken cancellationToken)
    {
        if (!Turn.IsRoom)
            await Context.SendActivityAsync(Turn.Message(DagTellCard.Build(day, Turn.Moment)), cancellationToken);
        else if (Privately() is { } to)
            Turn.TappedBecomes = Shown((await Turn.Pipeline.ApplyAsync(day.Id, d => d.Tell(to, PostKind.DagTell, Turn.Now), cancellationToken))!);
        else
            await SayAsync("I cannot write to you alone yet. Write dag to me in a private chat, and tap there.", cancellationToken);
    }

    private async Task WishAsync(PipelineDay day, CancellationToken cancellationToken)
    {
        if (day.Stages.FirstOrDefault(s => s.Name == Input(DagTellCard.Stage)) is not { } stage || Privately() is not { } to)
        {
            await SayAsync("Choose one of the stages.", cancellationToken);
            return;
        }
        await Turn.Pipeline.ApplyAsync(day.Id, d => PostRules.Wish(d, stage.Name, to, Turn.Moment), cancellationToken);
        Turn.TappedBecomes = DagTellCard.Chosen(day, Turn.Moment, stage.Name);
    }

    private async Task PostNowAsync(PipelineDay day, CancellationToken cancellationToken)
    {
        var posted = (await Turn.Pipeline.ApplyAsync(day.Id, d => PostRules.PostNow(d, Turn.Moment), cancellationToken))!;
        Turn.TappedBecomes = PipelineMessages.Build(PostKind.DagPreview, posted, Turn.Moment, Turn.Person.Id, null);
    }

    private async Task NoteAsync(PipelineDay day, CancellationToken cancellationToken)
    {
        if (PeoplesText.Clean(Input(DagNoteForm.Note), DagNoteForm.Longest) is not { Length: > 0 } text)
        {
            await SayAsync("Type a note.", cancellationToken);
            return;
        }
        await Turn.Pipeline.ApplyAsync(day.Id, d => PostRules.Note(d, text, Turn.Person, Turn.Moment), cancellationToken);
        Turn.TappedBecomes = DoneCard.Build("Noted", text, Turn.Person.Name, SquadTime.Clock(Turn.Squad, Turn.Now));
    }

    private Task OfDutyAsync(Func<Task> act, CancellationToken cancellationToken) => Turn.IsMember && RotaCommands.MayHandOver(Turn)
        ? act()
        : SayAsync("That is for the one on duty, Level 2 or a lead. Your tap did nothing.", cancellationToken);

    /// <summary>Where the person is told alone; null where that is not known.</summary>
    private Recipient? Privately() => this switch
    {
        { Turn.IsMember: true } => Recipient.Of(Turn.Person.Id),
        { Turn.IsRoom: false } => Recipient.In(Turn.Conversation),
        { Context.Activity.ChannelId: WebChatId.Webchat } => Recipient.In(Keys.Place(WebChatId.Webchat, WebChatPlaces.Private(Turn.Squad, Turn.Person.Id))),
        _ => null,
    };

    /// <summary><c>data-infra/2026-11-26</c>; null where it is another squad's.</summary>
    private string? Date() => Tap.Id.StartsWith($"{Turn.Squad.Id}/", StringComparison.Ordinal) ? Tap.Id[(Turn.Squad.Id.Length + 1)..] : null;

    private string? Input(string id) => Tap.Inputs.GetValueOrDefault(id);

    private Task SayAsync(string text, CancellationToken cancellationToken) => Context.SendActivityAsync(Turn.Line(text), cancellationToken);
}
