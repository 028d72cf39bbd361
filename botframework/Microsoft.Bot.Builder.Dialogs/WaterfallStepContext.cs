namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>What a waterfall step sees.</summary>
public class WaterfallStepContext : DialogContext
{
    private readonly WaterfallDialog _waterfall;
    private bool _nextCalled;

    internal WaterfallStepContext(WaterfallDialog waterfall, DialogContext dc, int index, DialogReason reason, object result)
        : base(dc)
    {
        var state = dc.ActiveDialog.State;
        _waterfall = waterfall;
        Index = index;
        Reason = reason;
        Result = result;
        Options = state[WaterfallDialog.PersistedOptions];
        Values = (IDictionary<string, object>)state[WaterfallDialog.PersistedValues];
    }

    /// <summary>The step's place in the waterfall, from 0.</summary>
    public int Index { get; }

    /// <summary>What the waterfall was begun with.</summary>
    public object Options { get; }

    public DialogReason Reason { get; }

    /// <summary>What the step before it got: a dialog's result, the person's text, or what was given to <see cref="NextAsync"/>.</summary>
    public object Result { get; }

    /// <summary>What the steps keep for each other; stored between turns.</summary>
    public IDictionary<string, object> Values { get; }

    /// <summary>Goes on to the next step at once.</summary>
    /// <exception cref="InvalidOperationException">It was called in this step before.</exception>
    public Task<DialogTurnResult> NextAsync(object result = null, CancellationToken cancellationToken = default(CancellationToken))
    {
        Guard.NotToken(result);
        if (_nextCalled)
            throw new InvalidOperationException($"WaterfallStepContext.NextAsync(): method already called for dialog and step '{_waterfall.Id}[{Index}]'.");

        _nextCalled = true;
        return _waterfall.ResumeDialogAsync(this, DialogReason.NextCalled, result, cancellationToken);
    }
}
