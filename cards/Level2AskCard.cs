using AdaptiveCards;
using Hausmeister.Cards.Parts;
using Hausmeister.Domain.Cases;

namespace Hausmeister.Cards;

/// <summary>To Level 2, or to the lead after it: somebody asks for help with a case.</summary>
public static class Level2AskCard
{
    /// <param name="case">One with a request.</param>
    public static AdaptiveCard Build(Case @case, Moment moment, Person viewer) => @case switch
    {
        { Level2: null } => NoticeCard.Of($"Nobody asks for help with {CaseWords.NumberAndTitle(@case)} any more."),
        { Level2: { Answer: not null } answered } => Done(@case, answered, moment),
        { Closed: { } closed } => Card.Done($"{CaseWords.NumberAndTitle(@case)}: {CaseWords.Fixed(@case, closed, moment)}", $"No help is needed any more"),
        { Answer: { } answer } => Card.Done($"{CaseWords.NumberAndTitle(@case)}: answered", $"{answer.By.Name}, {CaseWords.When(answer.At, moment)}"),
        { Level2: { } open } => Open(@case, open, moment, viewer),
    };

    private static AdaptiveCard Open(Case @case, Level2Request request, Moment moment, Person viewer)
    {
        var target = Target.Of(@case);
        var title = $"{Level2Words.Need(request, @case)} ({Facts(@case, moment)}).";
        var lead = request.Lead == viewer.Id ? $"{moment.Squad.NameOf(request.Asked)} is silent. To you as lead" : "To you as Level 2";
        return Card.Of(request.Tried is { } words ? $"{title} Tried: {words}" : title,
            [
                Text.Head($"{lead}", $"{title}"),
                Text.Line(CaseWords.NumberAndTitle(@case)),
                Known(@case, request, moment),
                Text.Foot($"{Stays(@case, moment)} {Silence(@case, request, moment)}"),
            ],
            target.Positive("Joining now", Verbs.Level2.Join),
            target.Button("In 30 minutes", Verbs.Level2.Later),
            target.Button("I take it over", Verbs.Level2.Take));
    }

    private static AdaptiveCard Done(Case @case, Level2Request request, Moment moment) => Card.Done(
        $"{CaseWords.NumberAndTitle(@case)}: **{Level2Words.Answer(request, moment)}**",
        $"{Level2Words.Who(request, moment)}, {CaseWords.When(request.AnsweredAt ?? request.At, moment)}");

    private static string Facts(Case @case, Moment moment) => @case is { Kind: CaseKind.ServiceIssue, Issue: not null }
        ? $"{@case.Priority}, {CaseWords.Age(@case, moment)}"
        : CaseWords.Age(@case, moment);

    private static AdaptiveContainer? Known(Case @case, Level2Request request, Moment moment)
    {
        var tried = request.Tried is { } words ? Text.Line($"**Tried:** {words}", AdaptiveSpacing.Default) : null;
        return tried is null && @case.Notes.Count == 0 ? null : Block.Quiet([tried, .. CaseWords.LastNotes(@case, moment)]);
    }

    private static Markdown Stays(Case @case, Moment moment) => @case.Owner is null
        ? Markdown.Of($"You pair.")
        : Markdown.Of($"It stays {CaseWords.Owner(@case, moment)}'s: you pair.");

    private static Markdown? Silence(Case @case, Level2Request request, Moment moment) => request.Lead is { } lead
        ? Markdown.Of($"{moment.Squad.NameOf(request.Asked)} and {moment.Squad.NameOf(lead)} are asked.")
        : Markdown.Of($"Silent until {CaseWords.When(request.At + Level2Rules.Patience(@case, moment), moment)}, and a lead is asked.");
}
