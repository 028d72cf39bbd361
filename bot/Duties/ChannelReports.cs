using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Channels;
using Hausmeister.Domain.Squads;
using NodaTime;

namespace Hausmeister.Bot.Duties;

/// <summary>Takes down what does not work in a channel, so that people hear of it: one commit for each squad that it concerns.</summary>
internal sealed class ChannelReports(Commits commits, IReadOnlyList<Squad> squads, TimeProvider time)
{
    /// <param name="channel">The channel's id.</param>
    /// <param name="change">The same book where there is nothing to be told.</param>
    public async Task ChangeAsync(Func<Squad, bool> concerns, string channel, Func<ChannelBook, Moment, ChannelBook> change, CancellationToken cancellationToken)
    {
        foreach (var squad in squads.Where(concerns))
        {
            var moment = new Moment(squad, Instant.FromDateTimeOffset(time.GetUtcNow()));
            await commits.MakeAsync(work => new ChannelDesk(work, moment).ChangeAsync(channel, book => change(book, moment), cancellationToken), cancellationToken);
        }
    }
}
