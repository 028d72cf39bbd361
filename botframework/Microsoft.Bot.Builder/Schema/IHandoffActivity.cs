namespace Microsoft.Bot.Schema;

/// <summary>The conversation goes to somebody else, with its history.</summary>
public interface IHandoffActivity : IActivity;
