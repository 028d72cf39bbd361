using AdaptiveCards;
using Hausmeister.Cards;
using Hausmeister.Dialogs;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Text;
using Hausmeister.Domain.Triage;
using Microsoft.Bot.Builder;
using NodaTime;
using NodaTime.Text;

namespace Hausmeister.Bot.Turns;

/// <summary>A tap on a case's card: one decision, and what the tapped card becomes.</summary>
internal sealed record CaseTap(ITurnContext Context, Turn Turn, Tap Tap, Case Case)
{
    private const int LongestText = 4_000;
    private static readonly Duration LongestWait = Duration.FromDays(30);

    private Moment Moment => Turn.Moment;

    private Person By => Turn.Person;

    public Task FormAsync(AdaptiveCard form, CancellationToken cancellationToken) =>
        Context.SendActivityAsync(Turn.Message(form), cancellationToken);

    public async Task NoteAsync(CancellationToken cancellationToken)
    {
        if (Input("note") is not { } note)
            await SayAsync("A note needs some words.", cancellationToken);
        else
            await DecideAsync(c => ServiceIssues.AddNote(c, note, By, Moment), _ => Done("Note", PeoplesText.FirstLine(note, 200)), cancellationToken);
    }

    public async Task GiveAsync(CancellationToken cancellationToken)
    {
        if (Turn.Squad.Find(Input("member")) is not { } member)
            await SayAsync("Choose a member of the squad.", cancellationToken);
        else
            await DecideAsync(c => ServiceIssues.Give(c, member.Id, By, Moment), _ => Done("Given to", member.Name), cancellationToken);
    }

    /// <summary>Depends on what was read: a tap on a card from before a change does nothing and shows the present card.</summary>
    public Task PriorityAsync(Priority priority, CancellationToken cancellationToken)
    {
        if (Tap.Rev == Case.Edition || Case.Priority == priority)
            return DecideAsync(c => ServiceIssues.SetPriority(c, priority, By, Moment), _ => Done("Priority", priority.ToString()), cancellationToken);
        Turn.TappedBecomes = IssueCard.Build(Case, Moment, By, Stale());
        return Task.CompletedTask;
    }

    public Task DecidePriorityAsync(Priority priority, CancellationToken cancellationToken) => Case.Undecided || Case.Priority == priority
        ? DecideAsync(c => ServiceIssues.SetPriority(c, priority, By, Moment), c => PriorityAskCard.Build(c, Moment), cancellationToken)
        : DecideAsync(c => c, c => PriorityAskCard.Build(c, Moment), cancellationToken);

    public async Task FixAsync(CancellationToken cancellationToken)
    {
        await DecideAsync(c => ServiceIssues.Fix(c, Input("what"), By, Moment), c => c.Closed!.By.Id == By.Id ? Done("Fixed", c.Label) : Shown(c), cancellationToken);
        await ShowAnsweredAsync(cancellationToken);
    }

    public Task ReopenAsync(CancellationToken cancellationToken) => DecideAsync(c => ServiceIssues.Reopen(c, By, Moment), IssueCardOf, cancellationToken);

    public Task RetryAsync(CancellationToken cancellationToken) => DecideAsync(c => ServiceIssues.TryNow(c, Moment.Now), IssueCardOf, cancellationToken);

    public async Task PullInAsync(CancellationToken cancellationToken)
    {
        var members = (Input("members") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (members.Length == 0)
            await SayAsync("Choose whom to ask.", cancellationToken);
        else if (Case is not { IsOpen: true, Priority: Priority.P4 })
            Turn.TappedBecomes = IssueCard.Build(Case, Moment, By, "Only for an open P4 does anybody drop their work. Nobody was asked.");
        else
            await DecideAsync(c => HelpRules.PullIn(c, members, By, Moment), _ => Done("Asked", string.Join(", ", members.Select(Turn.Squad.NameOf))), cancellationToken);
    }

    public Task CrashAsync(CancellationToken cancellationToken)
    {
        if (CrashRules.MayTell(Case, Turn.Squad))
            return FormAsync(CrashForm.Build(Case, Moment), cancellationToken);
        Turn.TappedBecomes = IssueCard.Build(Case, Moment, By, NothingToTell());
        return Task.CompletedTask;
    }

    /// <summary>The whole company reads it: it is told of the case as it was read, or not at all.</summary>
    public async Task TellCrashAsync(CancellationToken cancellationToken)
    {
        if (Tap.Rev != Case.Edition || !CrashRules.MayTell(Case, Turn.Squad))
            Turn.TappedBecomes = IssueCard.Build(Case, Moment, By, NothingToTell());
        else if (Turn.Squad.Find(Input("point")) is not { } point || Turn.Squad.Find(Input("comms")) is not { } comms)
            await SayAsync("Choose a member as Point and one as Comms.", cancellationToken);
        else
            await DecideAsync(
                c => CrashRules.Tell(c, point.Id, comms.Id, Known(), By, Moment), _ => Done("Crash channel told", $"Point {point.Name}, Comms {comms.Name}"), cancellationToken);

        string? Known() => Input("known") is { } known ? PeoplesText.Clean(known, CrashRules.LongestKnown) : null;
    }

    public Task AnswerHelpAsync(HelpAnswer answer, CancellationToken cancellationToken) =>
        DecideAsync(c => HelpRules.AnswerWith(c, answer, By, Moment), c => PullInCard.Build(c, Moment, By.Id), cancellationToken);

    public Task MovingAsync(CancellationToken cancellationToken) => ProgressAsync(c => ProgressRules.Moving(c, By, Moment), cancellationToken);

    public Task StuckAsync(CancellationToken cancellationToken) => ProgressAsync(c =>
    {
        var asked = Level2Rules.Ask(c, Level2Reason.Stuck, null, By, Moment);
        return ReferenceEquals(asked, c) ? c : ProgressRules.Heard(asked, "asked for help", Moment);
    }, cancellationToken);

    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        if (Until() is not { } until || until <= Moment.Now || until > Moment.Now + LongestWait)
            await SayAsync("Choose a day and a time within the next 30 days.", cancellationToken);
        else
        {
            await DecideAsync(c => ProgressRules.WaitUntil(c, until, By, Moment), c => c.Progress is null ? Shown(c) : Done("Waiting until", SquadTime.Day(Turn.Squad, until)), cancellationToken);
            await ShowAnsweredAsync(cancellationToken);
        }
    }

