namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Why a dialog's method is called.</summary>
public enum DialogReason
{
    /// <summary>The dialog is started by <see cref="DialogContext.BeginDialogAsync"/>.</summary>
    BeginCalled,

    /// <summary>The dialog is continued by <see cref="DialogContext.ContinueDialogAsync"/>.</summary>
    ContinueCalled,

    /// <summary>A dialog ended by <see cref="DialogContext.EndDialogAsync"/>.</summary>
    EndCalled,

    /// <summary>The dialog ends because another takes its place.</summary>
    ReplaceCalled,

    /// <summary>The dialog ends because everything on the stack is cancelled.</summary>
    CancelCalled,

    /// <summary>A waterfall step went on to the next by <see cref="WaterfallStepContext.NextAsync"/>.</summary>
    NextCalled,
}
