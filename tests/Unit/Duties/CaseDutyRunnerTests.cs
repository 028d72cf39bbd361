using Hausmeister.Bot.Duties;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Documents;
using Hausmeister.Domain.Duties;
using Hausmeister.Domain.Ports;
using NodaTime;
using Case = Hausmeister.Domain.Cases.Case;

namespace Hausmeister.Tests.Duties;

/// <summary>Claims: who carries a duty out, and what happens when nobody comes back.</summary>
public sealed class CaseDutyRunnerTests
{
    private readonly DutyHouse house = new();

    [Fact]
    public async Task Two_processes_on_one_store_create_one_issue()
    {
        var other = house.ServerOf(new ThisProcess("two", IsAlone: false));
        var @case = await house.TriageAsync();
        var wakeUp = new WakeUp(Keys.Case(house.Squad.Id, @case.Id), @case.Revision, house.Now);

        await Task.WhenAll(
            Task.Run(() => house.Server.ServeAsync(wakeUp, house.Now, CancellationToken.None)),
            Task.Run(() => other.ServeAsync(wakeUp, house.Now, CancellationToken.None)));

        house.Tracker.Written.ShouldBe([nameof(ScriptedTracker.CreateAsync)]);
        (await house.CaseAsync(@case.Id)).Issue!.Number.ShouldBe(1);
    }

    [Fact]
    public async Task What_another_process_has_in_hand_is_left_to_it_until_its_claim_ends()
    {
        var @case = await house.TriageAsync(with: ClaimedBySomebody);

        await house.AdvanceAsync(Claim.Lease - Duration.FromSeconds(1));
        house.Tracker.Calls.ShouldBeEmpty();
        await house.AdvanceAsync(Duration.FromSeconds(1));

        (await house.CaseAsync(@case.Id)).Issue.ShouldNotBeNull();
    }

    [Fact]
    public async Task An_effect_of_somebody_who_did_not_come_back_is_looked_for_before_it_is_tried()
    {
        var @case = await house.TriageAsync(with: ClaimedBySomebody);
        await house.Tracker.CreateAsync(
            house.Squad.Issues, Domain.Triage.IssueBody.Of(@case, house.Squad, new Uri("https://bot.example")), CancellationToken.None);

        await house.AdvanceAsync(Claim.Lease);

        house.Tracker.Issues.Count.ShouldBe(1);
        (await house.CaseAsync(@case.Id)).Issue!.Number.ShouldBe(1);
    }

    [Fact]
    public async Task Whoever_has_the_store_alone_does_not_wait_for_a_dead_processs_claim()
    {
        var @case = await house.TriageAsync(with: ClaimedBySomebody);
        var restarted = house.ServerOf(new ThisProcess("restarted", IsAlone: true));

        await restarted.ServeAsync(new WakeUp(Keys.Case(house.Squad.Id, @case.Id), 1, house.Now), house.Now, CancellationToken.None);

        house.Tracker.Calls.ShouldBe([nameof(ScriptedTracker.FindAsync), nameof(ScriptedTracker.CreateAsync)]);
    }

    [Fact]
    public async Task A_claim_is_made_anew_when_earlier_effects_took_long()
    {
        var @case = await house.TriageAsync(Priority.P4);
        house.Messenger.Meanwhile = _ =>
        {
            house.Time.Advance(TimeSpan.FromSeconds(30));
            return Task.CompletedTask;
        };
        var claimedFor = Duration.Zero;
        house.Tracker.Meanwhile = async (call, _) =>
        {
            if (call == nameof(ScriptedTracker.CreateAsync))
                claimedFor = (await house.DutyAsync(@case.Id, DutyKind.CreateIssue)).ClaimedUntil!.Value - house.Now;
        };

        await house.PumpAsync();

        claimedFor.ShouldBe(Claim.Lease);
    }

