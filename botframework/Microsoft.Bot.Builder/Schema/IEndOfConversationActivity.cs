namespace Microsoft.Bot.Schema;

/// <summary>The conversation ends.</summary>
public interface IEndOfConversationActivity : IActivity
{
    string Code { get; set; }

    string Text { get; set; }
}
