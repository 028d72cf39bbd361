using Hausmeister.Bot.Turns;
using Hausmeister.Dialogs;
using Hausmeister.Domain.Documents;
using Hausmeister.Domain.Squads;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace Hausmeister.Tests.Turns;

public sealed class PeopleTests
{
    private const string EntraId = "6f0a4a0e-0000-4000-8000-000000000001";

    private static readonly Squad DataInfra = SampleSquad.DataInfra with
    {
        Members = [.. SampleSquad.DataInfra.Members.Select(m => m.Id == "ana"
            ? m with { Accounts = new Dictionary<string, string> { ["webchat"] = "ana", ["msteams"] = EntraId } }
            : m)],
        Channels = SampleSquad.DataInfra.Channels with { Help = new Dictionary<string, IReadOnlyList<string>> { ["msteams"] = ["19:help@thread.tacv2"] } },
    };

    private static readonly Squad Platform = SampleSquad.DataInfra with { Id = "platform", Name = "Platform" };

    [Fact]
    public void In_teams_a_member_is_found_by_the_entra_id()
    {
        var sender = Sender("msteams", "29:abc", "personal", EntraId);
        sender.In(DataInfra).ShouldSatisfyAllConditions(p => p.Id.ShouldBe("ana"), p => p.IsGuest.ShouldBeFalse());
        sender.Squads.ShouldBe([DataInfra]);
    }

    [Fact]
    public void A_client_without_entra_ids_is_found_by_the_channel_s_own_id() =>
        Sender("msteams", EntraId, "personal").In(DataInfra).Id.ShouldBe("ana");

    [Fact]
    public void Somebody_with_no_account_is_a_guest() =>
        Sender("msteams", "29:xyz", "personal").In(DataInfra).ShouldSatisfyAllConditions(p => p.IsGuest.ShouldBeTrue(), p => p.Name.ShouldBe("Somebody"));

    [Fact]
    public void A_configured_room_names_the_squad_whatever_its_thread() =>
        Sender("msteams", "29:xyz", "19:help@thread.tacv2;messageid=17").Squads.ShouldBe([DataInfra]);

    [Fact]
    public void A_conversation_of_the_web_chat_begins_with_its_squad() =>
        Sender("webchat", "bruno", "platform.me.bruno").Squads.ShouldBe([Platform]);

    [Fact]
    public void A_case_id_names_the_person_and_outside_the_own_web_chat_the_conversation()
    {
        Sender("webchat", "ana", "data-infra.me.ana").CasePrefix(DataInfra).ShouldBe("ana");
        Sender("msteams", "29:abc", "personal", EntraId).CasePrefix(DataInfra).ShouldMatch("^ana-[0-9a-f]{6}$");
        Sender("msteams", "29:xyz/../?", "personal").CasePrefix(DataInfra).ShouldMatch("^guest-[0-9a-f]{6}-[0-9a-f]{6}$");
    }

    [Fact]
    public void A_room_s_cases_are_not_mistaken_for_those_of_the_own_chat()
    {
        var activity = Activity("webchat", "ana", "data-infra.help");
        activity.Conversation.IsGroup = true;
        new People([DataInfra]).SenderOf(activity).ShouldNotBeNull().CasePrefix(DataInfra).ShouldMatch("^ana-[0-9a-f]{6}$");
    }

    [Fact]
    public void Without_a_sender_or_a_conversation_there_is_nobody()
    {
        new People([DataInfra]).SenderOf(new Activity(ActivityTypes.Message) { ChannelId = "test" }).ShouldBeNull();
    }

    [Fact]
    public async Task In_the_thread_of_a_case_its_squad_is_meant_and_nobody_is_asked()
    {
        var house = new House(squads: [House.WithTestAccounts(DataInfra), House.WithTestAccounts(Platform)]);
        house.Bot = (context, ct) => context.SendActivityAsync(MessageFactory.Text($"{context.Turn().Squad.Name}: {context.Activity.Text}"), ct);
        house.Adapter.Conversation.Conversation.IsGroup = true;
        var work = new Work(house.Store);
        work.Enter(Keys.Thread("platform", Keys.Place(House.Channel, "Conversation1"), "ana-1"));
        await work.CommitAsync(CancellationToken.None);

        await house.SayAsync("ana", "It is slow again", "a1");

        house.Heard().ShouldBe(["Platform: It is slow again"]);
    }

    [Fact]
    public async Task Whoever_may_mean_several_squads_is_asked_once_and_then_answered()
    {
        var house = new House(squads: [House.WithTestAccounts(DataInfra), House.WithTestAccounts(Platform)]);
        house.Bot = (context, ct) => context.SendActivityAsync(MessageFactory.Text($"{context.Turn().Squad.Name}: {context.Activity.Text}"), ct);
        await house.SayAsync("ana", "who", "a1");
        house.Heard().ShouldBe(["Which squad is it about? Type its number.\n1. Data Infra\n2. Platform"]);
        await house.SayAsync("ana", "3", "a2");
        house.Heard().ShouldHaveSingleItem()!.ShouldStartWith("Which squad");
        await house.SayAsync("ana", "2", "a3");
        house.Heard().ShouldBe(["Platform: who"]);
        await house.SayAsync("ana", "next", "a4");
        house.Heard().ShouldBe(["Platform: next"]);
    }

    [Fact]
    public async Task A_squad_can_be_answered_by_its_name()
    {
        var house = new House(squads: [House.WithTestAccounts(DataInfra), House.WithTestAccounts(Platform)]);
        await house.SayAsync("ana", "who", "a1");
        await house.SayAsync("ana", "platform", "a2");
        house.Heard()[^1].ShouldBe("You said who");
    }

    private static Sender Sender(string channel, string account, string conversation, string? entraId = null) =>
        new People([DataInfra, Platform]).SenderOf(Activity(channel, account, conversation, entraId)).ShouldNotBeNull();

    private static Activity Activity(string channel, string account, string conversation, string? entraId = null) => new(ActivityTypes.Message)
    {
        ChannelId = channel,
        From = new ChannelAccount(account, "Somebody", aadObjectId: entraId),
        Conversation = new ConversationAccount(id: conversation),
    };
}
