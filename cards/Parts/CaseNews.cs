using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Text;

namespace Hausmeister.Cards.Parts;

/// <summary>What happened to a case, in one line each.</summary>
internal static class CaseNews
{
    public static Markdown P4(Case @case, Moment moment)
    {
        var what = Markdown.Of($"**P4:** {CaseWords.NumberAndTitle(@case)}.");
        return @case switch
        {
            { Closed: { } closed } => Markdown.Of($"{what} **Fixed {CaseWords.When(closed.At, moment)}.**"),
            { Priority: not Priority.P4 } => Markdown.Of($"{what} **It is {@case.Priority} now.**"),
            _ => Markdown.Join(" ", [what, Markdown.Of($"{CaseWords.Owner(@case, moment)} is on it."), CaseWords.Helpers(@case, moment)]),
        };
    }

    public static Markdown PrioritySilent(Case @case, Moment moment) =>
        $"{CaseWords.Decider(@case, moment)} has not answered. I keep it at {@case.Priority}. Looks like invalid data or an SLA? Tap P4.";

    public static Markdown PriorityDecided(Case @case) =>
        $"{DecidedBy(@case.PriorityChange?.By)} {CaseWords.NumberAndTitle(@case)} is {@case.Priority}.";

    public static Markdown ProgressSilent(Case @case, Moment moment) =>
        $"**{moment.Squad.NameOf(@case.Owner ?? moment.OnDuty)} has not answered** about {CaseWords.NumberAndTitle(@case)} ({@case.Priority}, {CaseWords.Age(@case, moment)}): an hour without news.";

    public static Markdown Level2Answer(Case @case, Moment moment)
    {
        var about = CaseWords.Number(@case) ?? CaseWords.Title(@case);
        var who = @case.Level2 is { } request ? Level2Words.Who(request, moment) : "Nobody";
        return @case.Level2?.Answer switch
        {
            Domain.Cases.Level2Answer.TakingOver => Markdown.Of($"**{who} takes {about} over.**"),
            Domain.Cases.Level2Answer.In30Minutes => Markdown.Of($"**{who} joins you in 30 minutes** on {about}."),
            _ => Markdown.Of($"**{who} joins you now** on {about}."),
        };
    }

    public static Markdown Level2Silent(Case @case, Moment moment) =>
        $"**{moment.Squad.NameOf(@case.Level2?.Asked)} has not answered** about {CaseWords.Number(@case) ?? CaseWords.Title(@case)}. {GoesTo(@case.Level2?.Lead, moment)}";

    public static Markdown HelpAnswer(Case @case, Moment moment, string? member)
    {
        var isComing = @case.Helpers.Any(h => h.Member == member && h.Answer == Domain.Cases.HelpAnswer.Coming);
        var answer = isComing ? Markdown.Of($"**{moment.Squad.NameOf(member)} is coming**") : Markdown.Of($"**{moment.Squad.NameOf(member)} can't come**");
        return $"{answer}: {CaseWords.NumberAndTitle(@case)}.";
    }

    public static Markdown CrashFixed(Case @case) => $"{CaseWords.Number(@case) ?? CaseWords.Title(@case)} is fixed.";

    private static Markdown DecidedBy(Person? by) => by?.Id == Person.Bot.Id ? Markdown.Of($"**In the tracker:**") : Markdown.Of($"**{by?.Name ?? "Level 2"} decided:**");

    private static Markdown GoesTo(string? lead, Moment moment) => lead is null
        ? Markdown.Of($"There is no other lead to ask: give it to somebody.")
        : Markdown.Of($"I asked {moment.Squad.NameOf(lead)} too.");
}
