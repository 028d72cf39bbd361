using System.Text.Json.Nodes;
using NJsonSchema;

namespace Hausmeister.Tests.Configuration;

/// <summary>Holds the schema for editors and the checks at start together.</summary>
public class SquadSchemaTests
{
    /// <summary>Wrong values: where in the sample, what stands there (null: nothing), and what is said.</summary>
    public static readonly TheoryData<string, string?, string> RefusedByBoth = new()
    {
        { "id", "\"Data Infra\"", "$.id: found \"Data Infra\", expected lower-case letters, digits and hyphens" },
        { "id", null, "$.id: found nothing, expected lower-case letters, digits and hyphens" },
        { "name", "\" \"", "$.name: found \" \", expected a text that is not empty" },
        { "nmae", "1", "$.nmae: found an unknown key, expected only $schema, monitoring, members, timeZone, id, name, workHours, rota, channels, issues, escalation, handOff, docs, pipeline, retention, severityProcedure" },
        { "workHours", "[]", "$.workHours: found a list of 0, expected an object" },
        { "workHours/days", "\"Mon-Fri\"", "$.workHours.days: found \"Mon-Fri\", expected a day or a range of days as \"Monday-Friday\"" },
        { "workHours/from", "\"9:00\"", "$.workHours.from: found \"9:00\", expected a time as \"09:00\"" },
        { "workHours/to", "\"24:00\"", "$.workHours.to: found \"24:00\", expected a time as \"09:00\", later than \"09:00\"" },
        { "members", "{}", "$.members: found an object, expected a list" },
        { "members/0/lead", "null", "$.members[0].lead: found null, expected true or false" },
        { "members/2/level2", "\"yes\"", "$.members[2].level2: found \"yes\", expected true or false" },
        { "members/0/phone", "\"at home\"", "$.members[0].phone: found \"at home\", expected a phone number as \"+55 11 5550 0101\"" },
        { "members/0/accounts/irc", "\"ana\"", "$.members[0].accounts.irc: found an unknown key, expected only webchat, msteams, slack" },
        { "rota/from", "\"23.11.2026\"", "$.rota.from: found \"23.11.2026\", expected a date as \"2026-11-23\"" },
        { "rota/weekday/starts", "\"Monday\"", "$.rota.weekday.starts: found \"Monday\", expected a day and time as \"Monday 11:00\"" },
        { "rota/weekday/order", "[]", "$.rota.weekday.order: found a list of 0, expected at least one item" },
        { "rota/overrides/0/to", "\"tomorrow\"", "$.rota.overrides[0].to: found \"tomorrow\", expected a date and time as \"2026-12-24T12:00\", later than \"2026-12-24T12:00\"" },
        { "channels/help/slack", "\"C0XRWDYQ2\"", "$.channels.help.slack: found \"C0XRWDYQ2\", expected a list" },
        { "channels/crash/slack", "[]", "$.channels.crash.slack: found a list of 0, expected a text that is not empty" },
        { "channels/crash/irc", "\"crash\"", "$.channels.crash.irc: found an unknown key, expected only webchat, msteams, slack" },
        { "channels/topics", "\"no\"", "$.channels.topics: found \"no\", expected true or false" },
        { "channels/alarms/slack", "7", "$.channels.alarms.slack: found 7, expected a text that is not empty" },
        { "issues/provider", "\"jira\"", "$.issues.provider: found \"jira\", expected \"github\"" },
        { "issues/repository", "\"itaipu\"", "$.issues.repository: found \"itaipu\", expected \"owner/name\"" },
        { "issues/labels", "[]", "$.issues.labels: found a list of 0, expected at least one item" },
        { "issues/priorities/P1", null, "$.issues.priorities.P1: found nothing, expected a text that is not empty" },
        { "severityProcedure", "\"morgue\"", "$.severityProcedure: found \"morgue\", expected an absolute http or https address" },
        { "docs/0/url", "\"ftp://docs.example/\"", "$.docs[0].url: found \"ftp://docs.example/\", expected an absolute http or https address" },
        { "escalation/noProgressAfter", "\"1 h\"", "$.escalation.noProgressAfter: found \"1 h\", expected hours and minutes as \"01:30\", more than none" },
        { "escalation/level2SilentAfter/P4", "\"00:00\"", "$.escalation.level2SilentAfter.P4: found \"00:00\", expected hours and minutes as \"01:30\", more than none" },
        { "handOff/readiness/at", "14", "$.handOff.readiness.at: found 14, expected a time as \"09:00\"" },
        { "pipeline/provider", "\"luigi\"", "$.pipeline.provider: found \"luigi\", expected \"airflow\"" },
        { "pipeline/stages/1/externalSla", "\"8\"", "$.pipeline.stages[1].externalSla: found \"8\", expected a time as \"09:00\"" },
        { "monitoring/dashboard", "\"http://watchtower.example/\"", "$.monitoring.dashboard: found \"http://watchtower.example/\", expected an absolute http or https address with {shard}" },
        { "retention/cases", "\"2 years\"", "$.retention.cases: found \"2 years\", expected an ISO 8601 period as \"P90D\", more than none and at most 100 years" },
    };

