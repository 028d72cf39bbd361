using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Documents;
using Hausmeister.Domain.Duties;
using Hausmeister.Domain.Squads;
using NodaTime;
using Case = Hausmeister.Domain.Cases.Case;

namespace Hausmeister.Tests.Duties;

/// <summary>The mark in front of the crash channel's topic is true whatever comes between.</summary>
public sealed class CrashTopicTests
{
    private const string Room = "C9";

    private static readonly Duty Mark = new("crash-mark", DutyKind.MarkCrash, SampleSquad.At(2026, 11, 26, 10, 0));

    private static readonly Squad One = SampleSquad.WithCrash with
    {
        Channels = SampleSquad.WithCrash.Channels with { Crash = new Dictionary<string, string> { ["webchat"] = "crash", ["slack"] = Room } },
    };

    private static readonly Squad Other = One with { Id = "other" };

    [Fact]
    public async Task It_is_red_while_something_of_any_squad_that_shares_the_channel_is_open()
    {
        var house = new DutyHouse(squad: One);
        var theirs = await ToldAsync(house, Other);

        await MarkAsync(house);
        house.Topics.Now[Room].ShouldBe("🔴");
        await house.Commits.DecideAsync(house.Moment with { Squad = Other }, theirs.Id, c => ServiceIssues.Fix(c, null, DutyHouse.Ana, house.Moment), CancellationToken.None);
        await MarkAsync(house);
        house.Topics.Now[Room].ShouldBe("🟢");
    }

    [Fact]
    public async Task Two_changes_at_once_end_with_what_is_true()
    {
        var house = new DutyHouse(squad: One);
        var open = await ToldAsync(house, One);
        var rival = Task.CompletedTask;
        house.Topics.Meanwhile = async _ =>
        {
            house.Topics.Meanwhile = _ => Task.CompletedTask;
            await house.DecideAsync(open.Id, c => ServiceIssues.Fix(c, null, DutyHouse.Ana, house.Moment));
            rival = MarkAsync(house);
        };

        await MarkAsync(house);
        await rival;

        house.Topics.Set.Select(set => set.Topic).ShouldBe(["🔴", "🟢"]);
    }

    [Fact]
    public async Task What_was_marked_before_the_program_died_is_not_marked_again()
    {
        var house = new DutyHouse(squad: One);
        var told = await ToldAsync(house, One);
        house.Topics.Now[Room] = ":red_circle: What is broken";
        await house.DecideAsync(told.Id, c => c.Claim(new HashSet<string> { Mark.Id }, house.Now + Duration.FromSeconds(90), "dead"));

        await house.AdvanceAsync(Duration.FromSeconds(90));

        house.Topics.Set.ShouldBeEmpty();
        house.Topics.Reads.ShouldBe(1);
        (await house.CaseAsync(told.Id)).Duties.ShouldNotContain(d => d.Kind == DutyKind.MarkCrash);
        house.Messenger.Sent.ShouldContain(said => said.To == Recipient.Crash && said.Kind == PostKind.Crash);
    }

    [Fact]
    public async Task A_topic_without_room_is_told_to_whoever_told_the_channel_once()
    {
        var house = new DutyHouse(squad: One);
        house.Topics.Now[Room] = new string('x', 250);
        var told = await ToldAsync(house, One);

        await house.AdvanceAsync(Duration.FromMinutes(30));

        house.Topics.Set.ShouldBeEmpty();
        house.Messenger.Sent.Where(said => said.Kind == PostKind.TrackerRefused).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            said => said.To.ShouldBe(Recipient.Of("ana")),
            said => said.Card.ShouldContain("The crash channel's topic has no room left for its mark."));
        (await house.CaseAsync(told.Id)).Duties.ShouldNotContain(d => d.Kind == DutyKind.MarkCrash);
    }

    private static Task MarkAsync(DutyHouse house) => house.CrashTopicsOf(One, Other).MarkAsync(Mark, house.Moment, CancellationToken.None);

    private static async Task<Case> ToldAsync(DutyHouse house, Squad squad)
    {
        var work = new Work(house.Store);
        var moment = house.Moment with { Squad = squad };
        var severe = new Case
        {
            Id = $"ana-{squad.Id}",
            Squad = squad.Id,
            Kind = CaseKind.ServiceIssue,
            Title = "Balances are wrong",
            OpenedAt = house.Now,
            OpenedBy = DutyHouse.Ana,
            Conversation = "webchat/data-infra.me.ana",
            Priority = Priority.P4,
            Severity = true,
            Issue = new IssueRef(1, new Uri("https://tracker.example/1")),
        };
        var saved = new CaseDesk(work, moment).Save(CrashRules.Tell(severe, "ana", "clara", null, DutyHouse.Ana, moment));
        await work.CommitAsync(CancellationToken.None);
        return saved;
    }
}
