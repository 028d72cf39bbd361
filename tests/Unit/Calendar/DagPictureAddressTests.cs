using System.Net;
using Hausmeister.Bot.Channels.Calendar;
using Hausmeister.Bot.Hosting;
using Hausmeister.Bot.Turns;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Documents;
using Hausmeister.Domain.Ports;
using Hausmeister.Tests.Cards;
using Hausmeister.Tests.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Hausmeister.Tests.Calendar;

/// <summary>The picture of the last mornings as a chat's client fetches it.</summary>
public sealed class DagPictureAddressTests : IAsyncLifetime
{
    private static readonly Moment Noon = SampleDay.Moment(12);
    private readonly InMemoryDocumentStore store = new();
    private readonly HttpClient client = new();
    private WebApplication app = null!;

    [Fact]
    public async Task It_is_a_png_of_the_stored_days_that_is_asked_for_anew_each_time()
    {
        using var answer = await client.GetAsync(await AddressAsync(Noon), TestContext.Current.CancellationToken);

        answer.Content.Headers.ContentType!.ToString().ShouldBe("image/png");
        answer.Headers.CacheControl!.ToString().ShouldBe("no-cache, private");
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        (await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBe(DagPicture.Draw([SampleDay.Complete], Noon));
    }

    [Theory]
    [InlineData("data-infra", "other")]
    [InlineData("/dag/", "/dag/x")]
    public async Task Another_address_opens_nothing(string part, string instead)
    {
        var address = (await AddressAsync(Noon)).PathAndQuery.Replace(part, instead);

        using var answer = await client.GetAsync(address, TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Neither_the_rota_s_code_opens_it_nor_its_own_the_rota()
    {
        var rota = await app.Services.GetRequiredService<IRotaFeeds>().PictureAsync(Noon.Squad, Noon.Now, TestContext.Current.CancellationToken);

        foreach (var address in new[] { rota.AbsolutePath.Replace("/calendar/", "/dag/"), (await AddressAsync(Noon)).AbsolutePath.Replace("/dag/", "/calendar/") })
            (await client.GetAsync(address, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    public async ValueTask InitializeAsync()
    {
        var work = new Work(store);
        work.Save(DocumentTypes.PipelineDay, Keys.Dag("data-infra", SampleDay.Complete.Id), SampleDay.Complete);
        await work.CommitAsync(CancellationToken.None);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services
            .AddSingleton<IDocumentStore>(store)
            .AddSingleton<TimeProvider>(new FakeTimeProvider(Noon.Now.ToDateTimeOffset()))
            .AddSquads([Noon.Squad])
            .AddSingleton<People>()
            .AddSingleton<SecretKey>()
            .AddRotaFeeds(new Uri("http://localhost"));
        app = builder.Build();
        app.MapRotaFeeds();
        await app.StartAsync();
        client.BaseAddress = new Uri(app.Urls.Single());
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.DisposeAsync();
    }

    /// <summary>At the server of the test.</summary>
    private async Task<Uri> AddressAsync(Moment moment)
    {
        var address = await app.Services.GetRequiredService<IDagPictures>().HistoryAsync(moment, [SampleDay.Complete], TestContext.Current.CancellationToken);
        return new Uri(client.BaseAddress!, address.PathAndQuery);
    }
}
