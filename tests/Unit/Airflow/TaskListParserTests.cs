using System.Text;
using System.Text.Json;
using Hausmeister.Domain.Ports;
using Hausmeister.Integrations.Airflow;
using Hausmeister.Integrations.Airflow.Recordings;
using Hausmeister.Integrations.Airflow.Tasks;
using NodaTime;

namespace Hausmeister.Tests.Airflow;

/// <summary>A list of task instances in whatever pieces and shapes it comes.</summary>
public sealed class TaskListParserTests
{
    private static readonly string[] Nodes = ["finance", "itaipu-rest", "finance.report"];

    [Theory]
    [InlineData(AirflowVersion.Two, "13-rest-mapped-failed", 1)]
    [InlineData(AirflowVersion.Two, "13-rest-mapped-failed", 7)]
    [InlineData(AirflowVersion.Three, "13-rest-mapped-failed", 1)]
    [InlineData(AirflowVersion.Three, "13-rest-mapped-failed", 7)]
    [InlineData(AirflowVersion.Three, "13-rest-mapped-failed", 65_536)]
    public async Task In_small_pieces_it_is_the_same(AirflowVersion version, string moment, int size)
    {
        foreach (var page in Recording.Of(version).Pages(moment))
            Told(await ReadAsync(page.Body, size)).ShouldBe(Told(await ReadAsync(page.Body, int.MaxValue)));
    }

    [Fact]
    public void Cut_at_any_byte_it_is_the_same()
    {
        var list = Encoding.UTF8.GetBytes(List(
            Row(""" "task_id": "finance.ledger", "state": "failed", "map_index": -1, "try_number": 2, "max_tries": 1, "duration": 1.5e1, "start_date": "2026-11-22T21:38:26.824740Z" """),
            Row(""" "end_date": "2026-11-22T21:39:26+00:00", "state": "failed", "task_id": "finance.report" """),
            Row(""" "task_id": "r\u00e9st\"", "state": null, "rendered_fields": {"state": "success", "task_instances": [{"task_id": "x"}]}, "note": "ünï😀" """)));
        var whole = new RunTally();
        new TaskListParser(whole).Read(list, isLast: true).ShouldBe(list.Length);

        for (var cut = 0; cut <= list.Length; cut++)
        {
            var tally = new RunTally();
            var parser = new TaskListParser(tally);
            var read = parser.Read(list.AsSpan(0, cut), isLast: false);
            parser.Read(list.AsSpan(read), isLast: true);
            Told(tally).ShouldBe(Told(whole), $"cut at {cut}");
        }
    }

    [Fact]
    public void Names_are_read_as_they_are_meant()
    {
        var tally = Parsed(List(Row(""" "\u0074ask_id": "finance.r\u0065port", "st\u0061te": "succ\u0065ss" """), Row(""" "task_id": "itaipu-rest", "state": "success", "map_index": 3 """)));

        var reading = Reading(tally);
        reading.Nodes.Select(Airflows.Counts).ShouldBe(["", "1d", "1d"]);
    }

    [Theory]
    [InlineData("null", 0, "null", "1n")]
    [InlineData("\"queued\"", 1, "null", "1n")]
    [InlineData("\"queued\"", 1, "0", "1n")]
    [InlineData("\"queued\"", 1, "0.000", "1n")]
    [InlineData("\"queued\"", 1, "0.101", "1m")]
    [InlineData("\"scheduled\"", 2, "null", "1m")]
    [InlineData("\"restarting\"", 1, "3", "1m")]
    [InlineData("\"awaiting_input\"", 1, "null", "1m")]
    [InlineData("\"\"", 1, "null", "1m")]
    [InlineData("\"skipped\"", 0, "0", "1d")]
    [InlineData("\"removed\"", 1, "3", "")]
    [InlineData("\"upstream_failed\"", 0, "0", "1h")]
    public void A_state_means_what_the_table_says(string state, int tries, string duration, string counts) =>
        Airflows.Counts(Reading(Parsed(List(Row($""" "task_id": "finance.a", "state": {state}, "try_number": {tries}, "duration": {duration} """)))).Nodes[0]).ShouldBe(counts);

    [Fact]
    public void What_comes_twice_counts_once_and_does_not_add_up()
    {
        var tally = Parsed(List(Row(""" "task_id": "itaipu-rest", "map_index": 1, "state": "running" """), Row(""" "task_id": "itaipu-rest", "map_index": 1, "state": "success" """)));

        tally.AddsUp.ShouldBeFalse();
        Airflows.Counts(Reading(tally).Nodes[1]).ShouldBe("1m");
    }

    [Theory]
    [InlineData("finance", "finance")]
    [InlineData("finance.ledger", "finance")]
    [InlineData("finance.report", "finance.report")]
    [InlineData("finance.report.a.b", "finance.report")]
    [InlineData("finance.reports", "finance")]
    [InlineData("finances", null)]
    [InlineData("Finance.ledger", null)]
    [InlineData("x.finance", null)]
    public void A_task_belongs_to_the_innermost_node_whose_name_it_carries(string task, string? node) => NodeReadings.NodeOf(task, Nodes).ShouldBe(node);

