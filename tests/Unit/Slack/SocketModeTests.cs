using System.Net.WebSockets;
using System.Text.Json.Nodes;
using Hausmeister.Bot.Channels.Slack;
using Hausmeister.Bot.Turns;
using Hausmeister.Domain.Documents;
using Hausmeister.Domain.Ports;

namespace Hausmeister.Tests.Slack;

/// <summary>What comes over Socket Mode, and when it is acknowledged.</summary>
public sealed class SocketModeTests
{
    [Fact]
    public async Task An_event_is_a_turn_and_is_acknowledged()
    {
        var (house, socket) = await SocketModeHouse.ConnectedAsync();
        await using var _ = house;

        await socket.SendEventAsync("e1", house.House.Person("ana").Message("who"));

        (await socket.HeardAsync()).ToJsonString().ShouldBe("""{"envelope_id":"e1"}""");
        await house.House.PumpAsync();
        house.House.Person("ana").Last.Text.ShouldContain("Ana");
    }

    [Fact]
    public async Task An_event_is_acknowledged_at_the_commit_and_holds_up_no_other()
    {
        var (house, socket) = await SocketModeHouse.ConnectedAsync();
        await using var _ = house;
        var slow = await house.House.Get<KeyedLocks>().TakeAsync(Keys.Conversation("slack", "D0ANA", "U0ANA"), CancellationToken.None);

        await socket.SendEventAsync("slow", house.House.Person("ana").Message("who"));
        await socket.SendEventAsync("quick", house.House.Person("bruno").Message("who"));

        (await IdAsync(socket)).ShouldBe("quick");
        slow.Dispose();
        (await IdAsync(socket)).ShouldBe("slow");
    }

