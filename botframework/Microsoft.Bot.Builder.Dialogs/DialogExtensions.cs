namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Runs a dialog as a bot's whole conversation.</summary>
public static class DialogExtensions
{
    /// <summary>
    /// Continues the stack with the turn's activity, or begins the dialog when nothing is on it. A dialog that ended or was cancelled
    /// leaves the stack empty, so the next turn begins anew.
    /// </summary>
    /// <remarks>An exception goes to the dialogs as <see cref="DialogEvents.Error"/>, innermost first; when one handles it, the stack is run again.</remarks>
    public static async Task RunAsync(this Dialog dialog, ITurnContext turnContext, IStatePropertyAccessor<DialogState> accessor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(dialog);
        var dc = await new DialogSet(accessor).Add(dialog).CreateContextAsync(turnContext, cancellationToken);

        while (!await TryRunAsync(dialog, dc, cancellationToken))
        {
        }
    }

    private static async Task<bool> TryRunAsync(Dialog dialog, DialogContext dc, CancellationToken cancellationToken)
    {
        try
        {
            var result = await dc.ContinueDialogAsync(cancellationToken);
            if (result.Status == DialogTurnStatus.Empty)
                await dc.BeginDialogAsync(dialog.Id, null, cancellationToken);

            return true;
        }
        catch (Exception error)
        {
            if (!await dc.EmitEventAsync(DialogEvents.Error, error, bubble: true, fromLeaf: true, cancellationToken))
                throw;

            return false;
        }
    }
}
