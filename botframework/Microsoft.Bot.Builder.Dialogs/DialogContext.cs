using System.Globalization;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>A dialog stack in a turn: begins, continues, ends and replaces the dialogs on it.</summary>
public partial class DialogContext
{
    public DialogContext(DialogSet dialogs, ITurnContext turnContext, DialogState state)
    {
        Dialogs = dialogs ?? throw new ArgumentNullException(nameof(dialogs));
        Context = turnContext ?? throw new ArgumentNullException(nameof(turnContext));
        ArgumentNullException.ThrowIfNull(state);
        Stack = state.DialogStack ??= [];
    }

    public DialogContext(DialogSet dialogs, DialogContext parentDialogContext, DialogState state)
        : this(dialogs, parentDialogContext?.Context ?? throw new ArgumentNullException(nameof(parentDialogContext)), state)
        => Parent = parentDialogContext;

    private protected DialogContext(DialogContext other)
    {
        Dialogs = other.Dialogs;
        Context = other.Context;
        Stack = other.Stack;
        Parent = other.Parent;
    }

    public DialogSet Dialogs { get; }

    public ITurnContext Context { get; }

    /// <summary>The stack; the active dialog comes first.</summary>
    public List<DialogInstance> Stack { get; }

    /// <summary>The stack that this one's container is on; null for the outermost.</summary>
    public DialogContext Parent { get; set; }

    /// <summary>The stack within the active dialog, if that is a container; otherwise null.</summary>
    public DialogContext Child
        => ActiveDialog is { } instance && FindDialog(instance.Id) is DialogContainer container
            ? container.CreateChildContext(this)
            : null;

    public DialogInstance ActiveDialog => Stack.Count > 0 ? Stack[0] : null;

    /// <summary>Looks in this set, then in the parents'.</summary>
    /// <returns>The dialog, or null.</returns>
    public Dialog FindDialog(string dialogId) => Dialogs.Find(dialogId) ?? Parent?.FindDialog(dialogId);

    /// <summary>Tells the active dialog (the innermost one with <paramref name="fromLeaf"/>) of an event.</summary>
    /// <returns>Whether a dialog handled it.</returns>
    public Task<bool> EmitEventAsync(string name, object value = null, bool bubble = true, bool fromLeaf = false, CancellationToken cancellationToken = default(CancellationToken))
    {
        var dc = fromLeaf ? Leaf() : this;
        return dc.ActiveDialog is { } instance && dc.FindDialog(instance.Id) is { } dialog
            ? dialog.OnDialogEventAsync(dc, new DialogEvent { Name = name, Value = value, Bubble = bubble }, cancellationToken)
            : Task.FromResult(false);
    }

    /// <summary>The turn's locale; the current culture's name when the activity has none.</summary>
    public string GetLocale()
    {
        var locale = Context is TurnContext turn ? turn.Locale : Context.Activity?.Locale;
        return string.IsNullOrEmpty(locale) ? CultureInfo.CurrentCulture.Name : locale;
    }

    private DialogContext Leaf()
    {
        var dc = this;
        while (dc.Child is { } child)
            dc = child;

        return dc;
    }
}
