namespace Hausmeister.Bot.Turns;

internal static class Locales
{
    /// <summary>The bot speaks English only, so that prompts and lists are worded alike for everybody.</summary>
    public const string English = "en-US";
}
