using Hausmeister.Bot.Configuration;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Squads;
using NodaTime;

namespace Hausmeister.Tests.Configuration;

public class SquadFolderTests
{
    [Fact]
    public void The_sample_becomes_the_squad_that_it_describes()
    {
        using var files = new SquadFiles().With("data-infra.json", SquadFiles.Sample());

        var (squads, problems) = files.Load();

        problems.ShouldBeEmpty();
        var (squad, expected) = (squads.ShouldHaveSingleItem(), SampleSquad.DataInfra);
        squad.Id.ShouldBe("data-infra");
        squad.TimeZone.ShouldBe(expected.TimeZone);
        squad.WorkHours.Days.ShouldBe(expected.WorkHours.Days, ignoreOrder: true);
        (squad.WorkHours.From, squad.WorkHours.To).ShouldBe((expected.WorkHours.From, expected.WorkHours.To));
        squad.Members.Select(m => (m.Id, m.Name, m.GitHub, m.Level2, m.Lead))
            .ShouldBe(expected.Members.Select(m => (m.Id, m.Name, m.GitHub, m.Level2, m.Lead)));
        squad.FindByAccount("slack", "U0CLARA")!.Phone.ShouldBe("+55 11 5550 0103");
        squad.Rota.From.ShouldBe(expected.Rota.From);
        Said(squad.Rota.Weekday).ShouldBe(Said(expected.Rota.Weekday));
        Said(squad.Rota.Weekend).ShouldBe(Said(expected.Rota.Weekend));
        squad.Rota.Overrides.ShouldBe(expected.Rota.Overrides);
        squad.Channels.Help["slack"].ShouldBe(["C0XRWDYQ2", "C1SNEPL5P", "C06F04CH1"]);
        squad.Channels.Crash.ShouldBe(new Dictionary<string, string> { ["webchat"] = "crash", ["slack"] = "C0CRASH00" });
        squad.Channels.Topics.ShouldBeTrue();
        squad.Issues.Repository.ShouldBe("nubank/itaipu");
        squad.Issues.Priorities[Priority.P4].ShouldBe("P4");
        squad.Issues.Undecided.ShouldBe("priority: being decided");
        squad.Escalation.ShouldBe(expected.Escalation);
        squad.Docs.Select(page => page.Title).ShouldContain("How to add a dataset to itaipu");
        squad.SeverityProcedure.ShouldBe(new Uri("https://github.com/nubank/morgue#severity-levels"));
    }

    [Fact]
    public void Working_days_may_go_over_the_end_of_the_week()
    {
        using var files = new SquadFiles().With("a.json", SquadFiles.SampleWith("workHours/days", "\"Sunday-Tuesday\""));

        files.Load().Squads[0].WorkHours.Days.ShouldBe([IsoDayOfWeek.Sunday, IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday], ignoreOrder: true);
    }

    [Fact]
    public void All_problems_of_all_files_are_told_at_once()
    {
        var second = SquadFiles.SampleWith("timeZone", "\"Brazil/Sampa\"");
        second["workHours"]!["from"] = 9;
        using var files = new SquadFiles().With("a.json", SquadFiles.SampleWith("members/2/level2", "\"yes\"")).With("b.json", second);

        var problems = files.Load().Problems;

        problems.ShouldContain("squads/a.json: $.members[2].level2: found \"yes\", expected true or false");
        problems.ShouldContain("squads/b.json: $.timeZone: found \"Brazil/Sampa\", expected a time zone of the tz database as \"Europe/Berlin\"");
        problems.ShouldContain("squads/b.json: $.workHours.from: found 9, expected a time as \"09:00\"");
    }

    [Fact]
    public void Two_squads_share_neither_an_id_nor_a_room()
    {
        using var files = new SquadFiles().With("a.json", SquadFiles.Sample()).With("b.json", SquadFiles.Sample());

        var problems = files.Load().Problems;

        problems.ShouldContain("squads/b.json: $.id: found \"data-infra\", expected an id that squads/a.json does not have");
        problems.ShouldContain("squads/b.json: $.channels.help.slack[1]: found \"C1SNEPL5P\", expected a room that squads/a.json does not use");
        problems.ShouldAllBe(line => line.StartsWith("squads/b.json: "));
    }

    [Fact]
    public void Two_squads_may_share_the_crash_channel_and_leave_topics_alone()
    {
        var other = SquadFiles.SampleWith("channels", """{ "announcements": {}, "guild": {}, "help": {}, "crash": { "slack": "C0CRASH00" }, "topics": false }""");
        other["id"] = "other";
        using var files = new SquadFiles().With("a.json", SquadFiles.Sample()).With("b.json", other);

        var (squads, problems) = files.Load();

        problems.ShouldBeEmpty();
        squads[1].Channels.Crash["slack"].ShouldBe("C0CRASH00");
        squads[1].Channels.Topics.ShouldBeFalse();
    }

    [Fact]
    public void A_file_that_is_not_JSON_is_told_with_its_line()
    {
        using var files = new SquadFiles().With("a.json", "{\n  \"id\": }");

        files.Load().Problems.ShouldBe(["squads/a.json: line 2, byte 9: found text that is not JSON, expected a JSON document"]);
    }

    [Fact]
    public void A_folder_without_squads_is_a_problem_and_the_schema_is_not_a_squad()
    {
        using var files = new SquadFiles().With("squad.schema.json", SquadFiles.Schema);

        files.Load().Problems.ShouldHaveSingleItem().ShouldEndWith("found no *.json file, expected a folder with a file per squad");
    }

    [Fact]
    public void A_folder_that_does_not_exist_is_a_problem()
    {
        var problems = new Problems();

        SquadFolder.Load("/nowhere/squads", problems).ShouldBeEmpty();

        problems.Lines.ShouldBe(["/nowhere/squads: found no such folder, expected a folder with a file per squad"]);
    }

    [Fact]
    public void The_start_is_stopped_with_a_line_per_problem()
    {
        var problems = new Problems();
        problems.Add("a", "b", "c");
        problems.Add("d", "e", "f");

        Should.Throw<ConfigurationException>(problems.ThrowIfAny).Message.ShouldBe("a: found b, expected c\nd: found e, expected f");
    }

    private static string Said(ShiftRule rule) => $"{rule.Day} {rule.Time}: {string.Join(", ", rule.Order)}";
}
