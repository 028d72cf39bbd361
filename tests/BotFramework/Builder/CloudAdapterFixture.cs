using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Extensions.Configuration;

namespace BotFramework.Tests.Builder;

/// <summary>An adapter in front of a fake connector, and requests to it.</summary>
internal sealed class CloudAdapterFixture
{
    public CloudAdapterFixture(string appId = null)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("MicrosoftAppId", appId)])
            .Build();
        Adapter = new CloudAdapter(configuration, Connector);
    }

    public FakeConnector Connector { get; } = new();

    public CloudAdapter Adapter { get; }

    public Task<Answer> PostAsync(string body, BotCallbackHandler bot = null, Action<HttpRequest> change = null) =>
        PostAsync(Encoding.UTF8.GetBytes(body), bot, change);

    public async Task<Answer> PostAsync(byte[] body, BotCallbackHandler bot = null, Action<HttpRequest> change = null)
    {
        var context = new DefaultHttpContext();
        context.Request.Method = "POST";
        context.Request.ContentType = "application/json; charset=utf-8";
        context.Request.Body = new MemoryStream(body);
        context.Response.Body = new MemoryStream();
        change?.Invoke(context.Request);
        var called = new Bot(bot ?? ((_, _) => Task.CompletedTask));

        await Adapter.ProcessAsync(context.Request, context.Response, called);

        var text = Encoding.UTF8.GetString(((MemoryStream)context.Response.Body).ToArray());
        return new Answer(context.Response.StatusCode, context.Response.ContentType, text, called.Turns);
    }

    internal sealed record Answer(int Status, string ContentType, string Text, int Turns)
    {
        public JsonNode Json => JsonNode.Parse(Text);
    }

    private sealed class Bot(BotCallbackHandler callback) : IBot
    {
        public int Turns { get; private set; }

        public Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
        {
            Turns++;
            return callback(turnContext, cancellationToken);
        }
    }
}