    /// <summary>What a schema cannot say: values that depend on other values, and what exists.</summary>
    public static readonly TheoryData<string, string?, string> OnlyTheBotKnows = new()
    {
        { "timeZone", "\"Brazil/Sampa\"", "$.timeZone: found \"Brazil/Sampa\", expected a time zone of the tz database as \"Europe/Berlin\"" },
        { "workHours/to", "\"09:00\"", "$.workHours.to: found \"09:00\", expected a time as \"09:00\", later than \"09:00\"" },
        { "members/1/id", "\"ana\"", "$.members[1].id: found \"ana\", expected an id that no other member has" },
        { "members/0/lead", "false", "$.members: found a list of 4, expected one with \"lead\": true" },
        { "members/2/level2", "false", "$.members: found a list of 4, expected one with \"level2\": true besides \"ana\", who holds shifts" },
        { "members/1/accounts/slack", "\"U0ANA\"", "$.members[1].accounts.slack: found \"U0ANA\", expected a text that is not empty, one that no other member has" },
        { "rota/from", "\"2026-02-30\"", "$.rota.from: found \"2026-02-30\", expected a date as \"2026-11-23\"" },
        { "rota/weekday/order/1", "\"eve\"", "$.rota.weekday.order[1]: found \"eve\", expected a member's id (ana, bruno, clara, davi)" },
        { "rota/weekend/starts", "\"Monday 11:00\"", "$.rota.weekend.starts: found \"Monday 11:00\", expected a day and time as \"Monday 11:00\", another than the weekday shift's" },
        { "rota/overrides/0/member", "\"eve\"", "$.rota.overrides[0].member: found \"eve\", expected a member's id (ana, bruno, clara, davi)" },
        { "rota/overrides/0/to", "\"2026-12-24T12:00\"", "$.rota.overrides[0].to: found \"2026-12-24T12:00\", expected a date and time as \"2026-12-24T12:00\", later than \"2026-12-24T12:00\"" },
        { "issues/priorities/P3", "\"p4\"", "$.issues.priorities.P3: found \"p4\", expected a label that is not used twice" },
        { "issues/priorities/undecided", "\"bug\"", "$.issues.priorities.undecided: found \"bug\", expected a label that is not used twice" },
        { "retention/cases", "\"P2X\"", "$.retention.cases: found \"P2X\", expected an ISO 8601 period as \"P90D\", more than none and at most 100 years" },
        { "retention/cases", "\"P0D\"", "$.retention.cases: found \"P0D\", expected an ISO 8601 period as \"P90D\", more than none and at most 100 years" },
        { "retention/cases", "\"P101Y\"", "$.retention.cases: found \"P101Y\", expected an ISO 8601 period as \"P90D\", more than none and at most 100 years" },
        { "retention/cases", "\"PT1H\"", "$.retention.cases: found \"PT1H\", expected an ISO 8601 period as \"P90D\", more than none and at most 100 years" },
    };

    [Fact]
    public async Task The_schema_accepts_the_sample() => (await SchemaErrors(SquadFiles.Sample())).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(RefusedByBoth))]
    public async Task A_wrong_value_is_marked_by_the_editor_and_told_at_start(string path, string? json, string line)
    {
        var wrong = SquadFiles.SampleWith(path, json);

        Problems(wrong).ShouldContain($"squads/data-infra.json: {line}");
        (await SchemaErrors(wrong)).ShouldNotBeEmpty();
    }

    [Theory]
    [MemberData(nameof(OnlyTheBotKnows))]
    public async Task A_value_that_does_not_fit_the_others_is_told_at_start(string path, string? json, string line)
    {
        var wrong = SquadFiles.SampleWith(path, json);

        Problems(wrong).ShouldContain($"squads/data-infra.json: {line}");
        (await SchemaErrors(wrong)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("severityProcedure")]
    [InlineData("docs")]
    [InlineData("docs/0/keywords")]
    [InlineData("members/0/gitHub")]
    [InlineData("members/0/phone")]
    [InlineData("members/0/accounts/slack")]
    [InlineData("rota/overrides")]
    [InlineData("rota/overrides/0/why")]
    [InlineData("channels/guild/slack")]
    [InlineData("channels/alarms")]
    [InlineData("channels/crash")]
    [InlineData("channels/crash/webchat")]
    [InlineData("handOff")]
    [InlineData("pipeline")]
    [InlineData("monitoring")]
    [InlineData("retention")]
    [InlineData("$schema")]
    public async Task What_may_be_left_out_may_be_left_out_for_both(string path)
    {
        var shorter = SquadFiles.SampleWith(path, null);

        Problems(shorter).ShouldBeEmpty();
        (await SchemaErrors(shorter)).ShouldBeEmpty();
    }

    [Fact]
    public void A_key_that_stands_twice_is_told()
    {
        using var files = new SquadFiles().With(
            "data-infra.json", SquadFiles.Sample().ToJsonString().Replace("\"name\":\"Data Infra\"", "\"name\":\"Data\",\"name\":\"Infra\"", StringComparison.Ordinal));

        files.Load().Problems.ShouldBe(["squads/data-infra.json: $.name: found 2 of this key, expected one"]);
    }

    private static IReadOnlyList<string> Problems(JsonObject file)
    {
        using var files = new SquadFiles().With("data-infra.json", file);
        return files.Load().Problems;
    }

    private static async Task<ICollection<NJsonSchema.Validation.ValidationError>> SchemaErrors(JsonObject file) =>
        (await JsonSchema.FromJsonAsync(SquadFiles.Schema, TestContext.Current.CancellationToken)).Validate(file.ToJsonString());
}
