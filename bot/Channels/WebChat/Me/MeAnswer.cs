namespace Hausmeister.Bot.Channels.WebChat.Me;

/// <summary>What the page knows of the squad and of who looks at it. See docs/web-chat.md.</summary>
/// <param name="Now">The server's clock; in Development it may run elsewhere than the browser's.</param>
/// <param name="Choices">Whom one can be.</param>
/// <param name="Rooms">The private one first.</param>
internal sealed record MeAnswer(
    DateTimeOffset Now, MySquad Squad, MyDuty Duty, MyAccount You, IReadOnlyList<MyChoice> Choices, IReadOnlyList<MyRoom> Rooms);

/// <param name="TimeZone">An id of the IANA time zone database.</param>
internal sealed record MySquad(string Id, string Name, string TimeZone);

internal sealed record MyDuty(MyOnDuty OnDuty, MyName Level2);

/// <param name="Role">The name of a <see cref="Domain.Rota.DutyRole"/>.</param>
internal sealed record MyOnDuty(string Name, string Role, DateTimeOffset Until);

internal sealed record MyName(string Name);

internal sealed record MyAccount(string Id, string Name, bool Guest);

internal sealed record MyChoice(string Id, string Name);

/// <param name="Id"><c>me</c> for the private one, else the room as the squad's file names it.</param>
internal sealed record MyRoom(string Id, string Name, string ConversationId, string Token);
