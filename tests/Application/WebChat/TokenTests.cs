using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Hausmeister.Bot.Channels.WebChat.DirectLine;

namespace Hausmeister.ApplicationTests.WebChat;

public sealed class TokenTests : IAsyncLifetime
{
    private WebChatHouse house = null!;

    public static TheoryData<string, string> Calls => new()
    {
        { "GET", "conversations/{0}" },
        { "GET", "conversations/{0}/activities" },
        { "POST", "conversations/{0}/activities" },
        { "GET", "conversations/{0}/stream" },
    };

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task A_conversation_is_open_to_its_own_token_only(string method, string path)
    {
        var ana = await house.RoomAsync("ana");
        var bruno = await house.RoomAsync("bruno");
        using var answer = await bruno.SendAsync(new HttpMethod(method), string.Format(null, path, ana.Conversation));
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Without_a_token_nothing_is_open()
    {
        using var answer = await house.Client.PostAsync($"{DirectLineEndpoints.Root}/conversations", null);
        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData(".")]
    [InlineData("e30.e30")]
    [InlineData("a.b.c")]
    [InlineData("!.!")]
    public async Task What_we_have_not_signed_opens_nothing(string token)
    {
        var window = await house.RoomAsync("ana");
        var request = new HttpRequestMessage(HttpMethod.Get, $"{DirectLineEndpoints.Root}/conversations/{window.Conversation}");
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        using var answer = await house.Client.SendAsync(request);
        answer.StatusCode.ShouldBeOneOf(HttpStatusCode.Forbidden, HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_token_whose_payload_was_changed_opens_nothing()
    {
        var ana = await house.RoomAsync("ana");
        var bruno = await house.RoomAsync("bruno");
        ana.Token = $"{ana.Token.Split('.')[0]}.{bruno.Token.Split('.')[1]}";
        (await ana.SendAsync(HttpMethod.Get, $"conversations/{ana.Conversation}")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_token_lives_an_hour_from_its_last_refresh()
    {
        var window = await house.RoomAsync("ana");
        house.Time.Advance(TimeSpan.FromMinutes(59));
        using var refreshed = await window.SendAsync(HttpMethod.Post, "tokens/refresh");
        var old = window.Token;
        window.Token = (await refreshed.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString()!;
        house.Time.Advance(TimeSpan.FromMinutes(2));
        await window.OpenAsync();
        window.Token = old;
        (await window.SendAsync(HttpMethod.Post, "tokens/refresh")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    public async ValueTask InitializeAsync() => house = await WebChatHouse.OpenAsync();

    public ValueTask DisposeAsync() => house.DisposeAsync();
}
