using System.Text.Json;
using Hausmeister.Bot.Turns;
using Hausmeister.Cards;
using Hausmeister.Cards.Rendering;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Documents;
using Hausmeister.Domain.Pipeline;
using Hausmeister.Domain.Ports;
using Hausmeister.Domain.Squads;
using NodaTime;

namespace Hausmeister.Bot.Channels.Slack;

/// <summary>The app's own page, which Slack keeps for each person: made anew whenever they open it, and after a tap on it.</summary>
internal sealed partial class SlackHomes(
    SlackApi api, SlackAskers askers, SlackAsides asides, SlackForms forms, SlackTurns turns, IDocumentStore store, TimeProvider time, ILogger<SlackHomes> logger)
{
    public async Task<SlackReply> TakeAsync(SlackOpened opened)
    {
        if (opened is { Tab: "home" } && SlackPlaces.IsId(opened.User))
            await PublishAsync(opened.User!);
        return SlackReply.Done;
    }

    /// <summary>A tap on the page is answered in the direct message, and a triage begins in its modal.</summary>
    /// <param name="id">The same for a tap that comes again.</param>
    public async Task<SlackReply> TapAsync(SlackInteraction payload, SlackData data, string id)
    {
        var user = payload.User!.Id!;
        if (data.Verb is Verbs.Command.Triage or Verbs.Guest.Ask && payload.Trigger is { } trigger)
            return await forms.OpenAsync(user, trigger, null, SlackSubjects.Nothing);
        var tapped = turns.Message(user, user, id);
        tapped.Value = data.Json;
        var isTaken = await asides.TakeAsync(tapped, SlackAbout.Nothing, from: null);
        await PublishAsync(user);
        return isTaken ? SlackReply.Done : SlackAsides.NotTaken;
    }

    /// <summary>Where Slack does not take it, the page stays as it was until it is opened again.</summary>
    private async Task PublishAsync(string user)
    {
        try
        {
            var sender = askers.Of(user, null);
            List<HomeSquad> squads = [];
            foreach (var squad in sender.Squads)
                squads.Add(await ReadAsync(squad, sender));
            await api.PublishHomeAsync(user, BlockKit.Home(HomeCard.Build(squads, sender.In(sender.Squads[0]))), CancellationToken.None);
        }
        catch (Exception e) when (e is SlackException or HttpRequestException or StorageException)
        {
            Log.NotPublished(logger, e.Message);
        }
    }

    private async Task<HomeSquad> ReadAsync(Squad squad, Sender sender)
    {
        var (work, moment, person) = (new Work(store), new Moment(squad, Instant.FromDateTimeOffset(time.GetUtcNow())), sender.In(squad));
        if (person.IsGuest)
            return new(moment, [], []);
        var open = await new CaseDesk(work, moment).OpenAsync(CancellationToken.None);
        var days = squad.Pipeline is null ? [] : await new PipelineDesk(work, moment).ShownAsync(CancellationToken.None);
        return new(moment, [.. open.Where(c => c.Owner == person.Id)], days);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Somebody's page of the app could not be made anew: {Reason}")]
        public static partial void NotPublished(ILogger logger, string reason);
    }
}
