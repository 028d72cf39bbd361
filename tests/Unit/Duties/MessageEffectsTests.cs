using Hausmeister.Bot.Duties;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Duties;
using NodaTime;
using Case = Hausmeister.Domain.Cases.Case;

namespace Hausmeister.Tests.Duties;

/// <summary>A case's messages: in which order, when they wait, and how they are kept up to date.</summary>
public sealed class MessageEffectsTests
{
    private readonly DutyHouse house = new();

    [Fact]
    public async Task People_hear_of_a_P4_before_the_tracker_does()
    {
        var toldBefore = -1;
        house.Tracker.Meanwhile = (call, _) =>
        {
            toldBefore = call == nameof(ScriptedTracker.CreateAsync) ? house.Messenger.Sent.Count : toldBefore;
            return Task.CompletedTask;
        };

        await house.TriageAsync(Priority.P4);
        await house.PumpAsync();

        house.Messenger.Sent.Take(toldBefore).Select(said => said.Kind).ShouldBe([PostKind.P4Level2, PostKind.P4Guild], ignoreOrder: true);
    }

    [Fact]
    public async Task A_message_waits_for_the_end_of_a_dialog_and_ten_minutes_at_most()
    {
        house.Messenger.InDialog.Add("bruno");
        await GiveToBrunoAsync(Priority.P3);

        await house.AdvanceAsync(Duration.FromMinutes(9));
        Given().ShouldBe(0);
        await house.AdvanceAsync(Duration.FromMinutes(1) + Duration.FromSeconds(15));

        Given().ShouldBe(1);
    }

    [Fact]
    public async Task A_message_comes_soon_after_the_dialog_has_ended()
    {
        house.Messenger.InDialog.Add("bruno");
        await GiveToBrunoAsync(Priority.P3);
        await house.AdvanceAsync(Duration.FromMinutes(3));
        house.Messenger.InDialog.Clear();

        await house.AdvanceAsync(Duration.FromSeconds(15));

        Given().ShouldBe(1);
    }

    [Fact]
    public async Task A_P4_does_not_wait_for_a_dialog()
    {
        house.Messenger.InDialog.Add("bruno");

        await GiveToBrunoAsync(Priority.P4);

        Given().ShouldBe(1);
    }

    [Fact]
    public async Task The_messages_of_a_case_are_brought_up_to_date_and_a_message_that_is_gone_is_forgotten()
    {
        var @case = await CaseWithPostsAsync("one", "two", "three");
        house.Messenger.Gone.Add("two");

        await RefreshAsync(@case.Id);

        house.Messenger.Updated.Select(said => said.Activity).ShouldBe(["one", "three"]);
        (await house.CaseAsync(@case.Id)).Posts.Select(p => p.Activity).ShouldBe(["one", "three"]);
    }

    [Fact]
    public async Task A_message_that_cannot_be_updated_now_does_not_keep_the_others_back_and_is_tried_again()
    {
        var @case = await CaseWithPostsAsync("one", "two");
        house.Messenger.FailsToUpdate = post => post.Activity == "one" ? new UnreachableException("Not now.") : null;
        await RefreshAsync(@case.Id);
        house.Messenger.Updated.Select(said => said.Activity).ShouldBe(["two"]);
        house.Messenger.FailsToUpdate = _ => null;

        await house.AdvanceAsync(Duration.FromSeconds(10));

        house.Messenger.Updated.Select(said => said.Activity).ShouldBe(["two", "one", "two"]);
        (await house.CaseAsync(@case.Id)).Duties.ShouldNotContain(d => d.Kind == DutyKind.UpdatePosts);
    }

    [Fact]
    public async Task What_changes_while_messages_are_updated_is_shown_in_the_end()
    {
        var @case = await CaseWithPostsAsync("one");
        var isFirst = true;
        house.Messenger.Meanwhile = async _ =>
        {
            if (isFirst)
                await house.DecideAsync(@case.Id, c => ServiceIssues.AddNote(c, "Written meanwhile", DutyHouse.Ana, house.Moment));
            isFirst = false;
        };

        await RefreshAsync(@case.Id);

        house.Messenger.Updated[0].Card.ShouldNotContain("Written meanwhile");
        house.Messenger.Updated[^1].Card.ShouldContain("Written meanwhile");
    }

    [Fact]
    public async Task Each_helpers_answer_is_told()
    {
        var @case = await house.IssueAsync(Priority.P4);
        await house.DecideAsync(@case.Id, c => HelpRules.PullIn(c, ["bruno", "davi"], DutyHouse.Ana, house.Moment));
        await house.DecideAsync(@case.Id, c => HelpRules.AnswerWith(c, HelpAnswer.Coming, new Person("bruno", "Bruno", false), house.Moment));
        await house.DecideAsync(@case.Id, c => HelpRules.AnswerWith(c, HelpAnswer.Cant, new Person("davi", "Davi", false), house.Moment));

        await house.PumpAsync();

        house.Messenger.Sent.Count(said => said.Kind == PostKind.HelpAnswer).ShouldBe(2);
    }

    [Fact]
    public async Task Whoever_cannot_be_reached_is_told_to_somebody_else_and_tried_on()
    {
        house.Messenger.Fails = to => to.Member == "bruno" ? new UnreachableException("Bruno has no conversation with me on any channel.") : null;
        var @case = await GiveToBrunoAsync(Priority.P3);

        await house.AdvanceAsync(Duration.FromMinutes(10));

        var told = house.Messenger.Sent.Where(said => said.Kind == PostKind.TrackerRefused).ShouldHaveSingleItem();
        told.To.ShouldBe(Recipient.Of("ana"));
        told.Card.ShouldContain("Bruno has no conversation with me");
        (await house.DutyAsync(@case.Id, DutyKind.Tell)).Attempts.ShouldBeGreaterThan(3);
        house.Messenger.Fails = _ => null;
        await house.AdvanceAsync(Duration.FromMinutes(10));
        Given().ShouldBe(1);
    }

    [Fact]
    public async Task A_room_that_was_reached_on_one_of_its_channels_gets_the_message_only_on_the_others()
    {
        var reached = new Post(PostKind.P4Guild, "webchat/guild", "here", null);
        house.Messenger.Fails = to => to == Recipient.Guild ? new UnreachableException("The guild's room could not be written to.", null, [reached]) : null;
        var @case = await house.TriageAsync(Priority.P4);
        await house.PumpAsync();
        house.Messenger.Fails = _ => null;

        await house.AdvanceAsync(Duration.FromSeconds(10));

        house.Messenger.Excepted[^1].ShouldBe(["webchat/guild"]);
        (await house.CaseAsync(@case.Id)).Posts.ShouldContain(reached);
    }

    private int Given() => house.Messenger.Sent.Count(said => said.Kind == PostKind.Given);

    private async Task<Case> GiveToBrunoAsync(Priority priority)
    {
        var @case = await house.IssueAsync(priority);
        await house.DecideAsync(@case.Id, c => ServiceIssues.Give(c, "bruno", DutyHouse.Ana, house.Moment));
        await house.PumpAsync();
        return @case;
    }

    private Task<Case> CaseWithPostsAsync(params string[] ids) => house.SaveAsync(c => c with
    {
        Priority = Priority.P2,
        Issue = new IssueRef(7, new Uri("https://tracker.example/7")),
        Posts = [.. ids.Select(id => new Post(PostKind.Issue, $"test/{id}", id, "ana"))],
    });

    private async Task RefreshAsync(string id)
    {
        await house.DecideAsync(id, c => c.Refresh(house.Now));
        await house.PumpAsync();
    }
}
