using Hausmeister.Bot.Channels.Slack;
using Hausmeister.Bot.Turns;
using Hausmeister.Domain.Documents;

namespace Hausmeister.Tests.Slack;

/// <summary>How a connection of Socket Mode comes, goes and is followed by the next.</summary>
public sealed class SocketModeLinkTests
{
    [Theory]
    [InlineData("warning")]
    [InlineData("refresh_requested")]
    [InlineData("something_new")]
    public async Task The_next_connection_is_open_before_the_last_one_is_closed_and_what_it_has_in_hand_is_finished(string reason)
    {
        var (house, first) = await SocketModeHouse.ConnectedAsync();
        await using var _ = house;
        var slow = await house.House.Get<KeyedLocks>().TakeAsync(Keys.Conversation("slack", "D0ANA", "U0ANA"), CancellationToken.None);
        await first.SendEventAsync("slow", house.House.Person("ana").Message("who"));

        await first.DisconnectAsync(reason);
        var second = await house.Door.NextAsync();
        // Not before its hello: until then the first one is heard.
        await first.SendEventAsync("still", house.House.Person("bruno").Message("who"));
        (await IdAsync(first)).ShouldBe("still");
        await second.SendAsync(new() { ["type"] = "hello" });
        await second.SendEventAsync("new", house.House.Person("clara").Message("who"));
        (await IdAsync(second)).ShouldBe("new");
        first.IsOpen.ShouldBeTrue();
        slow.Dispose();

        (await first.RestAsync()).ShouldBe(["slow"]);
        first.Farewell.ShouldBe(System.Net.WebSockets.WebSocketCloseStatus.NormalClosure);
        second.IsOpen.ShouldBeTrue();
        house.House.Log.Lines.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Where_a_connection_is_lost_what_was_not_acknowledged_is_found_done_on_the_next(bool withFarewell)
    {
        var (house, first) = await SocketModeHouse.ConnectedAsync();
        await using var _ = house;
        var message = house.House.Person("ana").Message("who");
        var slow = await house.House.Get<KeyedLocks>().TakeAsync(Keys.Conversation("slack", "D0ANA", "U0ANA"), CancellationToken.None);
        await first.SendEventAsync("e1", message);
        await first.SendEventAsync("next", house.House.Person("bruno").Message("who"));
        await IdAsync(first);

        if (withFarewell)
            await first.CloseAsync();
        else
            first.Drop();
        var second = await house.Door.NextWithHelloAsync();
        slow.Dispose();
        await second.SendEventAsync("e1", message);

        (await IdAsync(second)).ShouldBe("e1");
        await house.House.PumpAsync();
        house.House.Person("ana").All.ShouldHaveSingleItem();
        house.House.Log.Lines.ShouldBeEmpty();
    }

    [Fact]
    public async Task Where_nothing_listens_it_waits_longer_each_time_and_says_so_once()
    {
        await using var house = await SocketModeHouse.OpenAsync();
        for (var time = 0; time < 8; time++)
            house.House.Slack.Refuse("apps.connections.open", "internal_error");

        await house.StartAsync();
        await house.Door.NextWithHelloAsync();

        house.House.Real.Pauses.Select(pause => pause.TotalSeconds).ShouldBe([1, 2, 4, 8, 16, 30, 30, 30]);
        house.House.Log.Lines.ShouldHaveSingleItem().ShouldStartWith("Warning: Slack's Socket Mode is not connected");
    }

    [Fact]
    public async Task Slack_says_itself_how_long_it_wants_to_be_left_alone()
    {
        await using var house = await SocketModeHouse.OpenAsync();
        house.House.Slack.Refuse("apps.connections.open", "ratelimited", retryAfter: 60);

        await house.StartAsync();
        await house.Door.NextWithHelloAsync();

        house.House.Real.Pauses.ShouldBe([TimeSpan.FromSeconds(60)]);
    }

    [Fact]
    public async Task A_connection_that_does_not_last_is_a_failure_too_and_one_that_lasted_is_followed_at_once()
    {
        var (house, socket) = await SocketModeHouse.ConnectedAsync();
        await using var _ = house;

        socket.Drop();
        socket = await house.Door.NextWithHelloAsync();
        await GoesOnAsync(house, socket);
        socket.Drop();
        socket = await house.Door.NextWithHelloAsync();
        await GoesOnAsync(house, socket);
        house.House.Real.Advance(TimeSpan.FromHours(1));
        socket.Drop();
        await house.Door.NextWithHelloAsync();

        house.House.Real.Pauses.Select(pause => pause.TotalSeconds).ShouldBe([1, 2]);
    }

    [Fact]
    public async Task A_socket_without_a_hello_is_given_up()
    {
        await using var house = await SocketModeHouse.OpenAsync();
        await house.StartAsync();
        var silent = await house.Door.NextAsync();
        await silent.CloseAsync();

        await GoesOnAsync(house, await house.Door.NextWithHelloAsync());

        house.House.Log.Lines.ShouldHaveSingleItem().ShouldEndWith("Slack did not say hello.");
    }

    [Theory]
    [InlineData("invalid_auth")]
    [InlineData("not_allowed_token_type")]
    [InlineData("missing_scope")]
    public async Task A_token_that_is_not_taken_is_told_once_and_tried_every_ten_minutes(string error)
    {
        await using var house = await SocketModeHouse.OpenAsync();
        for (var time = 0; time < 3; time++)
            house.House.Slack.Refuse("apps.connections.open", error);

        await house.StartAsync();
        await house.Door.NextWithHelloAsync();

        house.House.Real.Pauses.ShouldBe(Enumerable.Repeat(TimeSpan.FromMinutes(10), 3));
        house.House.Log.Lines.ShouldHaveSingleItem().ShouldStartWith($"Error: Slack does not take Slack:AppToken, or Socket Mode is turned off ({error})");
    }

    [Fact]
    public async Task So_is_Socket_Mode_that_somebody_turned_off_and_a_lead_hears_of_it_and_when_it_works_again()
    {
        var (house, socket) = await SocketModeHouse.ConnectedAsync();
        await using var _ = house;

        await socket.DisconnectAsync("link_disabled");
        var next = await house.Door.NextAsync();
        await house.House.PumpAsync();

        house.House.Person("ana").Last.Text.ShouldBe(
            "I hear nobody in Slack: Socket Mode is turned off in the app's settings (link_disabled). It must be turned on there again. Whoever needs me finds me in my other channels.");
        house.House.Real.Pauses.ShouldBe([TimeSpan.FromMinutes(10)]);
        house.House.Log.Lines.ShouldHaveSingleItem().ShouldContain("(link_disabled)");
        await next.SendAsync(new() { ["type"] = "hello" });
        await Turns.Eventually.IsTrueAsync(async () =>
        {
            await house.House.PumpAsync();
            return house.House.Person("ana").Last.Text == "I hear people in Slack again.";
        });
        house.House.Person("ana").All.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("wss://wss-primary.slack.com/link/?ticket=1", "https://slack.com/api/", true)]
    [InlineData("ws://wss-primary.slack.com/link/?ticket=1", "https://slack.com/api/", false)]
    [InlineData("wss://slack.com.evil.example/link/", "https://slack.com/api/", false)]
    [InlineData("wss://evilslack.com/link/", "https://slack.com/api/", false)]
    [InlineData("wss://slack.com@evil.example/link/", "https://slack.com/api/", false)]
    [InlineData("wss://127.0.0.1/link/", "https://slack.com/api/", false)]
    [InlineData("ws://127.0.0.1:4001/link/", "http://localhost:4001/api/", true)]
    [InlineData("ws://evil.example/link/", "http://localhost:4001/api/", false)]
    public void The_ticket_is_taken_to_nobody_but_Slack(string address, string api, bool isTrusted) =>
        SocketModeDialler.IsTrusted(new Uri(address), new Uri(api)).ShouldBe(isTrusted);

    [Fact]
    public async Task An_address_of_anybody_else_is_not_dialled()
    {
        await using var house = await SocketModeHouse.OpenAsync();
        house.House.Slack.Socket = new Uri("ws://evil.example/link/");

        var refused = await Should.ThrowAsync<System.Net.WebSockets.WebSocketException>(() => house.House.Get<SocketModeDialler>().ConnectAsync(CancellationToken.None));

        refused.Message.ShouldBe("The address of Slack's socket is not one of Slack's.");
    }

    [Theory]
    [InlineData(0, 0.5, 0)]
    [InlineData(1, 0, 0.5)]
    [InlineData(3, 0.5, 3)]
    [InlineData(1_000, 0.999, 29.985)]
    public void Pauses_are_left_to_chance_by_half(int failures, double part, double seconds) =>
        SocketModePauses.Of(failures, part).TotalSeconds.ShouldBe(seconds, 0.001);

    private static async Task GoesOnAsync(SocketModeHouse house, FakeSocket socket)
    {
        await socket.SendEventAsync("next", house.House.Person("clara").Message("who"));
        (await IdAsync(socket)).ShouldBe("next");
    }

    private static async Task<string> IdAsync(FakeSocket socket) => (string)(await socket.HeardAsync())["envelope_id"]!;
}