    public Task AskLevel2Async(CancellationToken cancellationToken)
    {
        var why = Input("why") switch
        {
            "start" => Level2Reason.WhereToStart,
            "priority" => Level2Reason.Priority,
            _ => Level2Reason.Stuck,
        };
        return DecideAsync(c => Level2Rules.Ask(c, why, Input("tried"), By, Moment), c => c.IsOpen ? Done("Asked", Turn.Squad.NameOf(c.Level2!.Asked)) : Shown(c), cancellationToken);
    }

    public Task AnswerLevel2Async(Level2Answer answer, CancellationToken cancellationToken) =>
        DecideAsync(c => Level2Rules.AnswerWith(c, answer, By, Moment), c => Level2AskCard.Build(c, Moment, By), cancellationToken);

    public Task CreateDocsAsync(CancellationToken cancellationToken) => DecideAsync(
        c => Questions.CreateDocsIssue(c, By, Moment), _ => Done("Docs", "creating the issue"), cancellationToken);

    public Task DocsLaterAsync()
    {
        Turn.TappedBecomes = Done("Docs", "not now");
        return Task.CompletedTask;
    }

    private async Task ProgressAsync(Func<Case, Case> decide, CancellationToken cancellationToken)
    {
        var decided = (await Turn.Cases.ApplyAsync(Case.Id, decide, cancellationToken))!;
        Turn.TappedBecomes = await RoundMessage.CardAsync(Turn, decided, cancellationToken);
    }

    /// <summary>A question that was answered by a form shows the answer where it was asked.</summary>
    private async Task ShowAnsweredAsync(CancellationToken cancellationToken)
    {
        if (Case.Progress is not { AskedAt: not null } || RoundMessage.Of(Turn, Case) is not { Activity.Length: > 0 } asked)
            return;
        var answered = (await Turn.Cases.FindAsync(Case.Id, cancellationToken))!;
        var update = Turn.Message(await RoundMessage.CardAsync(Turn, answered, cancellationToken));
        update.Id = asked.Activity;
        await Context.UpdateActivityAsync(update, cancellationToken);
    }

    private async Task DecideAsync(Func<Case, Case> decide, Func<Case, AdaptiveCard> becomes, CancellationToken cancellationToken)
    {
        var decided = await Turn.Cases.ApplyAsync(Case.Id, decide, cancellationToken);
        Turn.TappedBecomes = becomes(decided!);
    }

    private AdaptiveCard Shown(Case @case) => @case.Kind == CaseKind.ServiceIssue ? IssueCardOf(@case) : QuestionCard.Build(@case, Moment);

    private AdaptiveCard IssueCardOf(Case @case) => IssueCard.Build(@case, Moment, By);

    private AdaptiveCard Done(string what, string value) => DoneCard.Build(what, value, By.Name, SquadTime.Clock(Turn.Squad, Turn.Now));

    private string Stale() => Case.PriorityChange is { } change
        ? $"{change.By.Name} set {change.From} to {change.To} at {SquadTime.ClockOrDay(Turn.Squad, change.At, Turn.Now)}. Your tap did nothing; here is the present card."
        : "Your tap did nothing; here is the present card.";

    private string NothingToTell() => Case switch
    {
        { Crash: { OverAt: null } crash } => $"{crash.By.Name} told the crash channel at {SquadTime.ClockOrDay(Turn.Squad, crash.At, Turn.Now)}. Your tap did nothing.",
        { IsOpen: false } => "It is fixed. The crash channel was not told.",
        _ => $"{Stale()} The crash channel was not told.",
    };

    private string? Input(string id) =>
        Tap.Inputs.TryGetValue(id, out var value) && PeoplesText.Clean(value, LongestText) is { Length: > 0 } cleaned ? cleaned : null;

    private Instant? Until()
    {
        var date = LocalDatePattern.Iso.Parse(Input("date") ?? "");
        var time = LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(Input("time") ?? "");
        return date.Success && time.Success ? (date.Value + time.Value).InZoneLeniently(Turn.Squad.TimeZone).ToInstant() : null;
    }

    private Task SayAsync(string text, CancellationToken cancellationToken) => Context.SendActivityAsync(Turn.Line(text), cancellationToken);
}
