namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>One step of a waterfall; what it returns says whether the waterfall waits or is done.</summary>
public delegate Task<DialogTurnResult> WaterfallStep(WaterfallStepContext stepContext, CancellationToken cancellationToken);
