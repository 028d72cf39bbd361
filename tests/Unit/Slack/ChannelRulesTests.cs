using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Channels;
using Hausmeister.Domain.Duties;
using Hausmeister.Domain.Squads;
using NodaTime;

namespace Hausmeister.Tests.Slack;

/// <summary>Who hears of a channel that does not work, and when.</summary>
public sealed class ChannelRulesTests
{
    private static readonly Instant Night = SampleSquad.At(2026, 11, 26, 22, 0);
    private static readonly Squad Squad = SlackHouse.InSlack(SampleSquad.WithoutOverrides);
    private static readonly ChannelBook Empty = new() { Squad = Squad.Id };
    private static readonly ChannelTrouble Outage = new(ChannelTroubleKind.Token, "", "Nobody can be written to.");
    private static readonly ChannelTrouble Anas = new(ChannelTroubleKind.Account, "U0ANA", "Ana cannot be written to.");

    [Fact]
    public void Where_all_of_it_does_not_work_every_lead_hears_of_it_at_once()
    {
        var moment = new Moment(Led("ana", "clara"), Night);

        var told = ChannelRules.Begin(Empty, Outage, moment);

        told.Duties.Select(duty => (duty.To!.Member, duty.Due)).ShouldBe([("ana", Night), ("clara", Night)]);
        ChannelRules.Begin(told, Outage with { Words = "In other words." }, moment).ShouldBeSameAs(told);
    }

    [Fact]
    public void Of_a_part_of_it_one_lead_hears_in_work_hours_and_not_whose_account_it_is()
    {
        var moment = new Moment(Led("ana", "clara"), Night);

        var duty = ChannelRules.Begin(Empty, Anas, moment).Duties.ShouldHaveSingleItem();

        (duty.To!.Member, duty.Due).ShouldBe(("clara", SampleSquad.At(2026, 11, 27, 9, 0)));
    }

    [Theory]
    [InlineData("ana")]
    [InlineData]
    public void Where_there_is_no_lead_who_could_the_one_on_duty_hears_of_it(params string[] leads)
    {
        var moment = new Moment(Led(leads), Night);

        ChannelRules.Begin(Empty, Anas, moment).Duties.ShouldHaveSingleItem().To.ShouldBe(Recipient.Of(moment.OnDuty));
    }

    [Fact]
    public void That_it_is_over_is_told_once_too_and_what_nobody_heard_of_yet_is_not_told_any_more()
    {
        var moment = new Moment(Led("ana"), Night);
        var told = ChannelRules.Begin(Empty, Outage, moment);

        var over = ChannelRules.End(told, ChannelTroubleKind.Token, "", "It works again.", moment);

        over.Troubles.ShouldBeEmpty();
        over.Duties.ShouldHaveSingleItem().Text.ShouldBe("It works again.");
        ChannelRules.End(over, ChannelTroubleKind.Token, "", "It works again.", moment).ShouldBeSameAs(over);
    }

    private static Squad Led(params string[] leads) => Squad with { Members = [.. Squad.Members.Select(m => m with { Lead = leads.Contains(m.Id) })] };
}
