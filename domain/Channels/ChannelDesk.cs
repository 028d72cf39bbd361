using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Documents;

namespace Hausmeister.Domain.Channels;

/// <summary>Loads and saves what a squad is owed about a channel. Commits nothing: that is the turn's or the duty's.</summary>
public sealed class ChannelDesk(Work work, Moment moment)
{
    /// <param name="channel">The channel's id, as <c>slack</c>.</param>
    /// <returns>The book as it is now.</returns>
    public async Task<ChannelBook> ChangeAsync(string channel, Func<ChannelBook, ChannelBook> change, CancellationToken cancellationToken)
    {
        var key = Keys.Channel(moment.Squad.Id, channel);
        var before = await work.LoadAsync(DocumentTypes.ChannelBook, key, cancellationToken) ?? new ChannelBook { Squad = moment.Squad.Id };
        var after = change(before);
        if (ReferenceEquals(before, after))
            return before;
        after = after with { Revision = before.Revision + 1 };
        work.Save(DocumentTypes.ChannelBook, key, after);
        return after;
    }
}
