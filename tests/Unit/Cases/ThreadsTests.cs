using System.Text;
using System.Text.Json.Nodes;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Documents;
using Hausmeister.Domain.Duties;
using Hausmeister.Tests.Storage;
using static Hausmeister.Tests.Cases.CaseExamples;
using Case = Hausmeister.Domain.Cases.Case;

namespace Hausmeister.Tests.Cases;

/// <summary>What the threads that a case came up in hear of it, and what is written there.</summary>
public sealed class ThreadsTests
{
    private const string Thread = "slack/C1%3B1.1";
    private const string Other = "slack/C1%3B2.2";
    private static readonly Moment Now = At(Thursday);
    private static readonly Origin Origin = new(Thread, new Uri("https://slack.example/p1"));

    private readonly InMemoryDocumentStore store = new();

    [Theory]
    [InlineData(AnswerKind.Page, true)]
    [InlineData(AnswerKind.EarlierCase, true)]
    [InlineData(AnswerKind.Typed, true)]
    [InlineData(AnswerKind.Elsewhere, false)]
    public void An_answer_is_posted_where_the_question_came_from_but_not_what_was_answered_there(AnswerKind kind, bool isPosted) =>
        Questions.AnswerWith(Question, Answer(kind), Now).Told().ShouldBe(isPosted ? [$"ThreadAnswer {Thread}"] : []);

    [Fact]
    public void A_question_without_a_thread_is_answered_in_silence() => Questions.AnswerWith(Question with { Origin = null }, Answer(AnswerKind.Typed), Now).Told().ShouldBeEmpty();

    [Fact]
    public void A_guest_who_asked_in_the_thread_hears_everything_once()
    {
        var asked = Question with { OpenedBy = Gil, Conversation = Thread, Guest = new GuestReport("Opened my_sales", "Rows", "a room") };
        Questions.AnswerWith(asked, Answer(AnswerKind.Typed), Now).Told().ShouldBe([$"ThreadAnswer {Thread}"]);
        Questions.AnswerWith(asked, Answer(AnswerKind.Elsewhere), Now).Told().ShouldBeEmpty();

        var triaged = ServiceIssues.Begin(asked with { Priority = Priority.P3 }, Ana, Now);
        var created = ServiceIssues.Created(triaged, Tracked(triaged), Now);
        created.Told().ShouldBe([$"ThreadIssue {Thread}"]);
        ServiceIssues.Fix(Settled(created), null, Ana, Now).Told().ShouldBe([$"ThreadFixed {Thread}"]);
    }

    [Fact]
    public void A_guest_who_asked_somewhere_else_hears_it_there_too()
    {
        var asked = Question with { OpenedBy = Gil, Conversation = "slack/D0GIL", Guest = new GuestReport("Opened my_sales", "Rows", "the chat") };
        Questions.AnswerWith(asked, Answer(AnswerKind.Typed), Now).Told().ShouldBe(["GuestNews slack/D0GIL", $"ThreadAnswer {Thread}"]);
        Questions.AnswerWith(asked, Answer(AnswerKind.Elsewhere), Now).Told().ShouldBe(["GuestNews slack/D0GIL"]);
    }

    [Fact]
    public void A_guest_in_the_thread_hears_of_the_end_while_there_is_no_number_to_say_it_with()
    {
        var triaged = ServiceIssues.Begin(Question with { OpenedBy = Gil, Conversation = Thread, Guest = new GuestReport("x", null, "a room"), Priority = Priority.P3 }, Ana, Now);
        ServiceIssues.Fix(Settled(triaged), null, Ana, Now).Told().ShouldBe([$"GuestNews {Thread}"]);
    }

    [Fact]
    public void Every_thread_hears_of_the_issue_of_its_end_and_that_it_is_open_again()
    {
        var triaged = Triaged(Priority.P3, Thursday) with { Origin = Origin, OtherThreads = [Other] };
        var created = ServiceIssues.Created(triaged, Tracked(triaged), Now);
        created.Told().ShouldBe([$"ThreadIssue {Thread}", $"ThreadIssue {Other}"]);

        var closed = ServiceIssues.Fix(Settled(created), null, Ana, Now);
        closed.Told().ShouldBe([$"ThreadFixed {Thread}", $"ThreadFixed {Other}"]);
        ServiceIssues.Reopen(Settled(closed), Ana, Now).Told().ShouldBe([$"ThreadReopened {Thread}", $"ThreadReopened {Other}"]);
    }

    [Fact]
    public void An_end_in_the_tracker_is_told_too()
    {
        var issue = Created(Priority.P3) with { Origin = Origin };
        ServiceIssues.SeenInTracker(issue, Tracked(issue) with { Open = false }, Now).Told().ShouldBe([$"ThreadFixed {Thread}"]);
    }

    [Fact]
    public void What_was_not_said_in_time_and_has_turned_back_is_not_said()
    {
        var closed = ServiceIssues.Fix(Created(Priority.P3) with { Origin = Origin }, null, Ana, Now);
        var reopened = ServiceIssues.Reopen(closed, Ana, Now);
        reopened.Told().ShouldBeEmpty();

        var said = closed.Claim(new HashSet<string> { $"tell/ThreadFixed/{Thread}" }, Now.Now);
        ServiceIssues.Reopen(said, Ana, Now).Told().ShouldBe([$"ThreadFixed {Thread}", $"ThreadReopened {Thread}"]);
        ServiceIssues.Fix(ServiceIssues.Reopen(Settled(closed), Ana, Now), null, Ana, Now).Told().ShouldBeEmpty();
    }

