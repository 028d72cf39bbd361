namespace Microsoft.Bot.Schema;

/// <summary>A request that wants an answer with a body.</summary>
public interface IInvokeActivity : IActivity
{
    string Name { get; set; }

    object Value { get; set; }

    ConversationReference RelatesTo { get; set; }
}