    [Fact]
    public async Task What_one_person_says_is_taken_in_its_order()
    {
        var (house, socket) = await SocketModeHouse.ConnectedAsync();
        await using var _ = house;
        var ana = house.House.Person("ana");
        string[] said = ["triage The ledger is empty", "issue", "P3", "create"];

        foreach (var text in said)
            await socket.SendEventAsync(text, ana.Message(text));
        var acknowledged = new List<string>();
        while (acknowledged.Count < said.Length)
            acknowledged.Add(await IdAsync(socket));

        acknowledged.ShouldBe(said, ignoreOrder: true);
        await house.House.PumpAsync();
        ana.All.ShouldContain(post => post.Text.Contains("#1 P3 The ledger is empty", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_cannot_be_stored_is_not_acknowledged_and_done_once_when_it_comes_again()
    {
        var (house, socket) = await SocketModeHouse.ConnectedAsync();
        await using var _ = house;
        var message = house.House.Person("ana").Message("who");
        house.House.Stored.BeforeCommit = _ => throw new StorageException("The disk is full. Make room.");
        await socket.SendEventAsync("e1", message);
        await Turns.Eventually.IsTrueAsync(() => Task.FromResult(house.House.Log.Lines.Count > 0));
        house.House.Stored.BeforeCommit = _ => { };

        await socket.SendEventAsync("e2", message);
        await socket.SendEventAsync("e3", message);

        new[] { await IdAsync(socket), await IdAsync(socket) }.ShouldBe(["e2", "e3"], ignoreOrder: true);
        await house.StopAsync();
        (await socket.RestAsync()).ShouldBeEmpty();
        await house.House.PumpAsync();
        house.House.Person("ana").All.ShouldHaveSingleItem();
        house.House.Log.Lines.ShouldHaveSingleItem().ShouldBe("Error: Something of Slack's (events_api) failed and nothing was stored; Slack is to send it again");
    }

    [Fact]
    public async Task What_takes_long_is_acknowledged_once_it_is_stored_and_done_all_the_same()
    {
        var (house, socket) = await SocketModeHouse.ConnectedAsync();
        await using var _ = house;
        var slow = await house.House.Get<KeyedLocks>().TakeAsync(Keys.Conversation("slack", "D0ANA", "U0ANA"), CancellationToken.None);
        house.House.Real.IsLate = true;

        await socket.SendEventAsync("e1", house.House.Person("ana").Message("who"));

        (await IdAsync(socket)).ShouldBe("e1");
        (await house.House.Store.ListAsync(Keys.Late("slack"), 10, CancellationToken.None)).ShouldHaveSingleItem();
        slow.Dispose();
        await Turns.Eventually.IsTrueAsync(async () => await house.House.Store.ListAsync(Keys.Late("slack"), 10, CancellationToken.None) is []);
        await house.House.PumpAsync();
        house.House.Person("ana").All.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_takes_long_and_cannot_be_stored_is_not_acknowledged_and_found_done_when_it_comes_again()
    {
        var (house, socket) = await SocketModeHouse.ConnectedAsync();
        await using var _ = house;
        var message = house.House.Person("ana").Message("who");
        var slow = await house.House.Get<KeyedLocks>().TakeAsync(Keys.Conversation("slack", "D0ANA", "U0ANA"), CancellationToken.None);
        house.House.Real.IsLate = true;
        house.House.Stored.BeforeCommit = _ => throw new StorageException("The disk is full. Make room.");
        await socket.SendEventAsync("e1", message);
        await Turns.Eventually.IsTrueAsync(() => Task.FromResult(house.House.Log.Lines.Any(line => line.EndsWith("It takes long and could not be stored. Please come again.", StringComparison.Ordinal))));
        house.House.Stored.BeforeCommit = _ => { };
        house.House.Real.IsLate = false;
        slow.Dispose();

        await socket.SendEventAsync("e2", message);

        (await IdAsync(socket)).ShouldBe("e2");
        await house.StopAsync();
        (await socket.RestAsync()).ShouldBeEmpty();
        await house.House.PumpAsync();
        house.House.Person("ana").All.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(true, """{"envelope_id":"i2","payload":{"response_action":"errors","errors":{"f:note:1":"A note needs some words."}}}""")]
    [InlineData(false, """{"envelope_id":"i2"}""")]
    public async Task What_a_modal_lacks_is_said_with_the_acknowledgement(bool takesPayload, string acknowledgement)
    {
        var (house, socket) = await SocketModeHouse.ConnectedAsync();
        await using var _ = house;
        var ana = house.House.Person("ana");
        foreach (var text in new[] { "triage The ledger is empty", "issue", "P3", "create" })
            await SayAsync(house, socket, ana, text);
        await TapAsync(house, socket, ana, "Note");
        await socket.SendInteractionAsync("i1", ana.Tap("Save the note…"));
        (await IdAsync(socket)).ShouldBe("i1");

        await socket.SendInteractionAsync("i2", ana.Submission(), takesPayload);

        (await socket.HeardAsync()).ToJsonString(Plain).ShouldBe(acknowledgement);
    }

    [Theory]
    [InlineData("""{"envelope_id":"x","type":"events_api","payload":{"type":"event_callback","team_id":"T0OTHER","event":{"type":"message"}}}""", "This workspace is not among those that are let in.")]
    [InlineData("""{"envelope_id":"x","type":"events_api","payload":{"type":"event_callback","team_id":"T0TEAM","event":{"type":"\ud800"}}}""", "The event is not of its shape.")]
    [InlineData("""{"envelope_id":"x","type":"events_api"}""", "The body is not an event in JSON.")]
    [InlineData("""{"envelope_id":"x","type":"interactive","payload":[]}""", "The body has no payload in JSON.")]
    public async Task What_can_never_be_taken_is_thrown_away_so_that_it_does_not_come_for_ever(string envelope, string reason)
    {
        var (house, socket) = await SocketModeHouse.ConnectedAsync();
        await using var _ = house;

        await socket.SendAsync(envelope);

        (await IdAsync(socket)).ShouldBe("x");
        house.House.Log.Lines.ShouldContain(line => line.StartsWith("Warning: Something of Slack's (", StringComparison.Ordinal) && line.EndsWith(reason, StringComparison.Ordinal));
        house.House.Slack.Posts.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"envelope_id":7,"type":"events_api"}""")]
    [InlineData("""{"envelope_id":"\ud800","type":"events_api"}""")]
    [InlineData("""{"envelope_id":"x"}""")]
    public async Task What_is_no_envelope_is_passed_over(string text)
    {
        var (house, socket) = await SocketModeHouse.ConnectedAsync();
        await using var _ = house;

        await socket.SendAsync(text);

        await GoesOnAsync(house, socket);
        house.House.Log.Lines.ShouldHaveSingleItem().ShouldContain("was passed over");
    }

    [Fact]
    public async Task So_is_what_is_too_long_or_not_text()
    {
        var (house, socket) = await SocketModeHouse.ConnectedAsync();
        await using var _ = house;

        await socket.SendLongAsync();
        await socket.SendAsync("""{"envelope_id":"x","type":"events_api"}""", WebSocketMessageType.Binary);
        await socket.SendAsync("""{"type":"something_new"}""");

        await GoesOnAsync(house, socket);
        house.House.Log.Lines.Count.ShouldBe(2);
    }

    [Fact]
    public async Task What_is_not_known_is_acknowledged_and_does_nothing()
    {
        var (house, socket) = await SocketModeHouse.ConnectedAsync();
        await using var _ = house;

        await socket.SendAsync("""{"envelope_id":"x","type":"something_new","payload":{}}""");

        (await IdAsync(socket)).ShouldBe("x");
        house.House.Log.Lines.ShouldBeEmpty();
    }

    [Fact]
    public async Task At_the_stop_what_is_in_hand_is_finished_and_then_it_says_farewell()
    {
        var (house, socket) = await SocketModeHouse.ConnectedAsync();
        await using var _ = house;
        var slow = await house.House.Get<KeyedLocks>().TakeAsync(Keys.Conversation("slack", "D0ANA", "U0ANA"), CancellationToken.None);
        await socket.SendEventAsync("slow", house.House.Person("ana").Message("who"));
        await GoesOnAsync(house, socket);

        var stopping = house.StopAsync();
        stopping.IsCompleted.ShouldBeFalse();
        slow.Dispose();
        await stopping;

        (await socket.RestAsync()).ShouldBe(["slow"]);
        socket.Farewell.ShouldBe(WebSocketCloseStatus.NormalClosure);
    }

    [Fact]
    public async Task What_comes_while_a_connection_finishes_is_left_to_come_again()
    {
        await using var house = await SocketModeHouse.OpenAsync();
        var connecting = house.House.Get<SocketModeDialler>().ConnectAsync(CancellationToken.None);
        var socket = await house.Door.NextWithHelloAsync();
        var connection = await connecting;
        var slow = await house.House.Get<KeyedLocks>().TakeAsync(Keys.Conversation("slack", "D0ANA", "U0ANA"), CancellationToken.None);
        await socket.SendEventAsync("slow", house.House.Person("ana").Message("who"));
        await GoesOnAsync(house, socket);

        var finishing = connection.DisposeAsync();
        await socket.SendEventAsync("late", house.House.Person("bruno").Message("who"));
        slow.Dispose();
        await finishing;

        (await socket.RestAsync()).ShouldBe(["slow"]);
        (await house.House.DocumentAsync("D0BRUNO", "U0BRUNO")).ShouldBeNull();
    }

    private static readonly System.Text.Json.JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What came before has been taken out of the socket.</summary>
    private static async Task GoesOnAsync(SocketModeHouse house, FakeSocket socket)
    {
        await socket.SendEventAsync("next", house.House.Person("clara").Message("who"));
        (await IdAsync(socket)).ShouldBe("next");
    }

    private static async Task SayAsync(SocketModeHouse house, FakeSocket socket, SlackPerson person, string text)
    {
        await socket.SendEventAsync(text, person.Message(text));
        (await IdAsync(socket)).ShouldBe(text);
        await house.House.PumpAsync();
    }

    private static async Task TapAsync(SocketModeHouse house, FakeSocket socket, SlackPerson person, string label)
    {
        await socket.SendInteractionAsync(label, person.Tap(label));
        (await IdAsync(socket)).ShouldBe(label);
        await house.House.PumpAsync();
    }

    private static async Task<string> IdAsync(FakeSocket socket) => (string)(await socket.HeardAsync())["envelope_id"]!;
}