    [Fact]
    public async Task What_is_settled_meanwhile_is_not_carried_out()
    {
        var @case = await house.TriageAsync(Priority.P4);
        house.Messenger.Meanwhile = async _ => await house.DecideAsync(@case.Id, c => c.Settle("create"));

        await house.PumpAsync();

        house.Tracker.Written.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_message_that_is_owed_anew_while_it_is_sent_is_sent_again()
    {
        var @case = await house.SaveAsync(c => c.Tell(Recipient.Of("ana"), PostKind.Given, house.Now, "Bruno"));
        var isFirst = true;
        house.Messenger.Meanwhile = async _ =>
        {
            if (isFirst)
                await house.DecideAsync(@case.Id, c => c.Tell(Recipient.Of("ana"), PostKind.Given, house.Now, "Bruno"));
            isFirst = false;
        };

        await house.PumpAsync();

        house.Messenger.Sent.Count.ShouldBe(2);
        (await house.CaseAsync(@case.Id)).Duties.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_duty_that_throws_comes_again_later_and_later()
    {
        var @case = await house.TriageAsync();
        house.Tracker.Fails = _ => new InvalidOperationException("A bug.");
        List<Duration> pauses = [];

        await house.PumpAsync();
        for (var i = 0; i < 7; i++)
        {
            var duty = await house.DutyAsync(@case.Id, DutyKind.CreateIssue);
            duty.ClaimedUntil.ShouldBeNull();
            pauses.Add(duty.Due - house.Now);
            await house.AdvanceAsync(pauses[^1]);
        }

        pauses.Select(p => p.TotalSeconds).ShouldBe([10, 30, 60, 120, 300, 600, 600]);
        (await house.DutyAsync(@case.Id, DutyKind.CreateIssue)).FailingSince.ShouldBe(@case.OpenedAt);
    }

    [Fact]
    public async Task A_call_that_is_given_up_counts_as_failed()
    {
        var @case = await house.TriageAsync();
        house.Tracker.Fails = _ => new TaskCanceledException();

        await house.PumpAsync();

        (await house.DutyAsync(@case.Id, DutyKind.CreateIssue)).Attempts.ShouldBe(1);
    }

    [Fact]
    public async Task A_wake_up_whose_document_is_absent_or_older_waits_until_it_is_ten_minutes_old()
    {
        await house.TriageAsync();
        await house.PumpAsync();
        foreach (var wakeUp in new[] { new WakeUp("data-infra/case/nobody-1", 1, house.Now), new WakeUp("data-infra/case/ana-1", 99, house.Now) })
        {
            (await ServeAsync(wakeUp, Duration.Zero)).ShouldBe(Served.TooEarly);
            (await ServeAsync(wakeUp, Duration.FromMinutes(10) - Duration.FromSeconds(1))).ShouldBe(Served.TooEarly);
            (await ServeAsync(wakeUp, Duration.FromMinutes(10))).ShouldBe(Served.Done);
        }

        Task<Served> ServeAsync(WakeUp wakeUp, Duration later) => house.Server.ServeAsync(wakeUp, house.Now + later, CancellationToken.None);
    }

    [Fact]
    public async Task A_wake_up_of_a_squad_that_is_not_configured_waits_for_it()
    {
        var served = await house.Server.ServeAsync(new WakeUp("elsewhere/case/ana-1", 1, house.Now), house.Now, CancellationToken.None);

        served.ShouldBe(Served.Again(house.Now + Duration.FromHours(1)));
    }

    [Fact]
    public async Task Wake_ups_do_not_pile_up_however_often_a_case_is_saved()
    {
        var @case = await house.IssueAsync();
        for (var i = 0; i < 20; i++)
        {
            await house.DecideAsync(@case.Id, c => ServiceIssues.AddNote(c, $"Note {i}", DutyHouse.Ana, house.Moment));
            await house.PumpAsync();
        }

        await house.AdvanceAsync(Duration.FromHours(2));

        (await house.WakeUpsAsync()).Count.ShouldBeLessThan(4);
    }

    [Fact]
    public async Task A_priority_that_nobody_decides_is_told_after_fifteen_minutes_and_once()
    {
        await house.SaveAsync(c => ServiceIssues.Begin(c with { Undecided = true }, DutyHouse.Ana, house.Moment));
        await house.AdvanceAsync(Duration.FromMinutes(14));
        Told(PostKind.PrioritySilent).ShouldBe(0);

        await house.AdvanceAsync(Duration.FromMinutes(30));

        Told(PostKind.PriorityAsk).ShouldBe(1);
        Told(PostKind.PrioritySilent).ShouldBe(1);
    }

    [Theory]
    [InlineData(Priority.P4, 10)]
    [InlineData(Priority.P3, 30)]
    public async Task Silence_of_Level_2_goes_to_a_lead_and_whoever_asked_hears_of_it(Priority priority, int minutes)
    {
        var @case = await house.IssueAsync(priority);
        await house.DecideAsync(@case.Id, c => Level2Rules.Ask(c, Level2Reason.Stuck, "All of it", DutyHouse.Bruno, house.Moment));

        await house.AdvanceAsync(Duration.FromMinutes(minutes) - Duration.FromSeconds(1));
        Told(PostKind.Level2Lead).ShouldBe(0);
        await house.AdvanceAsync(Duration.FromSeconds(1));

        Told(PostKind.Level2Lead).ShouldBe(1);
        Told(PostKind.Level2Silent).ShouldBe(1);
    }

    private static Case ClaimedBySomebody(Case @case) =>
        @case.Claim(new HashSet<string> { "create" }, @case.OpenedAt + Claim.Lease, "somebody else");

    private int Told(PostKind kind) => house.Messenger.Sent.Count(said => said.Kind == kind);
}
