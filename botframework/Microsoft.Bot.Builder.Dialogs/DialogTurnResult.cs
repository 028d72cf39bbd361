namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>How a call to a dialog or a dialog stack ended.</summary>
public class DialogTurnResult
{
    public DialogTurnResult(DialogTurnStatus status, object result = null)
    {
        Status = status;
        Result = result;
    }

    public DialogTurnStatus Status { get; set; }

    /// <summary>What the last dialog returned; null unless <see cref="Status"/> is Complete.</summary>
    public object Result { get; set; }

    /// <summary>True when a command ended the parent too, so that it must not go on.</summary>
    public bool ParentEnded { get; set; }
}
