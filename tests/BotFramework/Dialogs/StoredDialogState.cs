using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;

namespace BotFramework.Tests.Dialogs;

/// <summary>Dialog state that is text between turns: what a dialog keeps in memory is gone by the next.</summary>
internal sealed class StoredDialogState : IStatePropertyAccessor<DialogState>
{
    private DialogState _ofThisTurn;

    public string Name => nameof(DialogState);

    public string Text { get; private set; }

    public Task<DialogState> GetAsync(ITurnContext turnContext, Func<DialogState> defaultValueFactory = null, CancellationToken cancellationToken = default)
        => Task.FromResult(_ofThisTurn ??= Text == null ? defaultValueFactory?.Invoke() : StateText.Read(Text));

    public Task SetAsync(ITurnContext turnContext, DialogState value, CancellationToken cancellationToken = default)
    {
        _ofThisTurn = value;
        return Task.CompletedTask;
    }

    public Task DeleteAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        (_ofThisTurn, Text) = (null, null);
        return Task.CompletedTask;
    }

    public void EndTurn()
    {
        if (_ofThisTurn != null)
            Text = StateText.Write(_ofThisTurn);

        _ofThisTurn = null;
    }
}
