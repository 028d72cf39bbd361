using Hausmeister.Bot.Channels.WebChat.DirectLine;
using Hausmeister.Domain.Rota;
using Hausmeister.Domain.Squads;
using NodaTime;

namespace Hausmeister.Bot.Channels.WebChat.Me;

/// <summary>Tells the page who is here, who is on duty and which rooms there are, with a fresh token for each.</summary>
internal sealed class MeEndpoint(IReadOnlyList<Squad> squads, TokenSigner signer, TimeProvider time)
{
    private const string PrivateName = "Me and Hausmeister";

    public async Task<IResult> AnswerAsync(string? said, HttpResponse response, CancellationToken cancellationToken)
    {
        response.Headers.CacheControl = "no-store";
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        var visitor = Visitor.Of(squads, said, now);
        var squad = visitor.Squad;
        var answer = new MeAnswer(
            now.ToDateTimeOffset(),
            new MySquad(squad.Id, squad.Name, squad.TimeZone.Id),
            Duty(squad, now),
            new MyAccount(visitor.Account, visitor.Name, visitor.IsGuest),
            Visitor.Choices(squads),
            await RoomsAsync(visitor, cancellationToken));
        return Answers.Json(answer, WebChatJson.Default.MeAnswer);
    }

    private static MyDuty Duty(Squad squad, Instant now)
    {
        var shift = RotaCalendar.At(squad, now);
        return new MyDuty(
            new MyOnDuty(squad.NameOf(shift.Holder), shift.Role.ToString(), shift.End.ToDateTimeOffset()),
            new MyName(squad.NameOf(shift.Level2)));
    }

    private async Task<IReadOnlyList<MyRoom>> RoomsAsync(Visitor visitor, CancellationToken cancellationToken)
    {
        List<MyRoom> rooms = [await RoomAsync("me", PrivateName, WebChatPlaces.Private(visitor.Squad, visitor.Account), isRoom: false)];
        foreach (var room in visitor.Rooms())
            rooms.Add(await RoomAsync(room, room, WebChatPlaces.Room(visitor.Squad, room), isRoom: true));
        return rooms;

        async Task<MyRoom> RoomAsync(string id, string name, string conversation, bool isRoom) => new(
            id, name, conversation, await signer.WriteAsync(DirectLineToken.For(conversation, isRoom, visitor.Account, visitor.Name), cancellationToken));
    }
}
