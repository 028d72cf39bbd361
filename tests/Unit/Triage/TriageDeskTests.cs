using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Documents;
using Hausmeister.Domain.Duties;
using Hausmeister.Domain.Triage;
using Hausmeister.Tests.Storage;
using Case = Hausmeister.Domain.Cases.Case;

namespace Hausmeister.Tests.Triage;

/// <summary>What becomes of a finished draft.</summary>
public sealed class TriageDeskTests
{
    private static readonly Person Ana = new("ana", "Ana", IsGuest: false);
    private static readonly Moment Now = new(SampleSquad.DataInfra, SampleSquad.At(2026, 11, 26, 10, 0));
    private static readonly TriageDraft Service = new() { CaseId = "ana-1", Kind = TriageDraft.Service, What = "Contracts has gaps", Priority = "P3" };
    private static readonly TriageDraft Question = new() { CaseId = "ana-1", Kind = TriageDraft.Question, What = "Where is my table?" };

    private readonly InMemoryDocumentStore store = new();

    [Fact]
    public async Task A_draft_becomes_a_service_issue_once()
    {
        var created = await DoAsync(desk => desk.CreateAsync(Service, default));
        var again = await DoAsync(desk => desk.CreateAsync(Service with { What = "Something else" }, default));

        created.Title.ShouldBe("Contracts has gaps");
        created.Owner.ShouldBe("ana");
        created.Duties.ShouldContain(d => d.Kind == DutyKind.CreateIssue);
        again.Title.ShouldBe("Contracts has gaps");
        again.Revision.ShouldBe(created.Revision);
    }

    [Fact]
    public async Task A_question_becomes_the_service_issue_that_it_is_after_all()
    {
        await DoAsync(desk => desk.KeepQuestionAsync(Question, default));
        var created = await DoAsync(desk => desk.CreateAsync(Service with { What = Question.What }, default));

        created.Kind.ShouldBe(CaseKind.ServiceIssue);
        (await OpenAsync()).ShouldHaveSingleItem().Id.ShouldBe("ana-1");
    }

    [Theory]
    [InlineData("P4", Priority.P4, false)]
    [InlineData("P1", Priority.P1, false)]
    [InlineData(TriageDraft.Unknown, Priority.P3, true)]
    public async Task The_priority_is_the_draft_s_or_to_be_decided(string chosen, Priority priority, bool undecided)
    {
        var created = await DoAsync(desk => desk.CreateAsync(Service with { Priority = chosen }, default));
        (created.Priority, created.Undecided).ShouldBe((priority, undecided));
    }

    [Fact]
    public async Task What_does_not_fit_into_the_title_comes_before_the_details()
    {
        var words = $"Contracts has gaps\n{new string('x', 300)}";
        var created = await DoAsync(desk => desk.CreateAsync(Service with { What = words, Details = "since Tuesday" }, default));
        created.Title.ShouldBe("Contracts has gaps");
        created.Details.ShouldBe($"{words}\n\nsince Tuesday");
    }

    [Fact]
    public async Task A_question_is_kept_once_and_takes_what_changed()
    {
        var kept = await DoAsync(desk => desk.KeepQuestionAsync(Question, default));
        var again = await DoAsync(desk => desk.KeepQuestionAsync(Question, default));
        var changed = await DoAsync(desk => desk.KeepQuestionAsync(Question with { Reporter = "Maria" }, default));

        again.Revision.ShouldBe(kept.Revision);
        changed.Reporter.ShouldBe("Maria");
        changed.Owner.ShouldBe("ana");
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task Cancelling_drops_what_was_kept_for_this_triage_alone(bool wasThere, int open)
    {
        await DoAsync(desk => desk.KeepQuestionAsync(Question, default));
        await DoAsync(async desk =>
        {
            await desk.DropAsync(Question with { Kept = wasThere }, default);
            return 0;
        });
        (await OpenAsync()).Count.ShouldBe(open);
    }

    [Fact]
    public async Task Words_become_a_comment_on_the_known_issue_and_the_question_points_to_it()
    {
        var known = await DoAsync(desk => desk.CreateAsync(Service with { CaseId = "ana-9" }, default));
        await DoAsync(desk => desk.KeepQuestionAsync(Question, default));
        var added = await DoAsync(desk => desk.AddToAsync(known.Id, Question with { Details = "since Tuesday" }, default));

        added.Notes.ShouldHaveSingleItem().Text.ShouldBe("Where is my table?\n\nsince Tuesday");
        (await OpenAsync()).ShouldHaveSingleItem().Id.ShouldBe("ana-9");
        await Should.ThrowAsync<ArgumentException>(() => DoAsync(desk => desk.AddToAsync("nobody-1", Question, default)));
    }

    [Fact]
    public async Task The_thread_that_the_words_came_from_hears_of_the_known_issue_from_now_on()
    {
        var known = await DoAsync(desk => desk.CreateAsync(Service with { CaseId = "ana-9" }, default));
        var draft = Question.From(new Origin("slack/C1%3B1.1", new Uri("https://slack.example/p1")));
        (await DoAsync(desk => desk.KeepQuestionAsync(draft, default))).Origin!.Thread.ShouldBe("slack/C1%3B1.1");
        await DoAsync(desk => desk.AddToAsync(known.Id, draft, default));

        var listening = await new CaseDesk(new Work(store), Now).InThreadAsync("slack/C1%3B1.1", default);
        listening.ShouldHaveSingleItem().Id.ShouldBe("ana-9");
    }

    private async Task<T> DoAsync<T>(Func<TriageDesk, Task<T>> act)
    {
        var work = new Work(store);
        var result = await act(new TriageDesk(new CaseDesk(work, Now), Ana, "webchat/data-infra.me.ana"));
        await work.CommitAsync(CancellationToken.None);
        return result;
    }

    private Task<IReadOnlyList<Case>> OpenAsync() => new CaseDesk(new Work(store), Now).OpenAsync(CancellationToken.None);
}
