namespace Microsoft.Bot.Schema;

/// <summary>An earlier message got a new content.</summary>
public interface IMessageUpdateActivity : IMessageActivity;
