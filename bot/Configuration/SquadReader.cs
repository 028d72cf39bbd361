using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Squads;

namespace Hausmeister.Bot.Configuration;

/// <summary>Reads a squad's file, and checks what its parts must know of each other where they stand.</summary>
internal static class SquadReader
{
    public static Squad Read(ConfigValue file, TakenBySquads.Taker taken) => file.AsObject(squad =>
    {
        squad.Optional("$schema")?.As(Formats.Text);
        UnusedSections.Check(squad);
        var members = ReadMembers(squad["members"]);
        var zone = squad["timeZone"].As(Formats.Zone);
        return new Squad
        {
            Id = ReadId(squad["id"], taken),
            Name = squad["name"].As(Formats.Text),
            TimeZone = zone,
            WorkHours = squad["workHours"].AsObject(ReadWorkHours),
            Members = members,
            Rota = RotaReader.Read(squad["rota"], squad["members"], members, zone),
            Channels = squad["channels"].AsObject(channels => ReadChannels(channels, taken)),
            Issues = squad["issues"].AsObject(ReadIssues),
            Escalation = squad["escalation"].AsObject(ReadEscalation),
            HandOff = squad.Optional("handOff")?.AsObject(ReadHandOff) ?? HandOffSettings.Usual,
            Docs = squad.Optional("docs")?.AsList(page => page.AsObject(ReadPage)) ?? [],
            Pipeline = squad.Optional("pipeline")?.AsObject(PipelineReader.Read),
            Retention = squad.Optional("retention")?.AsObject(ReadRetention),
            SeverityProcedure = squad.Optional("severityProcedure")?.As(Formats.Address),
        };
    });

    private static string ReadId(ConfigValue value, TakenBySquads.Taker taken)
    {
        var id = value.As(Formats.Id);
        taken.Id(id, value);
        return id;
    }

    private static WorkHours ReadWorkHours(ConfigObject hours)
    {
        var from = hours["from"].As(Formats.Time);
        return new(hours["days"].As(Formats.Days), from, hours["to"].As(Formats.Time.Where(to => to > from, $"later than \"{from:HH:mm}\"")));
    }

    private static IReadOnlyList<Member> ReadMembers(ConfigValue value)
    {
        var ids = new HashSet<string>();
        var accounts = new HashSet<(string Channel, string Account)>();
        var members = value.AsFilledList(member => member.AsObject(m => ReadMember(m, ids, accounts)));
        if (members.Count > 0 && members.All(m => m is { Lead: false }))
            value.Refuse("one with \"lead\": true");
        return members;
    }

    private static Member ReadMember(ConfigObject member, HashSet<string> ids, HashSet<(string Channel, string Account)> accounts) => new(
        member["id"].AsUnique(Formats.Id, ids, "an id that no other member has"),
        member["name"].As(Formats.Text),
        member.Optional("gitHub")?.As(Formats.Text),
        member["level2"].AsFlag(),
        member["lead"].AsFlag(),
        member.Optional("phone")?.As(Formats.Phone),
        member["accounts"].AsObject(a => ChannelIds.Read(a, (channel, account) =>
            account.As(Formats.Text.Where(text => accounts.Add((channel, text)), "one that no other member has")))));

    private static ChannelSettings ReadChannels(ConfigObject channels, TakenBySquads.Taker taken)
    {
        UnusedSections.CheckChannels(channels);
        return new(
            channels["announcements"].AsObject(rooms => ChannelIds.Read(rooms, Room)),
            channels["guild"].AsObject(rooms => ChannelIds.Read(rooms, Room)),
            channels["help"].AsObject(rooms => ChannelIds.Read(rooms, (channel, list) => list.AsList(room => Room(channel, room)))))
        {
            Crash = channels.Optional("crash")?.AsObject(rooms => ChannelIds.Read(rooms, (_, room) => room.As(Formats.Text))) ?? new Dictionary<string, string>(),
            Topics = channels.Optional("topics")?.AsFlag() ?? true,
        };

        string Room(string channel, ConfigValue value)
        {
            var room = value.As(Formats.Text);
            taken.Room(channel, room, value);
            return room;
        }
    }

    private static IssueSettings ReadIssues(ConfigObject issues)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        string Label(ConfigValue value) => value.AsUnique(Formats.Text, names, "a label that is not used twice");

        issues["provider"].As(Formats.OneOf("github"));
        var labels = issues["labels"].AsFilledList(Label);
        return issues["priorities"].AsObject(priorities => new IssueSettings(
            issues["repository"].As(Formats.Repository),
            labels,
            Enum.GetValues<Priority>().Reverse().ToDictionary(p => p, p => Label(priorities[p.ToString()])),
            Label(priorities["undecided"])));
    }

    private static EscalationSettings ReadEscalation(ConfigObject escalation) =>
        escalation["level2SilentAfter"].AsObject(level2 => new EscalationSettings(
            escalation["noProgressAfter"].As(Formats.HoursAndMinutes),
            escalation["p4UnansweredAfter"].As(Formats.HoursAndMinutes),
            level2["P4"].As(Formats.HoursAndMinutes),
            level2["other"].As(Formats.HoursAndMinutes)));

    private static HandOffSettings ReadHandOff(ConfigObject handOff) =>
        handOff["readiness"].AsObject(readiness => new HandOffSettings(
            handOff["draftBefore"].As(Formats.HoursAndMinutes),
            handOff["remindAfter"].As(Formats.HoursAndMinutes),
            handOff["level2After"].As(Formats.HoursAndMinutes),
            handOff["leadAfter"].As(Formats.HoursAndMinutes),
            readiness["at"].As(Formats.Time),
            readiness["checklist"].AsList(item => item.As(Formats.Text))));

    private static RetentionSettings ReadRetention(ConfigObject retention) => new(
        retention["conversations"].As(Formats.Kept),
        retention["cases"].As(Formats.Kept),
        retention["pipelineDays"].As(Formats.Kept));

    private static DocsPage ReadPage(ConfigObject page) => new(
        page["title"].As(Formats.Text),
        page["url"].As(Formats.Address),
        page.Optional("keywords")?.AsList(keyword => keyword.As(Formats.Text)) ?? []);
}
