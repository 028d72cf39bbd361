using AdaptiveCards;
using Hausmeister.Cards;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Duties;
using Hausmeister.Domain.HandOffs;
using Hausmeister.Domain.Pipeline;
using NodaTime;
using static Hausmeister.Tests.Cards.SampleDay;

namespace Hausmeister.Tests.Cards;

/// <summary>What is wrong with the nightly run, to those who can act and to the guild.</summary>
public sealed class TroubleCardTests
{
    [Fact]
    public void It_says_what_failed_what_that_holds_up_and_how_long_there_is()
    {
        var day = Failed.Owe(new Duty("level2/financial-reports", DutyKind.EscalateTrouble, Clock(3, 44)));

        Words(day, Moment(3, 14)).ShouldBe(
            "DAG for Thu 26 Nov (due Wed 23:00) | Trouble: Financial Reports | " +
            "**Financial Reports** failed 03:12: finance.ledger, no tries left. Holds up 3 stages. Contracts are fine. | " +
            "Target: 06:00, in 2 h 46 | External SLA: 08:00, in 4 h 46 | Usually takes: 1 h 50 | Tries: 3 of 3, last 03:02 to 03:12 | " +
            @"Same node: [#471](https://github.com/nubank/itaipu/issues/471) finance.ledger runs out of memory (P3, Bruno) | " +
            "No On it by 03:44, and Clara is called.");
        Buttons(day, Moment(3, 14)).ShouldBe("On it, Log, Add to #471, Triage");
    }

    [Theory]
    [InlineData("failed and taken", "failed 03:12: finance.ledger, no tries left. Holds up 3 stages. Contracts are fine.", "Ana is on it since 03:20.", "Log, Add to #471, Triage")]
    [InlineData("running again", "failed 03:12 and run again since 03:40. Contracts are fine.", "Ana is on it since 03:20.", "Add to #471, Triage")]
    [InlineData("many failed", "failed 05:10: finance.ledger, 10 of its tasks and 390 more tasks, no tries left.", "", "On it, Log, Add to #471, Triage")]
    [InlineData("late", "are 38 min late. Contracts and Other datasets are fine.", "Now: being calculated since 04:02", "On it, Triage")]
    [InlineData("past its SLA", "are 2 h 10 late, past the external SLA of 08:00. Contracts and Other datasets are fine.", "", "On it, Triage")]
    [InlineData("not started", "**The run has not started.** It was due 23:00.", "", "On it, Triage")]
    [InlineData("fixed", "**Financial Reports were fixed:** loaded 05:34.", "Failed 03:12 · Ana was on it", "")]
    [InlineData("loaded late", "**Financial Reports were loaded 06:38,** 38 min late.", "Target 06:00", "")]
    [InlineData("started", "**The run has started,** Wed 25 Nov 23:01.", "Was due 23:00", "")]
    [InlineData("never loaded", "**The next run has begun.** Financial Reports were not loaded.", "Failed 03:12 · Ana was on it", "")]
    public void Each_trouble_has_its_words(string state, string sentence, string foot, string buttons)
    {
        var (_, day, at) = CardSamples.Days.Single(d => d.Name == state);
        var moment = new Moment(SampleSquad.WithDag, at);

        Words(day, moment).ShouldContain(sentence);
        Words(day, moment).ShouldContain(foot);
        Buttons(day, moment).ShouldBe(buttons);
    }

    [Theory]
    [InlineData(1, "finance.ledger, no tries left.")]
    [InlineData(2, "finance.ledger and finance.a, no tries left.")]
    [InlineData(4, "finance.ledger, finance.a, and 2 more tasks, no tries left.")]
    public void Several_tasks_that_failed_are_one_trouble(int count, string words)
    {
        string[] ids = [Node, "finance.a", "finance.b", "finance.c"];
        var tasks = ids.Take(count).Select(id => Task(id, 3, 12)).ToList();

        Words(WithTasks([.. tasks], count), Moment(3, 14)).ShouldContain(words);
    }

    [Fact]
    public void A_task_that_gave_up_early_is_not_tried_again() =>
        Words(WithTasks([Task(Node, 3, 12) with { Try = 1 }], 1), Moment(3, 14)).ShouldContain("finance.ledger, not tried again.");

    [Fact]
    public void A_failure_whose_time_Airflow_does_not_tell_has_none()
    {
        var trouble = Taken.Troubles[0] with { Since = Instant.MinValue };
        var failed = With(WithTasks([Task(Node, 3, 12)], 1), trouble);
        var untold = failed with { Stages = [.. failed.Stages.Select(s => s.Failure is { } failure ? s with { Failure = failure with { At = Instant.MinValue } } : s)] };

        Words(untold, Moment(3, 14)).ShouldContain("**Financial Reports** failed: finance.ledger");
        Words(With(Again, trouble), Moment(4)).ShouldContain("**Financial Reports** failed and run again since 03:40.");
        DagCardTests.Words(DagCard.Build(untold, Moment(3, 14), null)).ShouldContain("**Financial Reports failed.** Ana is on it.");
        Hausmeister.Cards.Parts.DagWords.Small(With(Complete, trouble with { EndedAt = Clock(5) }), Moment(11)).Source.ShouldBe("Complete 10:52 · failed once");
    }

