using Hausmeister.Bot.Configuration;
using Hausmeister.Bot.Hosting;
using Hausmeister.Domain.Documents;
using Hausmeister.Tests.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime.Text;

namespace Hausmeister.Tests.Hosting;

public sealed class DataCheckTests
{
    private readonly InMemoryDocumentStore store = new();

    [Fact]
    public async Task The_first_start_notes_the_versions_and_the_next_writes_nothing()
    {
        await StartAsync(new HouseClock(TimeProvider.System));
        store.Commits.Count.ShouldBe(1);
        await StartAsync(new HouseClock(TimeProvider.System));
        store.Commits.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Data_of_a_newer_program_stops_the_start_and_says_so()
    {
        await NoteAsync(new Dictionary<string, int>(DocumentVersions.Known.Kinds) { ["case"] = 99 });
        var refused = await Should.ThrowAsync<NewerDocumentException>(() => StartAsync(new HouseClock(TimeProvider.System)));
        refused.Message.ShouldBe("A case has version 99, and this program knows up to 1. Start the newer program again.");
    }

    [Fact]
    public async Task Data_of_an_older_program_is_noted_as_ours_and_kinds_that_we_do_not_know_stay()
    {
        await NoteAsync(new Dictionary<string, int> { ["case"] = 0, ["something else"] = 7 });
        await StartAsync(new HouseClock(TimeProvider.System));
        var noted = (await new Work(store).LoadAsync(HostDocuments.Versions, Keys.Versions, default))!.Kinds;
        noted["case"].ShouldBe(DocumentTypes.Case.Version);
        noted["something else"].ShouldBe(7);
    }

    [Fact]
    public async Task A_configured_clock_starts_where_it_is_told_and_goes_on_from_there_after_a_restart()
    {
        var first = new HouseClock(TimeProvider.System);
        await StartAsync(first, "2026-11-27T16:29:50");
        var begun = SampleSquad.At(2026, 11, 27, 16, 29, 50).ToDateTimeOffset();
        (first.GetUtcNow() - begun).ShouldBeInRange(TimeSpan.Zero, TimeSpan.FromMinutes(1));

        var second = new HouseClock(TimeProvider.System);
        await StartAsync(second, "2026-11-27T10:00:00");
        second.Offset.ShouldBe(first.Offset);
        var third = new HouseClock(TimeProvider.System);
        await StartAsync(third);
        third.Offset.ShouldBe(first.Offset, "the data stays in its own time");
    }

    [Fact]
    public async Task Without_a_configured_clock_it_is_now()
    {
        var clock = new HouseClock(TimeProvider.System);
        await StartAsync(clock);
        clock.Offset.ShouldBe(TimeSpan.Zero);
    }

    private async Task NoteAsync(Dictionary<string, int> kinds)
    {
        var work = new Work(store);
        work.Save(HostDocuments.Versions, Keys.Versions, new DocumentVersions(kinds));
        await work.CommitAsync(default);
    }

    private Task StartAsync(HouseClock clock, string? start = null)
    {
        var options = new AppOptions
        {
            StorageFile = "unused",
            SquadsFolder = "unused",
            GitHubApiAddress = new Uri("https://api.github.example"),
            PublicAddress = new Uri("http://localhost"),
            ClockStart = start is null ? null : new ClockStart(LocalDateTimePattern.GeneralIso.Parse(start).Value, null),
        };
        return new DataCheck(store, clock, options, [SampleSquad.DataInfra], NullLogger<DataCheck>.Instance).StartingAsync(default);
    }
}
