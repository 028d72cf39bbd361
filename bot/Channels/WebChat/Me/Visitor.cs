using Hausmeister.Domain.Rota;
using Hausmeister.Domain.Squads;
using NodaTime;
using KnownChannels = Microsoft.Bot.Connector.Channels;

namespace Hausmeister.Bot.Channels.WebChat.Me;

/// <summary>Who looks at the page, and with which squad.</summary>
internal sealed record Visitor(Squad Squad, string Account, string Name, bool IsGuest)
{
    public static IReadOnlyList<MyChoice> Choices(IReadOnlyList<Squad> squads) =>
        [.. Members(squads).Select(visitor => new MyChoice(visitor.Account, visitor.Name)).DistinctBy(choice => choice.Id), new MyChoice(GuestName.Choice, "Guest")];

    /// <summary>The one asked for; else the member on duty, as most of what there is to see is theirs.</summary>
    /// <param name="said">A member's account, or what a guest's window says it is.</param>
    public static Visitor Of(IReadOnlyList<Squad> squads, string? said, Instant now)
    {
        if (GuestName.Read(said) is { } guest)
            return new Visitor(squads[0], guest.Account, guest.Name, IsGuest: true);
        var members = Members(squads).ToList();
        var onDuty = squads[0].Find(RotaCalendar.At(squads[0], now).Holder)?.Accounts.GetValueOrDefault(KnownChannels.Webchat);
        return members.Find(visitor => visitor.Account == said) ?? members.Find(visitor => visitor.Account == onDuty) ?? members.FirstOrDefault() ?? Of(squads, GuestName.Choice, now);
    }

    /// <summary>A guest has come to ask: no announcements, no guild. The crash channel is the whole company's.</summary>
    public IReadOnlyList<string> Rooms()
    {
        var help = Squad.Channels.Help.GetValueOrDefault(KnownChannels.Webchat) ?? [];
        string?[] squadOnly = IsGuest ? [] : [Squad.Channels.Announcements.GetValueOrDefault(KnownChannels.Webchat), Squad.Channels.Guild.GetValueOrDefault(KnownChannels.Webchat)];
        return [.. squadOnly.Concat(help).Append(Squad.Channels.Crash.GetValueOrDefault(KnownChannels.Webchat)).OfType<string>().Distinct()];
    }

    private static IEnumerable<Visitor> Members(IReadOnlyList<Squad> squads) =>
        from squad in squads
        from member in squad.Members
        let account = member.Accounts.GetValueOrDefault(KnownChannels.Webchat)
        where account is not null
        select new Visitor(squad, account, member.Name, IsGuest: false);
}