    [Fact]
    public void In_its_first_minute_a_stage_is_just_late() => Words(Late, Moment(6)).ShouldContain("**Financial Reports** are late.");

    [Fact]
    public void A_promise_of_a_later_stage_is_named()
    {
        var trouble = new StageTrouble("contracts", Contracts, TroubleKind.PastSla, Clock(8));
        var day = With(Day(8, 10, Running(Contracts, 2, 0), Waiting(Finance), Waiting(Facts)), trouble);

        Words(day, Moment(8, 10)).ShouldContain("**Contracts** are 4 h 10 late, and Financial Reports are past their external SLA.");
        Words(With(NotStarted, NotStarted.Troubles[0] with { Kind = TroubleKind.PastSla }), Moment(8, 10))
            .ShouldContain("**The run has not started, and Financial Reports are past their external SLA.** It was due 23:00.");
    }

    [Fact]
    public void Level_2_hears_that_nobody_is_on_it_until_somebody_is()
    {
        var squad = SampleSquad.WithDag with { Members = [.. SampleSquad.WithDag.Members.Select(m => m with { Phone = "+55 11 5550 0101" })] };
        var moment = Moment(3, 44) with { Squad = squad };
        var asked = With(Failed, Failed.Troubles[0] with { Level2 = new Asked("clara", Clock(3, 44)) });

        var card = PipelineMessages.Build(PostKind.TroubleLevel2, asked, moment, "clara", "financial-reports");

        DagCardTests.Words(card).ShouldStartWith("To you as Level 2 · DAG for Thu 26 Nov (due Wed 23:00) | Trouble: Financial Reports | **Nobody is on it.** Financial Reports failed 03:12: finance.ledger");
        DagCardTests.Words(card).ShouldContain("Call Ana: [+55");
        Words(asked, moment).ShouldEndWith("Clara was called 03:44.");
        DagCardTests.Words(PipelineMessages.Build(PostKind.TroubleLevel2, Taken, moment, "ana", "financial-reports")).ShouldEndWith("You are on it since 03:20.");
    }

    [Theory]
    [InlineData("failed", "DAG for Thu 26 Nov: **Financial Reports failed 03:12.** Holds up 3 stages.")]
    [InlineData("failed and taken", "DAG for Thu 26 Nov: **Financial Reports failed 03:12.** Holds up 3 stages. Ana is on it.")]
    [InlineData("running again", "DAG for Thu 26 Nov: **Financial Reports failed 03:12 and run again since 03:40.** Ana is on it.")]
    [InlineData("fixed", "DAG for Thu 26 Nov: **Financial Reports were fixed:** loaded 05:34.")]
    [InlineData("late", "DAG for Thu 26 Nov: **Financial Reports are 38 min late.**")]
    [InlineData("not started", "DAG for Thu 26 Nov: **The run has not started.**")]
    [InlineData("recorded", @"DAG for Thu 26 Nov (recorded): **Financial Reports failed 03:12.** Holds up 3 stages.")]
    public void The_guild_reads_one_line(string state, string line)
    {
        var (_, day, at) = CardSamples.Days.Single(d => d.Name == state);

        DagCardTests.Words(PipelineMessages.Build(PostKind.TroubleGuild, day, new Moment(SampleSquad.WithDag, at), null, day.Troubles[0].Id)).ShouldBe(line);
    }

    [Fact]
    public void The_logs_are_links_by_the_tasks_names()
    {
        var day = WithTasks([Task(Node, 3, 12), Task("finance.map", 3, 13, 4), Task("finance.gone", 3, 13) with { Log = null }], 12);

        DagCardTests.Words(TroubleLogCard.Build(day, day.Troubles[0], Moment(3, 14))).ShouldBe(
            "DAG for Thu 26 Nov (due Wed 23:00) | 12 tasks of Financial Reports failed | " +
            "[finance.ledger](https://airflow.example/log?task=finance.ledger&map=-1) | Try 3 of 3, 03:02 to 03:12 | " +
            @"[finance.map \[4\]](https://airflow.example/log?task=finance.map&map=4) | Try 3 of 3, 03:03 to 03:13 | " +
            "finance.gone | Try 3 of 3, 03:03 to 03:13 | and 9 more");
        DagCardTests.Words(TroubleLogCard.Build(Again, Again.Troubles[0], Moment(4))).ShouldBe("**Nothing has failed any more** in Financial Reports.");
    }

    private static PipelineDay WithTasks(IReadOnlyList<Domain.Ports.FailedTask> tasks, int count) => Failed with
    {
        Stages = [.. Failed.Stages.Select(s => s.Failure is null ? s : s with { Failure = new StageFailure(Clock(3, 12), tasks, count, InLoading: false) })],
    };

    private static AdaptiveCard Build(PipelineDay day, Moment moment) => PipelineMessages.Build(PostKind.Trouble, day, moment, "davi", day.Troubles[0].Id);

    private static string Words(PipelineDay day, Moment moment) => DagCardTests.Words(Build(day, moment));

    private static string Buttons(PipelineDay day, Moment moment) => string.Join(", ", Build(day, moment).Actions.Select(a => a.Title));
}
