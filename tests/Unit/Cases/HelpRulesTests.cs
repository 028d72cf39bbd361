using Hausmeister.Domain.Cases;
using static Hausmeister.Tests.Cases.CaseExamples;

namespace Hausmeister.Tests.Cases;

/// <summary>Pulling members into a P4.</summary>
public sealed class HelpRulesTests
{
    private static readonly Moment Now = At(Thursday);

    [Fact]
    public void Members_are_asked_each_once_and_nobody_asks_themselves_or_strangers()
    {
        var asked = HelpRules.PullIn(Created(Priority.P4), ["bruno", "bruno", "ana", "nobody", "davi"], Ana, Now);

        asked.Told().ShouldBe(["PullIn bruno", "PullIn davi"]);
        asked.Helpers.ShouldBe([new Helper("bruno", HelpAnswer.Asked, "ana"), new Helper("davi", HelpAnswer.Asked, "ana")]);
        HelpRules.PullIn(asked, ["bruno"], Clara, Now).ShouldBeSameAs(asked);
    }

    [Theory]
    [InlineData(Priority.P3)]
    [InlineData(Priority.P1)]
    public void Only_for_a_P4_does_anybody_drop_their_work(Priority priority)
    {
        var created = Created(priority);

        HelpRules.PullIn(created, ["bruno"], Ana, Now).ShouldBeSameAs(created);
    }

    [Fact]
    public void For_a_closed_P4_nobody_is_asked()
    {
        var closed = ServiceIssues.Fix(Created(Priority.P4), null, Ana, Now);

        HelpRules.PullIn(closed, ["bruno"], Ana, Now).ShouldBeSameAs(closed);
    }

    [Fact]
    public void Whoever_asked_sees_who_comes_and_an_answer_can_be_changed()
    {
        var asked = Settled(HelpRules.PullIn(Created(Priority.P4), ["bruno", "davi"], Clara, Now));
        var coming = HelpRules.AnswerWith(asked, HelpAnswer.Coming, Bruno, Now);

        coming.Told().ShouldBe(["HelpAnswer clara"]);
        HelpRules.AnswerWith(coming, HelpAnswer.Coming, Bruno, Now).ShouldBeSameAs(coming);
        HelpRules.AnswerWith(coming, HelpAnswer.Cant, Davi, Now).Told().ShouldBe(["HelpAnswer clara", "HelpAnswer clara"]);
        HelpRules.AnswerWith(Settled(coming), HelpAnswer.Cant, Bruno, Now).Helpers[0].Answer.ShouldBe(HelpAnswer.Cant);
        HelpRules.AnswerWith(asked, HelpAnswer.Coming, Ana, Now).ShouldBeSameAs(asked);
    }
}
