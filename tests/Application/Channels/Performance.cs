using Hausmeister.ApplicationTests.House;

namespace Hausmeister.ApplicationTests.Channels;

/// <summary>A script as it is played on one channel, and what was heard of it.</summary>
internal sealed class Performance(ChannelScript script, IChannel channel, TrackerView tracker) : IAsyncDisposable
{
    private readonly Dictionary<string, IChannelPerson> people = [];
    private readonly List<(string Who, Heard Message)> heard = [];

    public string Channel => channel.Name;

    /// <summary>The messages that somebody waited for, as they were then.</summary>
    public IEnumerable<string> Heard => heard.Select(one => Transcript.Of(one.Who, one.Message)).OfType<string>();

    public async Task PlayAsync()
    {
        foreach (var somebody in script.People)
            people.Add(somebody.Id, await channel.ArriveAsync(somebody.Id, [.. script.Rooms[somebody.Id].Distinct()]));
        foreach (var step in script.Steps)
            await PlayAsync(step);
    }

    /// <summary>Everything that stands before everybody now.</summary>
    public async Task<IReadOnlyList<string>> StandsAsync()
    {
        List<string> stands = [];
        foreach (var (who, room) in Places())
            stands.AddRange((await people[who].HeardAsync(room)).Select(message => Transcript.Of($"{who}, {room}", message)).OfType<string>());
        return stands;
    }

    public ValueTask DisposeAsync() => channel.DisposeAsync();

    private IEnumerable<(string Who, Room Room)> Places() =>
        script.People.SelectMany(person => script.Rooms[person.Id].Distinct().Order().Prepend(Room.Private).Select(room => (person.Id, room)));

    private Task PlayAsync(Step step) => step switch
    {
        Says says => people[says.Who].SayAsync(says.Text),
        Taps taps => people[taps.Who].TapAsync(taps.Button, taps.Nth),
        Fills fills => people[fills.Who].FillAsync(fills.Field, fills.Text),
        Chooses chooses => people[chooses.Who].ChooseAsync(chooses.Field, chooses.Choice),
        Hears hears => HearAsync(hears),
        HearsNoMore no => HearNoMoreAsync(no),
        ClockGoesTo clock => channel.Bot.ClockToAsync(clock.Time),
        Opened opened => tracker.OpenAsync(opened),
        Tracked tracked => tracker.HasAsync(tracked, channel.Bot),
        _ => throw new NotSupportedException($"{step}"),
    };

    private async Task HearAsync(Hears hears)
    {
        IReadOnlyList<Heard> shown = [];
        var message = await Eventually.GetAsync(
            async () => (shown = await people[hears.Who].HeardAsync(hears.Where)).LastOrDefault(message => hears.Words.All(message.Shows)),
            () => $"{hears.Who} does not hear “{string.Join("” “", hears.Words)}” but:\n{string.Join("\n---\n", shown.TakeLast(4))}\nThe bot wrote:\n{channel.Bot.Log}");
        if (hears.IsKept)
            heard.Add((hears.Who, message));
    }

    private Task HearNoMoreAsync(HearsNoMore no) => Eventually.TrueAsync(
        async () => !(await people[no.Who].HeardAsync(no.Where)).Any(message => message.Shows(no.Words)), () => $"{no.Who} still hears “{no.Words}”.\nThe bot wrote:\n{channel.Bot.Log}");
}
