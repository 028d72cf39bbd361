using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AdaptiveCards;
using Hausmeister.Dialogs;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace Hausmeister.ApplicationTests.WebChat;

public sealed class DirectLineTests : IAsyncLifetime
{
    private WebChatHouse house = null!;

    [Fact]
    public async Task The_page_learns_who_is_here_and_who_is_on_duty()
    {
        var me = await house.MeAsync("bruno");
        me.GetProperty("squad").GetProperty("timeZone").GetString().ShouldBe("America/Sao_Paulo");
        me.GetProperty("duty").GetRawText().ShouldBe("""{"onDuty":{"name":"Ana","role":"Hausmeister","until":"2026-11-27T20:00:00+00:00"},"level2":{"name":"Clara"}}""");
        me.GetProperty("you").GetProperty("name").GetString().ShouldBe("Bruno");
        Names(me, "choices").ShouldBe(["Ana", "Bruno", "Clara", "Davi", "Guest"]);
        Names(me, "rooms").ShouldBe(["Me and Hausmeister", "announcements", "guild", "help"]);
    }

    [Theory]
    [InlineData("guest", "Guest")]
    [InlineData("", "Ana")]
    [InlineData("nobody", "Ana")]
    public async Task Whoever_is_not_known_is_the_one_on_duty_and_a_guest_only_by_choice(string asked, string expected) =>
        (await house.MeAsync(asked)).GetProperty("you").GetProperty("name").GetString().ShouldBe(expected);

    [Fact]
    public async Task A_guest_sees_no_room_of_the_squad_alone() =>
        Names(await house.MeAsync("guest"), "rooms").ShouldBe(["Me and Hausmeister", "help"]);

