using AdaptiveCards;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Text;
using NodaTime;

namespace Hausmeister.Cards.Parts;

/// <summary>One case of those that somebody is asked about.</summary>
internal static class ProgressWords
{
    /// <summary>What is due that soon is asked about now: a message may take along what is due a little later.</summary>
    private static readonly Duration Soon = Duration.FromMinutes(10);

    /// <summary>Stands in the title where everything on the card is asked about, else with each case.</summary>
    public const string Question = ": an hour without news. Stuck?";

    /// <param name="question">What follows the case's name while it is asked about.</param>
    public static AdaptiveContainer Item(Case @case, Moment moment, string question = "") => Block.Item(AdaptiveSpacing.Large,
    [
        Text.Line(IsAsked(@case, moment) ? Markdown.Of($"{Lead(@case)}{question}") : Lead(@case), AdaptiveSpacing.Default),
        News(@case, moment),
        Answered(@case, moment) is { } answered ? Text.Line(answered) : null,
        IsAsked(@case, moment) && @case.Priority == Priority.P4 ? Text.Small(GoesToLevel2(@case, moment)) : null,
        IsAsked(@case, moment) ? new AdaptiveActionSet { Spacing = AdaptiveSpacing.Small, Actions = [.. Buttons(@case, moment, isAlone: false)] } : null,
    ]);

    public static Markdown Lead(Case @case) => $"{CaseWords.NumberAndTitle(@case)} ({@case.Priority})";

    public static AdaptiveTextBlock? News(Case @case, Moment moment) => @case.Progress switch
    {
        null => null,
        { News: { } news } progress => Text.Small($"News {Ago(progress, moment)}: “{news}”", AdaptiveSpacing.None, Text.QuoteLines),
        { } progress => Text.Meta($"News {Ago(progress, moment)}"),
    };

    public static IEnumerable<AdaptiveAction> Buttons(Case @case, Moment moment, bool isAlone)
    {
        var target = Target.Of(@case);
        return
        [
            isAlone ? target.Positive("Moving", Verbs.Progress.Moving) : target.Button("Moving", Verbs.Progress.Moving),
            target.Button($"Stuck, get {moment.Squad.NameOf(moment.HelpFor(@case.Owner))}", Verbs.Progress.Stuck),
            target.Button("Waiting until…", Verbs.Progress.Waiting),
            target.Button("Fixed", Verbs.Progress.Fixed),
        ];
    }

    public static bool IsAsked(Case @case, Moment moment) => @case is { IsOpen: true, Progress: { } progress }
        && (progress.AskedAt is not null || ProgressRules.AsksAt(@case) is not { } at || at <= moment.Now + Soon);

    /// <summary>What the answer was; null while there is none.</summary>
    public static Markdown? Answered(Case @case, Moment moment) => @case switch
    {
        { Closed: { } closed } => CaseWords.Fixed(@case, closed, moment),
        _ when IsAsked(@case, moment) => null,
        { Level2: { } level2, Progress: { } progress } when level2.At >= progress.NewsAt => Level2Words.State(@case, moment),
        { Progress: null } => Markdown.Of($"**It is {@case.Priority} now.** I do not ask about it."),
        { Timeline: [.., { What: "waiting" }] } => Markdown.Of($"**Waiting.** {AskAgain(@case, moment)}"),
        { Progress.Moving: > 0 } => Markdown.Of($"**Moving.** {AskAgain(@case, moment)}"),
        _ => Markdown.Of($"**There is news.** {AskAgain(@case, moment)}"),
    };

    /// <summary>Who did last what ended the question.</summary>
    public static Markdown WhoAndWhen(Case @case, Moment moment) => @case.Timeline is [.., var last]
        ? Markdown.Of($"{last.By.Name}, {CaseWords.When(last.At, moment)}")
        : Markdown.Of($"{CaseWords.Owner(@case, moment)}, {CaseWords.When(@case.Progress?.NewsAt ?? moment.Now, moment)}");

    public static Markdown GoesToLevel2(Case @case, Moment moment)
    {
        var by = (@case.Progress?.AskedAt ?? moment.Now) + moment.Squad.Escalation.P4UnansweredAfter;
        return $"**No answer by {CaseWords.When(by, moment)} goes to {moment.Squad.NameOf(moment.HelpFor(@case.Owner))}.**";
    }

    private static string AskAgain(Case @case, Moment moment) =>
        ProgressRules.AsksAt(@case) is { } at ? $"I ask again at {CaseWords.When(at, moment)}." : "";

    private static string Ago(Progress progress, Moment moment) => SquadTime.Ago(moment.Now - progress.NewsAt);
}
