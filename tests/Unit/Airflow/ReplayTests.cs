using System.Text.Json;
using System.Text.Json.Nodes;
using Hausmeister.Domain.Ports;
using Hausmeister.Integrations.Airflow;
using Hausmeister.Integrations.Airflow.Recordings;
using Microsoft.AspNetCore.Http;

namespace Hausmeister.Tests.Airflow;

/// <summary>The real client before a server at a real port, where what can go wrong does.</summary>
public sealed class ReplayTests : IAsyncLifetime
{
    private const string Moment = "06-finance-running";
    private const string Counts = "1d | 1n 3m | 1n | 1n | 1n | 120n | 1n | 1n 1m";
    private const string DoesNotAddUp = "Airflow's list of tasks did not add up, three times in a row.";
    private const string BreaksOff = "The connection to Airflow breaks off before its answer is complete. Check the network and the proxy.";

    private ReplayServer server = null!;

    public async ValueTask InitializeAsync() => server = await ReplayServer.StartAsync(Airflows.At(AirflowVersion.Three, Moment));

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Theory]
    [InlineData(AirflowVersion.Two)]
    [InlineData(AirflowVersion.Three)]
    public async Task A_run_is_read_with_one_request_for_all_of_its_tasks(AirflowVersion version)
    {
        server.Upgrade(version, Moment);

        Airflows.Counts(await Airflows.ReadNewestAsync(server.Connect())).ShouldBe(Counts);

        server.Requests.Count(IsTaskList).ShouldBe(1);
        server.Requests.Count(request => request.EndsWith("/version", StringComparison.Ordinal)).ShouldBe(version == AirflowVersion.Two ? 2 : 1);
    }

    [Fact]
    public async Task A_slow_Airflow_is_not_waited_for()
    {
        server.Fault = async context =>
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            return true;
        };

        (await FailureAsync(server.Connect(attempt: TimeSpan.FromMilliseconds(50)))).ShouldBe("Airflow does not answer in time.");
    }

    [Fact]
    public async Task A_list_that_never_ends_is_not_waited_for()
    {
        server.Fault = async context =>
        {
            if (!IsTaskList(context)) return false;
            await ReplayServer.AnswerAsync(context, 200, """{"task_instances": [""");
            await context.Response.Body.FlushAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            return true;
        };

        (await FailureAsync(server.Connect(total: TimeSpan.FromMilliseconds(500)))).ShouldBe("Airflow does not answer in time.");
    }

    [Fact]
    public async Task Whoever_stops_waiting_is_not_told_of_Airflow()
    {
        using var stop = new CancellationTokenSource();
        server.Fault = async context =>
        {
            await stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            return true;
        };

        await Should.ThrowAsync<OperationCanceledException>(() => server.Connect().LookAsync(Airflows.Pipeline, stop.Token));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_fault_that_passes_costs_nothing_even_where_it_was_a_POST(int times)
    {
        server.Fault = Times(times, context => ReplayServer.AnswerAsync(context, 503, "no healthy upstream", "text/plain"));

        Airflows.Counts(await Airflows.ReadNewestAsync(server.Connect())).ShouldBe(Counts);

        server.Requests.Count(IsTaskList).ShouldBe(1 + times);
    }

    [Fact]
    public async Task A_fault_that_stays_is_told()
    {
        server.Fault = Times(int.MaxValue, context => ReplayServer.AnswerAsync(context, 500, "<h1>Ooops</h1>", "text/html"));

        (await FailureAsync(server.Connect())).ShouldBe("Airflow has trouble of its own (500). Look at its web server's log.");
        server.Requests.Count(IsTaskList).ShouldBe(3);
    }

    [Theory]
    [InlineData(1, null)]
    [InlineData(2, null)]
    [InlineData(int.MaxValue, BreaksOff)]
    public async Task A_list_that_breaks_off_is_read_again(int times, string? told)
    {
        server.Fault = Times(times, async context =>
        {
            var (_, type, body) = await server.RecordedAsync(context);
            context.Response.ContentLength = body.Length;
            context.Response.ContentType = type;
            await context.Response.WriteAsync(body[..(body.Length / 2)]);
            await context.Response.Body.FlushAsync();
            context.Abort();
            return true;
        });

        if (told is null) Airflows.Counts(await Airflows.ReadNewestAsync(server.Connect())).ShouldBe(Counts);
        else (await FailureAsync(server.Connect())).ShouldBe(told);
    }

    [Theory]
    [InlineData("""{"task_instances": [{"task_id": "a", "sta""", "application/json", "Airflow's answer cannot be read: it is not what Airflow 2 or 3 writes. Check whether a proxy changes it.")]
    [InlineData("""{"dags": [], "total_entries": 0}""", "application/json", "Airflow's answer cannot be read: it is not what Airflow 2 or 3 writes. Check whether a proxy changes it.")]
    [InlineData("<title>Sign in</title>", "text/html", "{0} answers with a page where Airflow writes JSON. Check Airflow:Address, and whether a proxy asks for a sign-in.")]
    public async Task What_is_no_list_is_told(string body, string type, string told)
    {
        server.Fault = Times(int.MaxValue, context => ReplayServer.AnswerAsync(context, 200, body, type));

        (await FailureAsync(server.Connect())).ShouldBe(Told(told));
    }

    [Theory]
    [InlineData("errors/expired-token")]
    [InlineData("errors/garbage-token")]
    public async Task A_token_that_ends_while_a_run_is_read_is_renewed(string refusal)
    {
        server.Fault = Times(1, context => ReplayServer.AnswerAsync(context, Recording.Of(AirflowVersion.Three)[refusal]));

        Airflows.Counts(await Airflows.ReadNewestAsync(server.Connect())).ShouldBe(Counts);

        server.Requests.Count(request => request == "POST /auth/token").ShouldBe(2);
    }

    [Theory]
    [InlineData(50)]
    [InlineData(100)]
    [InlineData(131)]
    public async Task A_server_that_caps_a_page_is_read_page_by_page(int cap)
    {
        server.Fault = CappedAt(cap, offset => offset);

        Airflows.Counts(await Airflows.ReadNewestAsync(server.Connect())).ShouldBe(Counts);

        server.Requests.Count(IsTaskList).ShouldBe((131 + cap - 1) / cap);
    }

    [Theory]
    [InlineData(2, null)]
    [InlineData(int.MaxValue, DoesNotAddUp)]
    public async Task Rows_that_come_twice_or_not_at_all_between_pages_are_read_again(int pages, string? told)
    {
        var shifted = 0;
        // The second page begins one too early: a row comes twice, and the last one is not there.
        server.Fault = CappedAt(100, offset => offset > 0 && shifted++ < pages ? offset - 1 : offset);

        if (told is null) Airflows.Counts(await Airflows.ReadNewestAsync(server.Connect())).ShouldBe(Counts);
        else (await FailureAsync(server.Connect())).ShouldBe(told);
    }

    [Fact]
    public async Task The_recorded_pages_that_shift_do_not_pass()
    {
        server.Upgrade(AirflowVersion.Two, Moment);
        var pages = Recording.Of(AirflowVersion.Two).Pages("pages-that-shift");
        server.Fault = async context => IsTaskList(context) && await ReplayServer.AnswerAsync(context, pages[(await OffsetAsync(context)) / 50]);

        (await FailureAsync(server.Connect())).ShouldBe(DoesNotAddUp);
        server.Requests.Count(IsTaskList).ShouldBe(9);
    }

    [Fact]
    public async Task A_list_that_says_more_than_it_gives_ends()
    {
        server.Fault = Times(int.MaxValue, context => ReplayServer.AnswerAsync(context, 200, """{"task_instances": [], "total_entries": 7}"""));

        (await FailureAsync(server.Connect())).ShouldBe(DoesNotAddUp);
    }

    [Theory]
    [InlineData(AirflowVersion.Two, "15-restarting", "16-success")]
    [InlineData(AirflowVersion.Three, "15-restarting", "16-success")]
    public async Task A_run_that_ends_while_it_is_read_is_read_again(AirflowVersion version, string before, string after)
    {
        server.Upgrade(version, before);
        server.Fault = AfterTaskList(() => server.Upgrade(version, after));

        var reading = await Airflows.ReadNewestAsync(server.Connect());

        reading.Run.State.ShouldBe(RunState.Success);
        Airflows.Counts(reading).ShouldBe("1d | 4d | 1d | 1d | 1d | 120d | 1d | 2d");
    }

    [Theory]
    [InlineData(AirflowVersion.Two)]
    [InlineData(AirflowVersion.Three)]
    public async Task A_run_that_is_replaced_while_it_is_read_is_read_anew(AirflowVersion version)
    {
        server.Upgrade(version, "16-success");
        server.Fault = AfterTaskList(() => server.Upgrade(version, "01-scheduled"));

        var reading = await Airflows.ReadNewestAsync(server.Connect());

        reading.Run.State.ShouldBe(RunState.Running);
        Airflows.Counts(reading).ShouldBe("1n | 4n | 1n | 1n | 1n | 120n | 1n | 2n");
    }

    [Theory]
    [InlineData(AirflowVersion.Two)]
    [InlineData(AirflowVersion.Three)]
    public async Task A_run_that_is_deleted_while_it_is_read_is_gone(AirflowVersion version)
    {
        server.Upgrade(version, Moment);
        var gone = false;
        server.Fault = async context =>
        {
            if (gone && context.Request.Path.Value!.Contains("dagRuns/scheduled", StringComparison.Ordinal))
                return await ReplayServer.AnswerAsync(context, Recording.Of(version)["errors/unknown-run"]);
            gone |= IsTaskList(context);
            return false;
        };

        (await FailureAsync(server.Connect())).ShouldStartWith("Airflow no longer has the run scheduled__2026-11-2");
    }

    [Theory]
    [InlineData(AirflowVersion.Two)]
    [InlineData(AirflowVersion.Three)]
    public async Task A_run_that_never_was_has_not_just_not_started(AirflowVersion version)
    {
        server.Upgrade(version, Moment);

        var failure = await Should.ThrowAsync<PipelineException>(() => server.Connect().ReadAsync(Airflows.Pipeline, Run("manual__x"), default));

        failure.Message.ShouldBe("Airflow no longer has the run manual__x: somebody deleted it. Wait for its next run, or start one in Airflow.");
    }

    [Fact]
    public async Task A_run_of_which_no_task_may_be_seen_has_not_just_not_started()
    {
        server.Fault = Times(int.MaxValue, context => ReplayServer.AnswerAsync(context, 200, """{"task_instances": [], "total_entries": 0}"""));

        (await FailureAsync(server.Connect())).ShouldBe(
            "Airflow shows no task of the run scheduled__2026-11-25T02:00:00+00:00: it has made none yet, or the user may not read task instances.");
    }

    [Fact]
    public async Task While_Airflow_restarts_it_refuses_and_then_goes_on()
    {
        var airflow = server.Connect();
        await Airflows.ReadNewestAsync(airflow);
        await server.StopAsync();

        (await FailureAsync(airflow)).ShouldBe($"Airflow cannot be reached: {server.Address.Authority} refuses the connection. Check whether its web server runs.");

        await server.StartAsync();
        Airflows.Counts(await Airflows.ReadNewestAsync(airflow)).ShouldBe(Counts);
    }

    [Theory]
    [InlineData(AirflowVersion.Two, AirflowVersion.Three)]
    [InlineData(AirflowVersion.Three, AirflowVersion.Two)]
    public async Task An_Airflow_of_another_version_is_found_out_while_we_run(AirflowVersion before, AirflowVersion after)
    {
        server.Upgrade(before, Moment);
        var airflow = server.Connect();
        await Airflows.ReadNewestAsync(airflow);

        server.Upgrade(after, Moment);

        Airflows.Counts(await Airflows.ReadNewestAsync(airflow)).ShouldBe(Counts);
    }

    [Theory]
    [InlineData(AirflowVersion.Two, AirflowVersion.Three, "Airflow:Version says 2, but {0} is Airflow 3. Set Airflow:Version to 3, or leave it out.")]
    [InlineData(AirflowVersion.Three, AirflowVersion.Two, "Airflow:Version says 3, but {0} is Airflow 2. Set Airflow:Version to 2, or leave it out.")]
    public async Task A_version_that_was_set_wrong_is_told(AirflowVersion set, AirflowVersion actual, string told)
    {
        server.Upgrade(actual, Moment);

        (await FailureAsync(server.Connect(Airflows.Settings(set)))).ShouldBe(Told(told));
    }

    private string Told(string words) => words.Replace("{0}", server.Address.Authority, StringComparison.Ordinal);

    private static PipelineRun Run(string id) => new(id, NodaTime.Instant.MinValue, RunState.Running, null, null);

    private static async Task<string> FailureAsync(IPipeline airflow) => (await Should.ThrowAsync<PipelineException>(() => Airflows.ReadNewestAsync(airflow))).Message;

    private static bool IsTaskList(string request) => request.EndsWith("/taskInstances/list", StringComparison.Ordinal);

    private static bool IsTaskList(HttpContext context) => IsTaskList(context.Request.Path.Value!);

    private static Func<HttpContext, Task<bool>> Times(int times, Func<HttpContext, Task<bool>> fault) =>
        async context => IsTaskList(context) && times-- > 0 && await fault(context);

    private Func<HttpContext, Task<bool>> AfterTaskList(Action then) => async context =>
    {
        if (!IsTaskList(context)) return false;
        var (status, type, body) = await server.RecordedAsync(context);
        then();
        return await ReplayServer.AnswerAsync(context, (int)status, body, type);
    };

    private static async Task<int> OffsetAsync(HttpContext context)
    {
        context.Request.EnableBuffering();
        var body = await JsonNode.ParseAsync(context.Request.Body);
        context.Request.Body.Position = 0;
        return (int?)body!["page_offset"] ?? 0;
    }

    /// <param name="from">At which row a page begins, by the one that was asked for.</param>
    private Func<HttpContext, Task<bool>> CappedAt(int cap, Func<int, int> from) => async context =>
    {
        if (!IsTaskList(context)) return false;
        var offset = await OffsetAsync(context);
        context.Request.Body = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(new
        {
            dag_ids = new[] { RecordedAirflow.DagId },
            dag_run_ids = new[] { "scheduled__2026-11-25T02:00:00+00:00" },
            page_limit = Math.Min(cap, 131 - offset),
            page_offset = from(offset),
        }));
        var (status, type, body) = await server.RecordedAsync(context);
        return await ReplayServer.AnswerAsync(context, (int)status, body, type);
    };
}
