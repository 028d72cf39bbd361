using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Documents;
using Hausmeister.Domain.Duties;
using Hausmeister.Domain.Rota;
using Hausmeister.Domain.Squads;

namespace Hausmeister.Bot.Duties;

/// <summary>The topics of the help rooms follow the rota.</summary>
internal sealed partial class RotaTopicEffects(RoomTopics topics, Commits commits, ILogger<RotaTopicEffects> logger)
{
    /// <summary>Looks at each of the squad's topics, as they are configured now.</summary>
    public Task FollowAsync(Moment moment, CancellationToken cancellationToken) => commits.MakeAsync(
        work => new RotaDesk(work, moment).ChangeAsync(book => RotaTopics.Follow(book, RoomsOf(moment.Squad), moment), cancellationToken), cancellationToken);

    public async Task<Func<RotaBook, RotaBook>> SetAsync(Duty duty, Moment moment, CancellationToken cancellationToken)
    {
        var room = duty.Text!;
        try
        {
            var outcome = await topics.ChangeAsync(room, ChangedAsync, cancellationToken);
            return book => outcome == TopicOutcome.Done
                ? RotaTopics.Done(book.SettleClaimed(duty), room)
                : RotaTopics.Tell(book.SettleClaimed(duty), room, $"{Named(room)} has no room left for who is on duty. Shorten it, and I write it in.", moment);
        }
        catch (TopicRefusedException refused)
        {
            Log.Refused(logger, refused, room);
            return book => RotaTopics.Failed(book, duty, $"{Named(room)} does not say who is on duty: {refused.Message} I keep trying.", moment);
        }

        async Task<string?> ChangedAsync(string topic, int longest) => DutyTopic.In(topic, await SquadAsync(moment, cancellationToken), moment.Now, longest);
    }

    /// <summary>With what was agreed on until this moment, also by somebody whose commit we have not been told of.</summary>
    private async Task<Squad> SquadAsync(Moment moment, CancellationToken cancellationToken) =>
        (await new RotaDesk(commits.Begin(), moment).BookAsync(cancellationToken)).Over(moment.Squad);

    private IReadOnlyList<string> RoomsOf(Squad squad) => squad.Channels.Topics
        ? [.. squad.Channels.Help.Where(h => topics.Has(h.Key)).SelectMany(h => h.Value.Select(room => Keys.Place(h.Key, room))).Distinct()]
        : [];

    private static string Named(string room) => $"The topic of the help room {Keys.LastPart(room)}";

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The topic of {Room} was not set and comes again")]
        public static partial void Refused(ILogger logger, Exception error, string room);
    }
}