    [Fact]
    public void A_thread_that_has_not_heard_of_the_issue_hears_in_one_message_that_it_is_over()
    {
        var triaged = Triaged(Priority.P3, Thursday) with { Origin = Origin };
        var created = ServiceIssues.Created(triaged, Tracked(triaged), Now);
        ServiceIssues.Fix(created, null, Ana, Now).Told().ShouldBe([$"ThreadIssue {Thread}"]);

        var closed = ServiceIssues.Fix(triaged, null, Ana, Now);
        closed.Told().ShouldBeEmpty();
        ServiceIssues.Created(closed, Tracked(triaged), Now).Told().ShouldBe([$"ThreadIssue {Thread}"]);
    }

    [Fact]
    public void It_came_up_in_another_thread_which_hears_of_it_once()
    {
        var joined = Threads.Join(Created(Priority.P3) with { Origin = Origin }, Other, Now);
        joined.Told().ShouldBe([$"ThreadIssue {Other}"]);
        Threads.Join(joined, Other, Now).ShouldBeSameAs(joined);
        Threads.Join(joined, Thread, Now).ShouldBeSameAs(joined);

        var early = Threads.Join(Triaged(Priority.P3, Thursday), Other, Now);
        early.Told().ShouldBeEmpty();
        ServiceIssues.Created(early, Tracked(early), Now).Told().ShouldBe([$"ThreadIssue {Other}"]);
    }

    [Fact]
    public void So_many_threads_hear_of_it_and_then_the_oldest_hears_no_more()
    {
        var joined = Enumerable.Range(0, Threads.Most + 1).Aggregate(Created(Priority.P3) with { Origin = Origin }, (c, i) => Threads.Join(c, $"slack/{i}", Now));
        joined.Threads.ShouldBe([Thread, .. Enumerable.Range(1, Threads.Most).Select(i => $"slack/{i}")]);
    }

    [Fact]
    public void A_reply_is_a_note_and_only_the_squads_own_is_news()
    {
        var issue = Created(Priority.P3);
        var replied = Threads.Reply(issue, "Any news?", Gil, Now.Later(30));
        replied.Notes.ShouldHaveSingleItem().ShouldBe(new Note(Now.Later(30).Now, Gil, "Any news?"));
        replied.Owed().ShouldContain(DutyKind.Comment);
        replied.Progress.ShouldBe(issue.Progress);

        Threads.Reply(issue, "The job runs again", Ana, Now.Later(30)).Progress!.News.ShouldBe("The job runs again");
    }

    [Fact]
    public void A_long_thread_is_not_kept_to_its_end_which_is_noted_once()
    {
        var full = Created(Priority.P3) with { Notes = [.. Enumerable.Repeat(new Note(Thursday, Gil, "x"), Threads.MostNotes - 1)] };
        var replied = Threads.Reply(full, "the last one", Gil, Now);
        var over = Threads.Reply(replied, "one more", Gil, Now);
        over.Notes[^1].By.ShouldBe(Person.Bot);
        Threads.Reply(over, "and another", Gil, Now).ShouldBeSameAs(over);
    }

    [Fact]
    public async Task An_open_case_is_found_by_its_threads_and_a_case_that_has_ended_is_not()
    {
        await DoAsync(desk => Task.FromResult(desk.Save(Created(Priority.P3) with { Origin = Origin }))!);
        await ApplyAsync(c => c with { OtherThreads = [Other] });
        (await KeysAsync()).ShouldBe([Keys.Thread("data-infra", Thread, "ana-1"), Keys.Thread("data-infra", Other, "ana-1")]);
        (await FindAsync(Other)).ShouldHaveSingleItem().Id.ShouldBe("ana-1");
        (await FindAsync("slack/C1%3B1")).ShouldBeEmpty();

        await ApplyAsync(c => ServiceIssues.Fix(c, null, Ana, Now));
        (await KeysAsync()).ShouldBeEmpty();
        await ApplyAsync(c => ServiceIssues.Reopen(c, Ana, Now));
        (await KeysAsync()).Count.ShouldBe(2);

        await ApplyAsync(c => c with { OtherThreads = ["slack/3"] });
        (await KeysAsync()).ShouldBe([Keys.Thread("data-infra", Thread, "ana-1"), Keys.Thread("data-infra", "slack/3", "ana-1")], ignoreOrder: true);
        await DoAsync(async desk =>
        {
            var found = await desk.FindAsync("ana-1", default);
            desk.Forget(found!);
            return found;
        });
        (await KeysAsync()).ShouldBeEmpty();
    }

    [Fact]
    public void A_case_of_before_has_no_threads()
    {
        var written = JsonNode.Parse(DocumentTypes.Case.Write(Created(Priority.P3)).Span)!.AsObject();
        written.Remove("otherThreads").ShouldBeTrue();
        written.ContainsKey("threads").ShouldBeFalse();

        DocumentTypes.Case.Read(Encoding.UTF8.GetBytes(written.ToJsonString())).Threads.ShouldBeEmpty();
    }

    private static Answer Answer(AnswerKind kind) => new(kind, "Run it again", null, null, Ana, Thursday);

    private static Case Question => Reported(Thursday) with { Kind = CaseKind.Question, Origin = Origin };

    private async Task<IReadOnlyList<string>> KeysAsync() => [.. (await store.ListAsync("data-infra/thread/", 100, default)).Select(d => d.Key)];

    private Task<IReadOnlyList<Case>> FindAsync(string thread) => new CaseDesk(new Work(store), Now).InThreadAsync(thread, default);

    private Task ApplyAsync(Func<Case, Case> decide) => DoAsync(desk => desk.ApplyAsync("ana-1", decide, default));

    private async Task DoAsync(Func<CaseDesk, Task<Case?>> act)
    {
        var work = new Work(store);
        await act(new CaseDesk(work, Now));
        await work.CommitAsync(default);
    }
}
