using AdaptiveCards;
using Hausmeister.Cards;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Duties;
using Hausmeister.Domain.HandOffs;
using Hausmeister.Domain.Pipeline;
using NodaTime;
using static Hausmeister.Tests.Cards.SampleDay;

namespace Hausmeister.Tests.Cards;

/// <summary>What the cards about the nightly run say, and to whom.</summary>
public sealed class DagCardTests
{
    public static TheoryData<string> States() => [.. CardSamples.Days.Select(d => d.Name)];

    [Theory]
    [MemberData(nameof(States))]
    public void No_room_sees_a_node_s_name(string state)
    {
        var (_, day, at) = CardSamples.Days.Single(d => d.Name == state);
        var moment = new Moment(SampleSquad.WithDag, at);
        AdaptiveCard[] inRooms =
        [
            DagCard.Build(day, moment, viewer: null),
            DagCard.Build(day, moment, "guest"),
            PipelineMessages.Build(PostKind.DagPost, day, moment, "ana", null),
            .. day.Troubles.Select(t => PipelineMessages.Build(PostKind.TroubleGuild, day, moment, null, t.Id)),
        ];

        foreach (var card in inRooms)
            card.ToJson().ShouldNotContain("ledger");
        DagText.Of(day, moment.Squad).ShouldNotContain("ledger");
    }

    [Fact]
    public void A_run_that_is_on_time_says_so_with_the_figures_of_each_stage() => Words(DagCard.Build(Healthy, Moment(9), "davi")).ShouldBe(
        "Data Infra · prod-dagao | DAG for Thu 26 Nov (due Wed 23:00) | **On time.** 4 of 5 loaded. | " +
        "✅ | **Contracts** were calculated and loaded | target 04:00 · yesterday 03:41 | 03:38 | 22 min early | " +
        "✅ | **Financial Reports** were calculated and loaded | target 06:00 · yesterday 05:31 | 05:34 | 26 min early | " +
        "✅ | **Facts and Dimensions** were calculated and loaded | target 08:00 · yesterday 07:40 | 07:46 | 14 min early | " +
        "✅ | **Models and Policies** were calculated and loaded | target 09:00 · yesterday 08:24 | 08:20 | 40 min early | " +
        "⏩ | **Other datasets** were calculated and are being loaded | target 12:00 | since 08:41 | " +
        "Seen 09:00. Changes by itself.");

    [Theory]
    [InlineData("late", "**Financial Reports are 38 min late.** The external SLA is 08:00, in 1 h 22.")]
    [InlineData("past its SLA", "**Financial Reports are 2 h 10 late.** The external SLA was 08:00.")]
    [InlineData("many late", "**2 stages are late:** Financial Reports 7 h, Other datasets 1 h. The external SLA of Financial Reports was 08:00.")]
    [InlineData("failed", "**Financial Reports failed 03:12.** It holds up 3 stages.")]
    [InlineData("many failed", "**2 stages failed:** Financial Reports 05:10, Facts and Dimensions 05:10. They hold up 2 stages.")]
    [InlineData("failed and taken", "**Financial Reports failed 03:12.** Ana is on it. It holds up 3 stages.")]
    [InlineData("loaded late", "**4 of 5 loaded.** Financial Reports were 38 min late.")]
    [InlineData("paused", "**Paused in Airflow.** Nothing new starts until somebody lets it go on.")]
    [InlineData("complete", "**Complete 10:52.** 1 h 08 before the last target, 12:00.")]
    [InlineData("complete and late", "**Complete 13:40.** 1 h 40 after the last target, 12:00. Paused in Airflow: no other run starts.")]
    [InlineData("not seen", "**Airflow not seen since 06:40.** It does not answer in time. Below is the last known state, not the present one.")]
    [InlineData("never seen", "**Airflow not seen since 06:40.** It does not answer in time. Nothing is known of this run yet.")]
    [InlineData("not started", "**The run has not started.** It was due 23:00.")]
    [InlineData("healthy in the evening", "**On time.** 0 of 5 loaded.")]
    public void A_state_is_said_in_one_sentence(string state, string sentence)
    {
        var (_, day, at) = CardSamples.Days.Single(d => d.Name == state);
        // What waits for a late stage is late for that reason only.
        var upstream = new[] { Facts, Policies }.ToDictionary(s => s, IReadOnlyList<string> (_) => [Finance]);

        Words(DagCard.Build(day with { Upstream = upstream }, new Moment(SampleSquad.WithDag, at), null)).ShouldContain($" | {sentence} | ");
    }

