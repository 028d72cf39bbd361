namespace Microsoft.Bot.Schema;

/// <summary>Kinds of activities that stay inside the bot.</summary>
public static class ActivityTypesEx
{
    public const string Delay = "delay";
    public const string InvokeResponse = "invokeResponse";
}
