using AdaptiveCards;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Rota;

namespace Hausmeister.Cards.Parts;

/// <summary>What happens next with an open issue, by its priority.</summary>
internal sealed record NextSteps(string Sentence, AdaptiveContainer Block)
{
    public static NextSteps Of(Case @case, Moment moment, Person viewer, bool isTinted)
    {
        var line = Line(@case, moment, viewer);
        var style = isTinted && @case.Priority == Priority.P4 ? AdaptiveContainerStyle.Attention : AdaptiveContainerStyle.Emphasis;
        return new NextSteps(line.Plain, Parts.Block.Notice(style, line, Asks(@case, moment)));
    }

    private static Markdown Line(Case @case, Moment moment, Person viewer) => @case switch
    {
        { Priority: Priority.P4 } => Markdown.Join(" ", [Markdown.Of($"**P4 Stop everything, pull people in.**"), CaseWords.Helpers(@case, moment) ?? Told(@case, moment)]),
        { Priority: Priority.P3, Owner: { } owner } => owner == viewer.Id
            ? Markdown.Of($"**You work on it now,** or give it to someone who knows it better.")
            : Markdown.Of($"**{moment.Squad.NameOf(owner)} works on it now.**"),
        { Priority: Priority.P3 } when moment.Shift.Role == DutyRole.WeekendOnCall => Markdown.Of($"**Waits for {DutyWords.Weekday(moment, moment.Shift.End)}.** At the weekend it is nobody's."),
        { Priority: Priority.P3 } => Markdown.Of($"**It is nobody's.** Give it to someone who works on it now."),
        { Priority: Priority.P2 } => Markdown.Of($"**Backlog**, when time permits."),
        _ => Markdown.Of($"**Backlog**, maybe never."),
    };

    /// <summary>Who heard of the P4 when it began.</summary>
    private static Markdown? Told(Case @case, Moment moment) => @case.P4Since is { } since
        ? Markdown.Of($"{moment.Squad.NameOf((moment with { Now = since }).HelpFor(@case.TriagedBy))} and the guild know.")
        : null;

    private static Markdown? Asks(Case @case, Moment moment) => ProgressRules.AsksAt(@case) is { } at && at > moment.Now
        ? Markdown.Of($"I ask for news at {CaseWords.When(at, moment)}. A note, a comment or a pull request counts as news.")
        : null;
}
