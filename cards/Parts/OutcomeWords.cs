using Hausmeister.Domain.Cases;

namespace Hausmeister.Cards.Parts;

/// <summary>What whoever asked reads of an issue, the same words wherever they read them.</summary>
internal static class OutcomeWords
{
    public static Markdown OnOurSide(Case @case, Moment moment) =>
        Markdown.Of($"**This is on our side:** {CaseWords.Number(@case)}, {Priority(@case)}, {OnIt(@case, moment)}.");

    public static Markdown Fixed(Case @case) => Markdown.Of($"**{CaseWords.Number(@case)} is fixed.**");

    public static Markdown OnIt(Case @case, Moment moment) =>
        @case.Owner is null ? Markdown.Of($"nobody is on it yet") : Markdown.Of($"{CaseWords.Owner(@case, moment)} is on it");

    private static Markdown Priority(Case @case) => @case.Undecided ? Markdown.Of($"priority being decided") : Markdown.Of($"{@case.Priority}");
}
