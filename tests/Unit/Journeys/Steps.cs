namespace Hausmeister.Tests.Journeys;

/// <summary>What journeys begin with.</summary>
internal static class Steps
{
    public const string Rows = "Contracts has duplicated rows since Tuesday";

    /// <summary>A whole triage by typing; everything that was said until then has been read.</summary>
    public static async Task TriageAsync(this JourneyWindow person, JourneyHouse house, string priority, string what = Rows)
    {
        await person.SayAsync($"triage {what}");
        await person.SayAsync("issue");
        if ((await person.AllAsync())[^1].Text.Contains("look", StringComparison.OrdinalIgnoreCase))
            await person.SayAsync("none of these");
        await person.SayAsync(priority);
        await person.SayAsync("create");
        await house.ReadEverythingAsync();
    }

    public static async Task ReadEverythingAsync(this JourneyHouse house)
    {
        foreach (var window in house.Everybody)
            await window.ReadAsync();
    }

    /// <summary>Nobody but these read anything new.</summary>
    public static async Task OnlyAsync(this JourneyHouse house, params JourneyWindow[] readers)
    {
        foreach (var window in house.Everybody.Except(readers))
            await window.ReadsNothingAsync();
    }
}
