namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Decides whether an answer is accepted. It is asked also when nothing was recognized; when it sends something itself, the prompt does not repeat its question.</summary>
public delegate Task<bool> PromptValidator<T>(PromptValidatorContext<T> promptContext, CancellationToken cancellationToken);
