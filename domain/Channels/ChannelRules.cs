using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Duties;
using NodaTime;

namespace Hausmeister.Domain.Channels;

/// <summary>Who hears what about a channel that does not work. Where all of it does not, at any hour: a P4 would reach nobody either.</summary>
public static class ChannelRules
{
    /// <summary>Each trouble is told once, however often it is seen, until it is over.</summary>
    public static ChannelBook Begin(ChannelBook book, ChannelTrouble trouble, Moment moment)
    {
        if (Find(book, trouble.Kind, trouble.Of) is not null)
            return book;
        var at = IsWhole(trouble.Kind) ? moment.Now : moment.InWorkHours;
        return Tell(book with { Troubles = [.. book.Troubles, trouble] }, trouble, trouble.Words, at, moment);
    }

    /// <summary>What nobody was told yet need not be told any more.</summary>
    /// <param name="words">Null: that it is over is told to nobody.</param>
    public static ChannelBook End(ChannelBook book, ChannelTroubleKind kind, string of, string? words, Moment moment)
    {
        if (Find(book, kind, of) is not { } trouble)
            return book;
        var over = book with
        {
            Troubles = [.. book.Troubles.Where(t => t != trouble)],
            Duties = [.. book.Duties.Where(d => d.Text != trouble.Words || d.ClaimedUntil is not null)],
        };
        return words is null ? over : Tell(over, trouble, words, moment.Now, moment);
    }

    /// <summary>What was to be said to somebody and cannot be: whose turn it was hears of it elsewhere, for a guest the one on duty.</summary>
    public static ChannelBook NotSaid(ChannelBook book, Person? whose, string words, Moment moment) =>
        book.Tell(Recipient.Of(moment.Squad.Find(whose?.Id)?.Id ?? moment.OnDuty), PostKind.ChannelNews, moment.Now, words);

    private static bool IsWhole(ChannelTroubleKind kind) => kind is ChannelTroubleKind.Token or ChannelTroubleKind.Connection;

    private static ChannelTrouble? Find(ChannelBook book, ChannelTroubleKind kind, string of) => book.Troubles.FirstOrDefault(t => t.Kind == kind && t.Of == of);

    /// <summary>Every lead where nothing works, else one; where there is none, the one on duty.</summary>
    private static ChannelBook Tell(ChannelBook book, ChannelTrouble trouble, string words, Instant at, Moment moment)
    {
        var leads = moment.Squad.Members.Where(m => m.Lead && !m.Accounts.Values.Contains(trouble.Of)).Select(m => m.Id).DefaultIfEmpty(moment.OnDuty);
        return leads.Take(IsWhole(trouble.Kind) ? int.MaxValue : 1).Aggregate(book, (b, lead) => b.Tell(Recipient.Of(lead), PostKind.ChannelNews, at, words));
    }
}