    [Theory]
    [InlineData("late", "DAG for Thu 26 Nov: Financial Reports are 38 min late.")]
    [InlineData("healthy", "DAG for Thu 26 Nov: on time, 4 of 5 loaded.")]
    [InlineData("not seen", "DAG for Thu 26 Nov: Airflow not seen since 06:40. Last known state.")]
    public void A_notification_says_it_too(string state, string words)
    {
        var (_, day, at) = CardSamples.Days.Single(d => d.Name == state);

        DagCard.Build(day, new Moment(SampleSquad.WithDag, at), null).FallbackText.ShouldBe(words);
    }

    [Fact]
    public void What_was_not_seen_is_not_shown_as_late() =>
        Words(DagCard.Build(NotSeen, Moment(10), null)).ShouldNotContain(" late");

    [Fact]
    public void Of_what_was_never_seen_no_state_is_claimed() =>
        Words(DagCard.Build(NeverSeen, Moment(10), null)).ShouldNotContain("have to be calculated");

    [Fact]
    public void A_post_that_came_late_says_when_it_was_due()
    {
        var posted = Healthy with { PostedAt = Clock(9, 12) };

        Words(PipelineMessages.Build(PostKind.DagPost, posted, Moment(9, 12), null, null)).ShouldContain("This was due at 09:00. Seen 09:00.");
        Words(DagCard.Build(posted, Moment(9, 12), null)).ShouldNotContain("This was due");
        Words(PipelineMessages.Build(PostKind.DagPost, posted with { PostedAt = Clock(9, 1) }, Moment(9, 12), null, null)).ShouldNotContain("This was due");
    }

    [Fact]
    public void Only_members_hear_of_nodes_that_the_DAG_does_not_have()
    {
        var (_, day, at) = CardSamples.Days.Single(d => d.Name == "with nodes missing");

        Words(DagCard.Build(day, new Moment(SampleSquad.WithDag, at), "davi"))
            .ShouldContain("| **prod-dagao has no node finance.ledger:** check the stages in the squad's file. | **2 tasks outside of the stages failed.** |");
    }

    [Fact]
    public void A_note_is_marked_as_somebody_s_and_a_later_one_as_changed()
    {
        var noted = Healthy with { Notes = [Note("The cluster was small tonight.")] };

        Words(DagCard.Build(noted, Moment(9), null)).ShouldContain("| “The cluster was small tonight.” | Ana, 08:52 |");
        Words(DagCard.Build(noted with { Notes = [.. noted.Notes, Note("It is big again.")] }, Moment(9), null)).ShouldContain("| “It is big again.” | Ana, changed 08:52 |");
    }

    [Theory]
    [InlineData(null, 9, "Tell me when…, Refresh, Airflow")]
    [InlineData("davi", 9, "Tell me when…, Refresh, Airflow")]
    [InlineData("ana", 8, "Tell me when…, Refresh, Airflow")]
    [InlineData("ana", 9, "Tell me when…, Refresh, Add a note, Airflow")]
    public void The_one_on_duty_adds_a_note_from_the_preview_on(string? viewer, int hour, string buttons) =>
        string.Join(", ", DagCard.Build(Healthy.Owe(new Duty("post", DutyKind.PostStatus, Clock(9))), Moment(hour), viewer).Actions.Select(a => a.Title)).ShouldBe(buttons);

    [Fact]
    public void A_complete_run_is_waited_for_no_more_and_does_not_change()
    {
        var card = DagCard.Build(Complete, Moment(11), null);

        card.Actions.Select(a => a.Title).ShouldBe(["Refresh", "Airflow"]);
        card.Refresh.ShouldBeNull();
        Words(card).ShouldEndWith("| Seen 11:00.");
        DagCard.Build(Healthy, Moment(9), null).Refresh.Action.Verb.ShouldBe(Verbs.Dag.Refresh);
    }

    [Fact]
    public void A_recording_is_called_one() =>
        Words(DagCard.Build(Healthy with { IsRecording = true }, Moment(9), null)).ShouldContain("A recorded run, played again: Airflow is not configured. Seen 09:00.");

    [Fact]
    public void A_stage_that_the_squad_s_file_lost_has_no_target() =>
        Words(DagCard.Build(Day(9, 0, Loaded("Old", 3, 0)), Moment(9), null)).ShouldContain("| ✅ | **Old** were calculated and loaded | 03:00 |");

