using Hausmeister.Domain.Cases;

namespace Hausmeister.Cards.Parts;

/// <summary>How cards speak about help from Level 2.</summary>
internal static class Level2Words
{
    /// <summary>Who was asked and what came of it; null where nobody was.</summary>
    public static Markdown? State(Case @case, Moment moment) => @case.Level2 switch
    {
        null => null,
        { Answer: null } open => Markdown.Of($"**{moment.Squad.NameOf(open.Lead ?? open.Asked)} is asked**, {CaseWords.When(open.At, moment)}. No answer yet."),
        { AnsweredAt: { } at } answered => Markdown.Of($"**{Answer(answered, moment)}.** {CaseWords.When(at, moment)}"),
        { } answered => Markdown.Of($"**{Answer(answered, moment)}.**"),
    };

    /// <summary><c>Clara joins you now</c>, without a full stop.</summary>
    public static string Answer(Level2Request request, Moment moment)
    {
        var (who, whom) = (Who(request, moment), request.By.Name);
        return request.Answer switch
        {
            Level2Answer.JoiningNow => $"{who} joins {whom} now",
            Level2Answer.In30Minutes => $"{who} joins {whom} in 30 minutes",
            _ => $"{who} takes it over",
        };
    }

    /// <summary>Who answered.</summary>
    public static string Who(Level2Request request, Moment moment) => moment.Squad.NameOf(request.AnsweredBy ?? request.Asked);

    /// <summary>What the person needs: <c>Ana is stuck on #482</c>.</summary>
    public static string Need(Level2Request request, Case @case) => request.Why switch
    {
        Level2Reason.WhereToStart => $"{request.By.Name} asks where to start with {CaseWords.Short(@case)}",
        Level2Reason.Priority => $"{request.By.Name} asks about the priority of {CaseWords.Short(@case)}",
        _ => $"{request.By.Name} is stuck on {CaseWords.Short(@case)}",
    };
}
