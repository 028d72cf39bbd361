namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>A conversation, or a part of one, that may span turns. One object serves everybody: what it keeps lives in its <see cref="DialogInstance.State"/>.</summary>
public abstract class Dialog
{
    /// <summary>The answer of a dialog that waits for the person.</summary>
    public static readonly DialogTurnResult EndOfTurn = new(DialogTurnStatus.Waiting);

    private string _id;

    public Dialog(string dialogId = null) => _id = dialogId;

    /// <summary>The name that the dialog is begun by; its type's name unless given.</summary>
    public string Id
    {
        get => _id ??= OnComputeId();
        set => _id = value;
    }

    /// <summary>Called when the dialog was pushed on the stack.</summary>
    public abstract Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object options = null, CancellationToken cancellationToken = default(CancellationToken));

    /// <summary>Called when the dialog is active and an activity came. A dialog of a single turn ends here.</summary>
    public virtual Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default(CancellationToken))
        => dc.EndDialogAsync(null, cancellationToken);

    /// <summary>Called when the dialog above this one ended. A dialog of a single turn ends here, with that result.</summary>
    public virtual Task<DialogTurnResult> ResumeDialogAsync(DialogContext dc, DialogReason reason, object result = null, CancellationToken cancellationToken = default(CancellationToken))
        => dc.EndDialogAsync(result, cancellationToken);

    /// <summary>Called when the dialog should ask its question again.</summary>
    public virtual Task RepromptDialogAsync(ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default(CancellationToken))
        => Task.CompletedTask;

    /// <summary>Called before the dialog is taken off the stack.</summary>
    public virtual Task EndDialogAsync(ITurnContext turnContext, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken = default(CancellationToken))
        => Task.CompletedTask;

    /// <summary>Changes when the dialog changes so that a stored stack no longer fits it.</summary>
    public virtual string GetVersion() => Id;

    /// <summary>Offers the event to this dialog, then to its parents, then to this dialog again.</summary>
    /// <returns>Whether somebody handled it.</returns>
    public virtual async Task<bool> OnDialogEventAsync(DialogContext dc, DialogEvent e, CancellationToken cancellationToken)
    {
        if (await OnPreBubbleEventAsync(dc, e, cancellationToken))
            return true;

        if (e.Bubble && dc.Parent != null
            && await dc.Parent.EmitEventAsync(e.Name, e.Value, bubble: true, fromLeaf: false, cancellationToken))
            return true;

        return await OnPostBubbleEventAsync(dc, e, cancellationToken);
    }

    protected virtual Task<bool> OnPreBubbleEventAsync(DialogContext dc, DialogEvent e, CancellationToken cancellationToken)
        => Task.FromResult(false);

    protected virtual Task<bool> OnPostBubbleEventAsync(DialogContext dc, DialogEvent e, CancellationToken cancellationToken)
        => Task.FromResult(false);

    protected virtual string OnComputeId() => GetType().Name;
}