    [Theory]
    [InlineData("before", "This goes out at 09:00", "If you do nothing, it goes out without a note.", "Add a note, Post now")]
    [InlineData("not seen", "This is due at 09:00", "Nothing is posted until Airflow answers.", "Add a note, Post now")]
    [InlineData("noted", "This goes out at 09:00", "The note goes out with it.", "Change the note, Post now")]
    [InlineData("posted", "**Posted 09:00.**", "DAG for Thu 26 Nov", "Change the note")]
    public void The_preview_says_what_goes_out_when(string state, string title, string foot, string buttons)
    {
        var noted = Failed with { Notes = [Note("x")] };
        var day = state switch { "not seen" => NotSeen, "noted" => noted, "posted" => noted with { PostedAt = Clock(9) }, _ => Failed };
        var card = DagPreviewCard.Build(day, Moment(8, 45));

        Words(card).ShouldContain(title);
        Words(card).ShouldContain(foot);
        string.Join(", ", card.Actions.Select(a => a.Title)).ShouldBe(buttons);
    }

    [Fact]
    public void Only_stages_that_are_not_loaded_are_waited_for()
    {
        DagTellCard.Build(Late, Moment(7)).Body.OfType<AdaptiveChoiceSetInput>().Single().Choices.Select(c => c.Value).ShouldBe([Finance, Facts, Policies, Rest]);
        Words(DagTellCard.Build(Complete, Moment(11))).ShouldBe("**All stages are loaded** of the DAG for Thu 26 Nov.");
    }

    [Fact]
    public void Whoever_waited_is_told_in_one_line()
    {
        Message(PostKind.DagLoaded, Healthy, Contracts).ShouldBe("**Contracts are loaded,** 03:38.");
        Message(PostKind.DagLoaded, Again, Finance).ShouldBe("**Financial Reports** are being calculated.");
        Message(PostKind.DagLoaded, Again, "Gone").ShouldBe("**Gone are loaded.**");
    }

    [Fact]
    public void Whoever_is_on_duty_hears_that_Airflow_is_not_seen()
    {
        Message(PostKind.DagUnseen, NotSeen, null).ShouldBe("**Airflow not seen since 06:40.** It does not answer in time. I ask again each minute. Nothing is posted until it answers.");
        Message(PostKind.DagUnseen, NotSeen with { PostedAt = Clock(6) }, null).ShouldEndWith("The post says that it shows the state of 06:40.");
        Message(PostKind.DagUnseen, Healthy, null).ShouldBe("**Airflow answers again.**");
    }

    [Theory]
    [InlineData("complete", "complete 10:52", "Complete 10:52")]
    [InlineData("fixed", "complete 10:52", "Complete 10:52 · failed once, 03:12")]
    [InlineData("failed", "Financial Reports failed 03:12", "Financial Reports failed 03:12")]
    [InlineData("late", "Financial Reports are 38 min late", "Financial Reports are 38 min late")]
    [InlineData("healthy", "on time, 4 of 5 loaded", "On time, 4 of 5 loaded")]
    public void A_hand_off_has_a_line_for_it(string state, string line, string small)
    {
        var (_, day, at) = CardSamples.Days.Single(d => d.Name == state);
        var moment = new Moment(SampleSquad.WithDag, at);

        Hausmeister.Cards.Parts.DagWords.Line(day, moment).Source.ShouldBe($"**DAG for Thu 26 Nov** (due Wed 23:00): {line}.");
        Hausmeister.Cards.Parts.DagWords.Small(day, moment).Source.ShouldBe(small);
    }

    private static string Message(PostKind kind, PipelineDay day, string? text) => Words(PipelineMessages.Build(kind, day, Moment(9), "ana", text));

    internal static string Words(AdaptiveCard card) => string.Join(" | ", card.Body.SelectMany(WordsOf));

    private static IEnumerable<string> WordsOf(AdaptiveElement element) => element switch
    {
        AdaptiveTextBlock text => [text.Text],
        AdaptiveFactSet facts => facts.Facts.Select(f => $"{f.Title}: {f.Value}"),
        AdaptiveColumnSet set => set.Columns.SelectMany(WordsOf),
        AdaptiveContainer container => container.Items.SelectMany(WordsOf),
        _ => [],
    };
}