    [Fact]
    public void Times_are_those_of_tasks_that_went_on_ended_or_failed()
    {
        var finance = Reading(Parsed(List(
            Row(""" "task_id": "finance.a", "state": "success", "start_date": "2026-11-22T02:10:00Z", "end_date": "2026-11-22T03:00:00Z" """),
            Row(""" "task_id": "finance.b", "state": "running", "start_date": "2026-11-22T02:05:00Z", "end_date": "2026-11-22T09:00:00Z" """),
            Row(""" "task_id": "finance.c", "state": null, "start_date": "2026-11-22T01:00:00Z", "end_date": "2026-11-22T09:00:00Z" """),
            Row(""" "task_id": "finance.d", "state": "upstream_failed", "start_date": "2026-11-22T01:00:00Z", "end_date": "2026-11-22T09:00:00Z" """),
            Row(""" "task_id": "finance.e", "state": "failed", "try_number": 4, "max_tries": 1, "start_date": null, "end_date": "2026-11-22T05:00:00Z" """),
            Row(""" "task_id": "finance.f", "state": "failed", "try_number": 0, "max_tries": 2, "end_date": null """)))).Nodes[0];

        (finance.StartedAt, finance.EndedAt, finance.FailedAt).ShouldBe((Instant.FromUtc(2026, 11, 22, 2, 5), Instant.FromUtc(2026, 11, 22, 3, 0), Instant.FromUtc(2026, 11, 22, 5, 0)));
        finance.FailedTasks.ShouldNotBeNull().Select(task => $"{task.Id} {task.Try}/{task.MostTries}").ShouldBe(["finance.e 4/4", "finance.f 1/3"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"total_entries": 0}""")]
    [InlineData("""{"task_instances": []}""")]
    [InlineData("""{"task_instances": null, "total_entries": 0}""")]
    [InlineData("""{"task_instances": {}, "total_entries": 0}""")]
    [InlineData("""{"task_instances": [1], "total_entries": 1}""")]
    [InlineData("""{"task_instances": [[]], "total_entries": 1}""")]
    [InlineData("""{"task_instances": [{}], "total_entries": 1}""")]
    [InlineData("""{"task_instances": [{"task_id": "a"}], "total_entries": 1}""")]
    [InlineData("""{"task_instances": [{"task_id": null, "state": null}], "total_entries": 1}""")]
    [InlineData("""{"task_instances": [{"task_id": {"a": 1}, "state": null}], "total_entries": 1}""")]
    [InlineData("""{"task_instances": [{"task_id": "a", "state": ["b"]}], "total_entries": 1}""")]
    [InlineData("""{"task_instances": [{"task_id": "a", "state": null, "map_index": "1"}], "total_entries": 1}""")]
    [InlineData("""{"task_instances": [{"task_id": "a", "state": null, "map_index": 2147483647}], "total_entries": 1}""")]
    [InlineData("""{"task_instances": [{"task_id": "a", "state": null, "map_index": -2}], "total_entries": 1}""")]
    [InlineData("""{"task_instances": [{"task_id": "a", "state": null, "start_date": "yesterday"}], "total_entries": 1}""")]
    [InlineData("""{"task_instances": [{"task_id": "a", "state": null, "duration": "long"}], "total_entries": 1}""")]
    [InlineData("""{"task_instances": [], "total_entries": null}""")]
    [InlineData("""{"task_instances": [], "total_entries": 1.5}""")]
    [InlineData("""{"task_instances": [], "total_entries": 0} {}""")]
    [InlineData("""{"task_instances": [}, "total_entries": 0}""")]
    public async Task Anything_else_is_no_list(string json)
    {
        var bytes = Encoding.UTF8.GetBytes(json);

        await Should.ThrowAsync<JsonException>(() => ReadAsync(bytes, 1));
        await Should.ThrowAsync<JsonException>(() => ReadAsync(bytes, int.MaxValue));
    }

    [Fact]
    public void What_nobody_needs_may_be_as_deep_as_it_likes()
    {
        var deep = $"{new string('[', 500)}{new string(']', 500)}";

        Parsed(List(Row($""" "task_id": "finance.a", "state": null, "conf": {deep} """))).AddsUp.ShouldBeTrue();
    }

    [Fact]
    public async Task A_value_that_is_longer_than_the_buffer_is_read()
    {
        var tally = await ReadAsync(Encoding.UTF8.GetBytes(List(Row($""" "note": "{new string('x', 300_000)}", "task_id": "finance.a", "state": "running" """))), 50_000);

        Airflows.Counts(Reading(tally).Nodes[0]).ShouldBe("1m");
    }

    private static string Row(string members) => $"{{{members}}}";

    private static string List(params string[] rows) => $$"""{"other": [{"task_id": "no"}], "task_instances": [{{string.Join(", ", rows)}}], "total_entries": {{rows.Length}}, "next_cursor": null}""";

    private static RunTally Parsed(string json)
    {
        var tally = new RunTally();
        new TaskListParser(tally).Read(Encoding.UTF8.GetBytes(json), isLast: true);
        return tally;
    }

    private static async Task<RunTally> ReadAsync(byte[] json, int size)
    {
        var tally = new RunTally();
        await TaskListStream.ReadAsync(new SlowStream(json, size), tally, TestContext.Current.CancellationToken);
        return tally;
    }

    private static RunReading Reading(RunTally tally) => NodeReadings.Of(new("run", Instant.MinValue, default, null, null), Nodes, tally, new Dictionary<string, string>());

    private static string Told(RunTally tally) => JsonSerializer.Serialize(Reading(tally)) + (tally.Rows, tally.Total, tally.AddsUp);

    /// <summary>Gives so many bytes at a time.</summary>
    private sealed class SlowStream(byte[] bytes, int size) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => base.ReadAsync(buffer[..Math.Min(size, buffer.Length)], cancellationToken);
    }
}
