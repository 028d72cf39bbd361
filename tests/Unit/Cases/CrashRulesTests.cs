using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Duties;
using static Hausmeister.Tests.Cases.CaseExamples;
using Case = Hausmeister.Domain.Cases.Case;

namespace Hausmeister.Tests.Cases;

/// <summary>The crash channel is told by a tap, once, and of the end.</summary>
public sealed class CrashRulesTests
{
    private static readonly Moment Now = new(SampleSquad.WithCrash, Thursday);
    private static readonly Case Severe = Settled(Created(Priority.P4)) with { Severity = true };

    public static readonly TheoryData<string, Case> NothingToTell = new()
    {
        { "no severity", Severe with { Severity = false } },
        { "no issue yet", Severe with { Issue = null } },
        { "a question", Severe with { Kind = CaseKind.Question } },
        { "closed", Severe with { Closed = new Closing(Thursday, Ana, null) } },
        { "told already", Severe with { Crash = new Crash(Thursday, Ana, "ana", "clara", null) } },
    };

    [Theory]
    [MemberData(nameof(NothingToTell))]
    public void It_is_not_told_of_anything_else(string name, Case @case)
    {
        CrashRules.MayTell(@case, Now.Squad).ShouldBeFalse(name);
        Tell(@case, Now).ShouldBeSameAs(@case, name);
    }

    [Fact]
    public void A_squad_without_a_crash_channel_tells_none() => Tell(Severe, At(Thursday)).ShouldBeSameAs(Severe);

    [Fact]
    public void It_is_told_with_its_mark_once()
    {
        var told = Tell(Severe, Now);

        told.Crash.ShouldBe(new Crash(Thursday, Ana, "ana", "clara", "Rows are missing"));
        told.Duties.Except(Severe.Duties).Select(d => (d.Kind, d.Message, d.To)).ShouldBe([(DutyKind.MarkCrash, null, null), (DutyKind.Tell, PostKind.Crash, Recipient.Crash), (DutyKind.UpdatePosts, null, null)], ignoreOrder: true);
        told.Timeline[^1].What.ShouldBe("told the crash channel");
        Tell(told, Now.Later(1)).ShouldBeSameAs(told);
    }

    [Fact]
    public void Where_topics_are_left_alone_there_is_no_mark()
    {
        var quiet = Now with { Squad = Now.Squad with { Channels = Now.Squad.Channels with { Topics = false } } };

        Tell(Severe, quiet).Duties.ShouldNotContain(d => d.Kind == DutyKind.MarkCrash);
    }

    [Fact]
    public void It_hears_of_the_end_and_of_what_comes_after_only_when_somebody_says_so()
    {
        var told = Settled(Tell(Severe, Now));

        var closed = ServiceIssues.Fix(told, null, Ana, Now.Later(60));
        closed.Crash!.OverAt.ShouldBe(Now.Later(60).Now);
        closed.Duties.ShouldContain(d => d.Message == PostKind.CrashFixed && d.To == Recipient.Crash);
        closed.Duties.ShouldContain(d => d.Kind == DutyKind.MarkCrash);

        var again = Settled(ServiceIssues.Reopen(Settled(closed), Ana, Now.Later(70)));
        CrashRules.IsTold(again).ShouldBeFalse();
        ServiceIssues.Fix(again, null, Ana, Now.Later(80)).Duties.ShouldNotContain(d => d.To == Recipient.Crash);
        var anew = Tell(again with { Posts = [new Post(PostKind.Crash, "slack/C0", "C0:1", null)] }, Now.Later(90));
        CrashRules.IsTold(anew).ShouldBeTrue();
        anew.Posts.ShouldBeEmpty();
    }

    [Fact]
    public void A_case_that_it_was_not_told_of_ends_without_a_word() =>
        ServiceIssues.Fix(Severe, null, Ana, Now).Duties.ShouldNotContain(d => d.To == Recipient.Crash || d.Kind == DutyKind.MarkCrash);

    [Fact]
    public void Whoever_told_hears_once_that_the_mark_fails()
    {
        var failing = Tell(Severe, Now);
        for (var attempt = 1; attempt <= 5; attempt++)
        {
            failing = CrashRules.MarkFailed(failing, failing.Duties.Single(d => d.Kind == DutyKind.MarkCrash), "Why.", Now.Later(attempt));
            failing.Duties.Count(d => d.Message == PostKind.TrackerRefused && d.To == Recipient.Of("ana") && d.Text == "Why.").ShouldBe(attempt >= 3 ? 1 : 0);
        }
    }

    [Theory]
    [InlineData(true, "", "🔴")]
    [InlineData(true, "What is broken", "🔴 What is broken")]
    [InlineData(true, "🟢 What is broken", "🔴 What is broken")]
    [InlineData(true, "🟢What 🟢 is broken", "🔴What 🟢 is broken")]
    [InlineData(true, ":large_green_circle: What is broken", "🔴 What is broken")]
    [InlineData(true, ":red_circle: What is broken", ":red_circle: What is broken")]
    [InlineData(true, "🔴 What is broken", "🔴 What is broken")]
    [InlineData(false, "🔴 What is broken", "🟢 What is broken")]
    [InlineData(false, ":red_circle: R&amp;D | What is broken ", "🟢 R&amp;D | What is broken ")]
    [InlineData(false, ":large_green_circle: fine", ":large_green_circle: fine")]
    [InlineData(false, "What is 🔴 broken", "🟢 What is 🔴 broken")]
    public void Only_the_mark_in_front_changes(bool isOpen, string topic, string wanted) => CrashTopic.With(isOpen, topic, 250).ShouldBe(wanted);

    [Fact]
    public void A_topic_without_room_stays_as_it_is()
    {
        CrashTopic.With(true, new string('x', 248), 250).ShouldBeNull();
        CrashTopic.With(true, "🟢 " + new string('x', 247), 250).ShouldBe("🔴 " + new string('x', 247));
    }

    private static Case Tell(Case @case, Moment moment) => CrashRules.Tell(@case, "ana", "clara", "Rows are missing", Ana, moment);
}
