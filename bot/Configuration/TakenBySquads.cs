namespace Hausmeister.Bot.Configuration;

/// <summary>What only one squad may have, and which file has it: ids, and rooms, by which a message finds its squad.</summary>
internal sealed class TakenBySquads
{
    private readonly Dictionary<string, string> ids = [];
    private readonly Dictionary<(string Channel, string Room), string> rooms = [];

    public Taker By(string file) => new(this, file);

    internal sealed class Taker(TakenBySquads taken, string file)
    {
        public void Id(string? id, ConfigValue value)
        {
            if (id is not null && !taken.ids.TryAdd(id, file))
                value.Refuse($"an id that {taken.ids[id]} does not have");
        }

        /// <summary>A squad may use one room for several things.</summary>
        public void Room(string channel, string? room, ConfigValue value)
        {
            if (room is not null && !taken.rooms.TryAdd((channel, room), file) && taken.rooms[(channel, room)] is var other && other != file)
                value.Refuse($"a room that {other} does not use");
        }
    }
}
