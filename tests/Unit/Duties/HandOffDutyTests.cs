using Hausmeister.Bot.Duties;
using Hausmeister.Domain.Duties;
using NodaTime;
using static Hausmeister.Tests.SampleSquad;

namespace Hausmeister.Tests.Duties;

/// <summary>What a hand-off does when somebody cannot be written to, or is in the middle of something.</summary>
public sealed class HandOffDutyTests
{
    private readonly DutyHouse house = new(At(2026, 11, 27, 16, 0));

    [Fact]
    public async Task Where_the_new_holder_cannot_be_written_to_the_guild_hears_so_once_and_the_hand_off_comes_as_soon_as_it_can()
    {
        await PlanAsync();
        NotReached("davi");
        await ToAsync(At(2026, 11, 27, 17, 5));

        Said(PostKind.HandOffUnreached).ShouldHaveSingleItem().Card.ShouldContain("I cannot write to Davi");
        Said(PostKind.HandOff, "davi").ShouldBeEmpty();
        Said(PostKind.HandOff, "ana").ShouldHaveSingleItem();

        house.Messenger.Fails = _ => null;
        await ToAsync(At(2026, 11, 27, 17, 20));

        Said(PostKind.HandOff, "davi").ShouldHaveSingleItem();
        Said(PostKind.HandOffUnreached).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Whoever_is_to_take_over_and_cannot_be_written_to_is_Level_2_s_to_know()
    {
        NotReached("bruno");
        await PlanAsync();
        await ToAsync(At(2026, 11, 27, 16, 5));

        Said(PostKind.ReadinessLevel2, "clara").ShouldHaveSingleItem().Card.ShouldContain("Bruno has not answered");
    }

    [Fact]
    public async Task The_hand_off_does_not_wait_for_the_end_of_a_dialog_and_the_draft_does()
    {
        house.Messenger.InDialog.UnionWith(["ana", "davi"]);
        await PlanAsync();
        await ToAsync(At(2026, 11, 27, 16, 35));
        Said(PostKind.HandOffDraft).ShouldBeEmpty();
        await ToAsync(At(2026, 11, 27, 16, 41));
        Said(PostKind.HandOffDraft, "ana").ShouldHaveSingleItem();

        await ToAsync(At(2026, 11, 27, 17, 0));

        Said(PostKind.HandOff, "davi").ShouldHaveSingleItem();
    }

    private Task PlanAsync() => house.Calendar.EnsureAsync(house.Squad, house.Now, CancellationToken.None);

    private Task ToAsync(Instant at) => house.AdvanceAsync(at - house.Now);

    private void NotReached(string member) =>
        house.Messenger.Fails = to => to.Member == member ? new UnreachableException($"{member} has no conversation with me on any channel.") : null;

    private IEnumerable<Said> Said(PostKind kind, string? member = null) =>
        house.Messenger.Sent.Where(said => said.Kind == kind && (member is null || said.To?.Member == member));
}
