using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Duties;

namespace Hausmeister.Domain.Rota;

/// <summary>Owes the topics of the help rooms: at every change of who is on duty or Level 2, and now and then, as people change topics too.</summary>
public static class RotaTopics
{
    private const string Timer = "topics";

    /// <summary>After that many failures in a row a person is told.</summary>
    private const int Patience = 3;

    /// <summary>These rooms follow from now on, and no others. Each is looked at now.</summary>
    public static RotaBook Follow(RotaBook book, IReadOnlyList<string> rooms, Moment moment)
    {
        if (rooms.Count == 0 && book.TopicRooms.Count == 0)
            return book;
        var left = book.TopicRooms.Except(rooms).Select(IdOf).Append(Timer);
        var following = book with { TopicRooms = rooms, TopicTroubles = [.. book.TopicTroubles.Where(t => rooms.Contains(t.Room))] };
        return Owe(left.Aggregate(following, (b, id) => b.Settle(id)), moment);
    }

    /// <summary>Owes the topics where a change of the book changes what they say, or when.</summary>
    public static RotaBook Changed(RotaBook before, RotaBook after, Moment moment)
    {
        var (former, present) = (before.Over(moment.Squad), after.Over(moment.Squad));
        var isSame = DutyTopic.Of(former, moment.Now) == DutyTopic.Of(present, moment.Now)
            && DutyTopic.ChangesAt(former, moment.Now) == DutyTopic.ChangesAt(present, moment.Now);
        return isSame ? after : Owe(after, moment);
    }

    /// <summary>Each room's topic now, and all of them again when the rota changes by itself.</summary>
    public static RotaBook Owe(RotaBook book, Moment moment) => book.TopicRooms.Count == 0
        ? book
        : book.TopicRooms.Aggregate(book, (b, room) => Owe(b, room, moment))
            .Owe(new Duty(Timer, DutyKind.FollowTopics, DutyTopic.ChangesAt(book.Over(moment.Squad), moment.Now)));

    /// <summary>It says what it should.</summary>
    public static RotaBook Done(RotaBook book, string room) =>
        book.TopicTroubles.Any(t => t.Room == room) ? book with { TopicTroubles = [.. book.TopicTroubles.Where(t => t.Room != room)] } : book;

    /// <summary>It failed and comes again. A lead hears of it when it has failed some times, once for as long as it fails.</summary>
    public static RotaBook Failed(RotaBook book, Duty duty, string words, Moment moment)
    {
        var failed = book.Postpone(duty.Id, moment.Now, null);
        return failed.Duties.Any(d => d.Id == duty.Id && d.Attempts >= Patience) ? Tell(failed, duty.Text!, words, moment) : failed;
    }

    /// <summary>A lead hears of it, once for as long as it is so, in work hours.</summary>
    public static RotaBook Tell(RotaBook book, string room, string words, Moment moment)
    {
        if (book.TopicTroubles.Any(t => t.Room == room && t.Words == words) || moment.LeadBeside() is not { } lead)
            return book;
        return (Done(book, room) with { TopicTroubles = [.. Done(book, room).TopicTroubles, new TopicTrouble(room, words)] })
            .Tell(Recipient.Of(lead), PostKind.TrackerRefused, moment.InWorkHours, words);
    }

    /// <summary>One that fails keeps its pace: it is tried again soon anyway.</summary>
    private static RotaBook Owe(RotaBook book, string room, Moment moment) => book.Duties.Any(d => d.Id == IdOf(room) && d is { Attempts: > 0, ClaimedUntil: null })
        ? book
        : book.Owe(new Duty(IdOf(room), DutyKind.SetTopic, moment.Now) { Text = room });

    private static string IdOf(string room) => $"topic/{room}";
}

/// <summary>A topic does not follow the rota.</summary>
/// <param name="Words">Why, as a lead was told.</param>
public sealed record TopicTrouble(string Room, string Words);
