using Hausmeister.Domain.Duties;

namespace Hausmeister.Domain.Cases;

/// <summary>Pulling members into a P4.</summary>
public static class HelpRules
{
    /// <summary>Asks members, each once. Only for an open P4 does anybody drop their work.</summary>
    public static Case PullIn(Case @case, IEnumerable<string> members, Person by, Moment moment)
    {
        if (@case is not { IsOpen: true, Priority: Priority.P4 })
            return @case;
        var result = @case;
        foreach (var member in members.Where(m => m != by.Id && moment.Squad.Find(m) is not null && !result.Helpers.Any(h => h.Member == m)))
            result = (result with { Helpers = [.. result.Helpers, new Helper(member, HelpAnswer.Asked, by.Id)] })
                .Tell(Recipient.Of(member), PostKind.PullIn, moment.Now)
                .Happened(moment.Now, by, $"asked {moment.Squad.NameOf(member)} for help");
        return ReferenceEquals(result, @case) ? @case : result.Refresh(moment.Now);
    }

    /// <summary>A member answers, or changes the answer; whoever asked sees it.</summary>
    public static Case AnswerWith(Case @case, HelpAnswer answer, Person by, Moment moment)
    {
        if (@case.Helpers.FirstOrDefault(h => h.Member == by.Id) is not { } helper || helper.Answer == answer)
            return @case;
        return (@case with { Helpers = [.. @case.Helpers.Select(h => h == helper ? h with { Answer = answer } : h)] })
            .Tell(Recipient.Of(helper.AskedBy), PostKind.HelpAnswer, moment.Now, by.Id)
            .Happened(moment.Now, by, answer == HelpAnswer.Coming ? "is coming" : "cannot come")
            .Refresh(moment.Now);
    }
}
