namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Something that dialogs on the stack are told of; see <see cref="DialogEvents"/>.</summary>
public class DialogEvent
{
    /// <summary>Whether the event goes on to the parent when nobody handled it.</summary>
    public bool Bubble { get; set; }

    public string Name { get; set; }

    public object Value { get; set; }
}
