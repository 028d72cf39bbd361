using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Squads;
using NodaTime;

namespace Hausmeister.Tests;

/// <summary>The squad of the sample configuration, for tests that do not need its file. Vary it with <c>with</c>.</summary>
internal static class SampleSquad
{
    public static readonly DateTimeZone SaoPaulo = DateTimeZoneProviders.Tzdb["America/Sao_Paulo"];

    public static readonly Squad DataInfra = new()
    {
        Id = "data-infra",
        Name = "Data Infra",
        TimeZone = SaoPaulo,
        WorkHours = new WorkHours(
            new HashSet<IsoDayOfWeek> { IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday },
            new LocalTime(9, 0),
            new LocalTime(18, 0)),
        Members = [Person("Ana", level2: true, lead: true), Person("Bruno"), Person("Clara", level2: true), Person("Davi")],
        Rota = new RotaRule(
            new LocalDate(2026, 11, 23),
            new ShiftRule(IsoDayOfWeek.Monday, new LocalTime(11, 0), ["ana", "bruno", "clara", "davi"]),
            new ShiftRule(IsoDayOfWeek.Friday, new LocalTime(17, 0), ["davi", "ana", "bruno", "clara"]),
            [new Override(At(2026, 12, 24, 12), At(2026, 12, 26, 12), "davi", "holidays")]),
        Channels = new ChannelSettings(
            new Dictionary<string, string> { ["webchat"] = "announcements" },
            new Dictionary<string, string> { ["webchat"] = "guild" },
            new Dictionary<string, IReadOnlyList<string>> { ["webchat"] = ["help"] }),
        Issues = new IssueSettings(
            "nubank/itaipu", ["bug", "data-infra"], Enum.GetValues<Priority>().ToDictionary(p => p, p => p.ToString()), "priority: being decided"),
        Escalation = new EscalationSettings(
            Duration.FromHours(1), Duration.FromMinutes(15), Duration.FromMinutes(10), Duration.FromMinutes(30)),
        Retention = new RetentionSettings(Period.FromDays(90), Period.FromYears(2), Period.FromYears(2)),
    };

    /// <summary>The same, with nothing in its rota that a lead would be told of.</summary>
    public static Squad WithoutOverrides { get; } = DataInfra with { Rota = DataInfra.Rota with { Overrides = [] } };

    /// <summary>The same, which asks for severity levels and has a crash channel.</summary>
    public static Squad WithCrash { get; } = WithoutOverrides with
    {
        SeverityProcedure = new Uri("https://example.com/severity"),
        Channels = WithoutOverrides.Channels with { Crash = new Dictionary<string, string> { ["webchat"] = "crash" } },
    };

    /// <summary>The same with its nightly run, of which the bot speaks by itself every morning.</summary>
    public static Squad WithDag { get; } = WithoutOverrides with
    {
        Pipeline = new PipelineSettings("prod-dagao", CountsManualRuns: false, new LocalTime(9, 0), Duration.FromMinutes(15),
        [
            new StageSettings("Contracts", ["itaipu-contracts"], [], new LocalTime(4, 0), null),
            new StageSettings("Financial Reports", ["finance"], [], new LocalTime(6, 0), new LocalTime(8, 0)),
            new StageSettings("Facts and Dimensions", ["itaipu-dimensional-modeling"], ["capivara-dm"], new LocalTime(8, 0), null),
            new StageSettings("Models and Policies", ["itaipu-policies"], [], new LocalTime(9, 0), null),
            new StageSettings("Other datasets", ["itaipu-rest"], ["capivara-rest"], new LocalTime(12, 0), null),
        ]),
    };

    /// <summary>An instant by the sample squad's clocks.</summary>
    public static Instant At(int year, int month, int day, int hour, int minute = 0, int second = 0) =>
        new LocalDateTime(year, month, day, hour, minute, second).InZoneStrictly(SaoPaulo).ToInstant();

    private static Member Person(string name, bool level2 = false, bool lead = false)
    {
        var id = name.ToLowerInvariant();
        return new Member(id, name, id, level2, lead, Phone: null, new Dictionary<string, string> { ["webchat"] = id });
    }
}
