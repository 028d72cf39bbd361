namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>What became of a dialog stack in a turn.</summary>
public enum DialogTurnStatus
{
    /// <summary>Nothing is on the stack.</summary>
    Empty,

    /// <summary>The active dialog waits for the person's answer.</summary>
    Waiting,

    /// <summary>The last dialog ended; its result is in <see cref="DialogTurnResult.Result"/>.</summary>
    Complete,

    /// <summary>The dialogs on the stack were cancelled.</summary>
    Cancelled,

    /// <summary>The dialog ended, and its parent should wait instead of going on.</summary>
    CompleteAndWait,
}