    [Fact]
    public async Task Each_guest_s_window_is_a_guest_of_its_own_who_is_the_same_again()
    {
        const string Secret = "0b7f1d9e-5a0c-4f4e-9a51-0d6f2a6c8e11";
        var first = await house.RoomAsync($"guest.1.{Secret}");
        var second = await house.RoomAsync($"guest.2.{Secret[..^1]}2");
        await first.SayAsync("mine");
        (await second.RowsAsync()).ShouldBeEmpty();
        (await second.SendAsync(HttpMethod.Get, $"conversations/{first.Conversation}/activities")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var again = await house.RoomAsync($"guest.1.{Secret}");
        var said = (await again.RowsAsync())[0].GetProperty("from");
        said.GetProperty("name").GetString().ShouldBe("Guest 1");
        said.GetRawText().ShouldNotContain(Secret);
    }

    [Theory]
    [InlineData("guest-0123456789ab")]
    [InlineData("guest.1.")]
    [InlineData("guest.1.0b7f1d9e-5a0c-4f4e-9a51-0d6f2a6c8e1")]
    [InlineData("guest.0.0b7f1d9e-5a0c-4f4e-9a51-0d6f2a6c8e11")]
    [InlineData("guest.Ana.0b7f1d9e-5a0c-4f4e-9a51-0d6f2a6c8e11")]
    public async Task Nobody_becomes_a_guest_by_what_everybody_can_read(string said) =>
        (await house.MeAsync(said)).GetProperty("you").GetProperty("guest").GetBoolean().ShouldBeFalse();

    [Fact]
    public async Task Who_only_says_guest_is_a_new_one_each_time() =>
        (await house.RoomAsync("guest")).Conversation.ShouldNotBe((await house.RoomAsync("guest")).Conversation);

    [Fact]
    public async Task A_tap_cannot_replace_a_message_that_has_no_such_button()
    {
        house.Bot = async (context, cancellationToken) =>
        {
            if (context.Turn().Tap is { } tap)
                await context.SendActivityAsync(MessageFactory.Text(tap.Card ?? "no message"), cancellationToken);
            else
                await context.SendActivityAsync(MessageFactory.Attachment(new Attachment { ContentType = AdaptiveCard.ContentType, Content = Card() }), cancellationToken);
        };
        var ana = await house.RoomAsync("ana", "help");
        var own = await ana.SayAsync("go");
        var card = (await ana.RowsAsync())[1].GetProperty("id").GetString();
        var bruno = await house.RoomAsync("bruno", "help");
        await TapAsync(bruno, "triage.p4", "ana-17", card);
        await TapAsync(bruno, "triage.p4", "bruno-1", card);
        await TapAsync(bruno, "triage.p3", "ana-17", card);
        await TapAsync(bruno, "triage.p4", "ana-17", own);
        Texts([.. (await ana.RowsAsync()).Skip(2)]).ShouldBe([card, "no message", "no message", "no message"]);
    }

    [Fact]
    public async Task What_somebody_says_comes_back_as_theirs_whoever_they_say_they_are()
    {
        var window = await house.RoomAsync("ana");
        await window.SayAsync("*hello*", "c1");
        var rows = await window.RowsAsync();
        rows[0].GetProperty("from").GetRawText().ShouldBe("""{"id":"ana","name":"Ana","role":"user"}""");
        rows[0].GetProperty("textFormat").GetString().ShouldBe("plain");
        rows[0].GetProperty("channelData").GetProperty("clientActivityID").GetString().ShouldBe("c1");
        rows[1].GetProperty("text").GetString().ShouldBe("You said *hello*");
        rows[1].TryGetProperty("replyToId", out _).ShouldBeFalse("Web Chat holds such a row back for five seconds");
        rows[0].GetProperty("timestamp").GetDateTimeOffset().ShouldBeLessThan(rows[1].GetProperty("timestamp").GetDateTimeOffset());
    }

    [Theory]
    [InlineData("""{"type":"message","value":{"verb":"\ud800"}}""")]
    [InlineData("""{"type":"message","value":{"verb":"help","\udc00":1}}""")]
    public async Task Half_a_character_in_a_tap_is_no_tap(string json)
    {
        Tap? tapped = null;
        house.Bot = (context, cancellationToken) =>
        {
            tapped = context.Turn().Tap;
            return context.SendActivityAsync("It ran", cancellationToken: cancellationToken);
        };
        var window = await house.RoomAsync("ana");
        using var answer = await window.PostAsync(json);
        answer.EnsureSuccessStatusCode();
        Texts(await window.RowsAsync()).ShouldBe(["It ran"]);
        tapped.ShouldBeNull();
    }

    [Fact]
    public async Task A_message_that_comes_again_is_taken_once()
    {
        var window = await house.RoomAsync("ana");
        var first = await window.SayAsync("hello", "c1");
        (await window.SayAsync("hello", "c1")).ShouldBe(first);
        (await window.RowsAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Hausmeister_says_hello_once_in_a_private_conversation_and_never_in_a_room()
    {
        house.Bot = (context, cancellationToken) => context.SendActivityAsync(MessageFactory.Text(context.Activity.Type), cancellationToken);
        var window = await house.RoomAsync("ana");
        await window.OpenAsync();
        await window.OpenAsync();
        (await window.RowsAsync()).Select(row => row.GetProperty("text").GetString()).ShouldBe([ActivityTypes.ConversationUpdate]);
        var room = await house.RoomAsync("ana", "help");
        await room.OpenAsync();
        (await room.RowsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_socket_brings_what_there_was_and_then_what_comes()
    {
        var window = await house.RoomAsync("ana");
        await window.SayAsync("one");
        using var stream = await window.StreamAsync();
        Texts(await stream.NextAsync(2)).ShouldBe(["one", "You said one"]);
        await stream.KeepAliveAsync();
        await window.SayAsync("two");
        Texts(await stream.NextAsync(2)).ShouldBe(["two", "You said two"]);
    }

    [Fact]
    public async Task After_a_restart_the_same_token_goes_on_after_the_watermark()
    {
        var window = await house.RoomAsync("ana");
        await window.SayAsync("one");
        using var before = await window.StreamAsync();
        await before.NextAsync(2);
        await window.SayAsync("two");
        await house.RestartAsync();
        using var after = await window.StreamAsync(before.Watermark);
        Texts(await after.NextAsync(2)).ShouldBe(["two", "You said two"]);
    }

    [Fact]
    public async Task Every_window_of_a_person_sees_every_row_once_and_in_one_order()
    {
        const int Messages = 20;
        var window = await house.RoomAsync("ana");
        using var first = await window.StreamAsync();
        using var second = await window.StreamAsync();
        await Task.WhenAll(Enumerable.Range(0, Messages).Select(number => window.SayAsync($"{number}")));
        var rows = Texts(await first.NextAsync(2 * Messages));
        rows.Distinct().Count().ShouldBe(2 * Messages);
        Texts(await second.NextAsync(2 * Messages)).ShouldBe(rows);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(120)]
    public async Task An_updated_message_keeps_its_id_and_its_time_however_long_ago_it_was_said(int messagesBetween)
    {
        string? id = null;
        house.Bot = async (context, cancellationToken) => id = (await context.SendActivityAsync(MessageFactory.Text("creating…"), cancellationToken)).Id;
        var window = await house.RoomAsync("ana");
        await window.SayAsync("go");
        var said = (await window.RowsAsync())[1].GetProperty("timestamp").GetDateTimeOffset();

        house.Bot = (_, _) => Task.CompletedTask;
        for (var i = 0; i < messagesBetween; i++)
            await window.SayAsync("…");
        house.Time.Advance(TimeSpan.FromMinutes(30));
        house.Bot = (context, cancellationToken) => context.UpdateActivityAsync(new Activity(ActivityTypes.Message) { Id = id, Text = "#482" }, cancellationToken);
        await window.SayAsync("and now?");

        var updated = (await window.RowsAsync())[^1];
        updated.GetProperty("id").GetString().ShouldBe(id);
        updated.GetProperty("text").GetString().ShouldBe("#482");
        updated.GetProperty("timestamp").GetDateTimeOffset().ShouldBe(said);
    }

    [Fact]
    public async Task A_deleted_message_is_an_event_with_its_id()
    {
        house.Bot = async (context, cancellationToken) =>
        {
            var sent = await context.SendActivityAsync(MessageFactory.Text("oops"), cancellationToken);
            await context.DeleteActivityAsync(sent.Id, cancellationToken);
        };
        var window = await house.RoomAsync("ana");
        await window.SayAsync("go");
        var rows = await window.RowsAsync();
        rows[2].GetProperty("type").GetString().ShouldBe("event");
        rows[2].GetProperty("id").GetString().ShouldBe(rows[1].GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_button_is_one_that_Web_Chat_understands_and_its_tap_says_on_which_message_it_was()
    {
        object? tapped = null;
        house.Bot = async (context, cancellationToken) =>
        {
            tapped = context.Activity.Value;
            if (tapped is null)
                await context.SendActivityAsync(MessageFactory.Attachment(new Attachment { ContentType = AdaptiveCard.ContentType, Content = Card() }), cancellationToken);
        };
        var window = await house.RoomAsync("ana");
        await window.SayAsync("go");
        var message = (await window.RowsAsync())[1];
        message.GetProperty("channelData").GetProperty("webchat:fallback-text").GetString().ShouldBe("How urgent is it?");
        var action = message.GetProperty("attachments")[0].GetProperty("content").GetProperty("actions")[0];
        action.GetProperty("type").GetString().ShouldBe("Action.Submit");
        var data = action.GetProperty("data");
        data.GetProperty("card").GetString().ShouldBe(message.GetProperty("id").GetString());

        (await window.PostAsync($$$"""{"type":"message","value":{{{data.GetRawText()}}},"channelData":{"postBack":true,"clientActivityID":"c2"}}""")).EnsureSuccessStatusCode();
        tapped.ShouldNotBeNull().ToString().ShouldBe(data.GetRawText());
        (await window.RowsAsync()).Count.ShouldBe(2, "a tap shows nothing");
    }

    [Fact]
    public async Task Everybody_in_a_room_reads_what_one_of_them_says_there()
    {
        var bruno = await house.RoomAsync("bruno", "help");
        await bruno.SayAsync("Where are the docs?");
        var seen = (await (await house.RoomAsync("guest", "help")).RowsAsync())[0];
        seen.GetProperty("from").GetProperty("name").GetString().ShouldBe("Bruno");
    }

    [Fact]
    public async Task Nobody_can_replace_somebody_else_s_message()
    {
        var ana = await house.RoomAsync("ana", "help");
        var id = await ana.SayAsync("mine", "c1");
        await (await house.RoomAsync("bruno", "help")).SayAsync("not yours", "c1");
        await (await house.RoomAsync("bruno", "help")).SayAsync("not yours", id);
        (await ana.RowsAsync()).Count(row => row.GetProperty("id").GetString() == id).ShouldBe(1);
    }

    [Fact]
    public async Task Hausmeister_can_speak_in_a_room_by_itself()
    {
        var window = await house.RoomAsync("ana", "guild");
        using var stream = await window.StreamAsync();
        await house.SpeakAsync("guild", "A P4.");
        Texts(await stream.NextAsync(1)).ShouldBe(["A P4."]);
    }

    [Fact]
    public async Task A_turn_that_fails_says_so_and_the_message_may_come_again()
    {
        house.Bot = (_, _) => throw new InvalidOperationException("broken");
        var window = await house.RoomAsync("ana");
        await window.SayAsync("hello", "c1");
        Texts(await window.RowsAsync()).ShouldHaveSingleItem()!.ShouldStartWith("Something went wrong here");
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"type":"message"}""")]
    [InlineData("""{"type":"message","text":"  "}""")]
    [InlineData("""{"type":"message","value":"triage"}""")]
    [InlineData("""{"type":"message","text":{}}""")]
    public async Task What_is_no_message_is_refused_with_a_reason(string body)
    {
        using var answer = await (await house.RoomAsync("ana")).PostAsync(body);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("error").GetProperty("message").GetString().ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task A_body_without_end_is_refused()
    {
        using var answer = await (await house.RoomAsync("ana")).PostAsync(JsonSerializer.Serialize(new { type = "message", text = new string('x', 600_000) }));
        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task Typing_and_other_events_are_taken_and_told_nobody()
    {
        var window = await house.RoomAsync("ana");
        (await window.PostAsync("""{"type":"typing"}""")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await window.RowsAsync()).ShouldBeEmpty();
    }

    public async ValueTask InitializeAsync() => house = await WebChatHouse.OpenAsync();

    public ValueTask DisposeAsync() => house.DisposeAsync();

    private static async Task TapAsync(Window window, string verb, string id, string? card) =>
        (await window.PostAsync(JsonSerializer.Serialize(new { type = "message", value = new { verb, id, card } }))).EnsureSuccessStatusCode();

    private static AdaptiveCard Card() => new(new AdaptiveSchemaVersion(1, 5))
    {
        FallbackText = "How urgent is it?",
        Actions = [new AdaptiveExecuteAction { Title = "P4", Verb = "triage.p4", DataJson = """{"verb":"triage.p4","id":"ana-17","rev":3}""" }],
    };

    private static IReadOnlyList<string?> Texts(IReadOnlyList<JsonElement> rows) => [.. rows.Select(row => row.GetProperty("text").GetString())];

    private static IReadOnlyList<string?> Names(JsonElement me, string list) => [.. me.GetProperty(list).EnumerateArray().Select(item => item.GetProperty("name").GetString())];
}
