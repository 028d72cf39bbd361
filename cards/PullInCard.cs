using AdaptiveCards;
using Hausmeister.Cards.Parts;
using Hausmeister.Domain.Cases;

namespace Hausmeister.Cards;

/// <summary>Drop your work and help with a P4. The answer can be changed while it is open.</summary>
public static class PullInCard
{
    private const int LongestDetails = 600;

    /// <param name="viewer">The member who is asked.</param>
    public static AdaptiveCard Build(Case @case, Moment moment, string viewer)
    {
        var helper = @case.Helpers.FirstOrDefault(h => h.Member == viewer);
        var asker = moment.Squad.NameOf(helper?.AskedBy ?? @case.Owner);
        return Card.Of($"{asker} asks you to drop your work and help with P4 {@case.Label}.",
            [
                Text.Head(CaseWords.Kicker(@case, moment), $"{asker} asks for your help"),
                State(@case, asker, moment),
                @case.Details is { } details ? Text.Line(Markdown.Paragraphs(details, LongestDetails), AdaptiveSpacing.Default) : null,
                .. CaseWords.LastNotes(@case, moment),
                Answers(@case, moment),
            ],
            IsP4(@case) ? Buttons(@case, helper?.Answer) : []);
    }

    private static bool IsP4(Case @case) => @case is { IsOpen: true, Priority: Priority.P4 };

    private static AdaptiveContainer State(Case @case, string asker, Moment moment) => @case switch
    {
        { Closed: { } closed } => Block.Notice(AdaptiveContainerStyle.Good, CaseWords.Fixed(@case, closed, moment)),
        _ when IsP4(@case) => Block.Notice(AdaptiveContainerStyle.Attention, $"{asker} asks you to drop your work and help with **P4 {@case.Label}**."),
        _ => Block.Quiet(Text.Line($"**It is {@case.Priority} now.** Nobody needs to drop their work.", AdaptiveSpacing.Default)),
    };

    private static AdaptiveFactSet? Answers(Case @case, Moment moment) => @case.Helpers.Count == 0 ? null : new AdaptiveFactSet
    {
        Spacing = AdaptiveSpacing.Medium,
        Facts = [.. CaseWords.HelperNames(@case, moment).Select(names => new AdaptiveFact(names.Answer, Markdown.Of($"{names.Names}").Source))],
    };

    private static IEnumerable<AdaptiveAction?> Buttons(Case @case, HelpAnswer? answer)
    {
        var target = Target.Of(@case);
        return
        [
            answer is null or HelpAnswer.Coming ? null : target.Positive("Coming", Verbs.Help.Coming),
            answer is null or HelpAnswer.Cant ? null : target.Button("Can't", Verbs.Help.Cant),
        ];
    }
}
