using System.Text.Json;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;

namespace Hausmeister.Bot.Turns;

/// <summary>
/// The dialog stack of the turn's own document. <c>BotState</c> is not used, because it never checks an ETag: the last writer would win.
/// </summary>
/// <param name="isKnown">Whether this program has a dialog of that id.</param>
internal sealed class DialogStateAccessor(Func<string, bool> isKnown) : IStatePropertyAccessor<DialogState>
{
    public string Name => nameof(DialogState);

    public Task<DialogState> GetAsync(ITurnContext turnContext, Func<DialogState>? defaultValueFactory = null, CancellationToken cancellationToken = default)
    {
        var slot = Slot(turnContext);
        slot.State ??= slot.Stored is { } stored ? DialogStateCodec.Read(stored, isKnown) : defaultValueFactory?.Invoke();
        return Task.FromResult(slot.State!);
    }

    public Task SetAsync(ITurnContext turnContext, DialogState value, CancellationToken cancellationToken = default)
    {
        Slot(turnContext).State = value;
        return Task.CompletedTask;
    }

    public Task DeleteAsync(ITurnContext turnContext, CancellationToken cancellationToken = default) =>
        SetAsync(turnContext, new DialogState(), cancellationToken);

    /// <summary>The ids of a dialog and of all that it holds.</summary>
    public static IReadOnlySet<string> IdsOf(Dialog root)
    {
        HashSet<string> ids = [];
        Add(root);
        return ids;

        void Add(Dialog dialog)
        {
            if (!ids.Add(dialog.Id) || dialog is not DialogContainer container)
                return;
            foreach (var inner in container.Dialogs.GetDialogs())
                Add(inner);
        }
    }

    private static DialogSlot Slot(ITurnContext context) => context.TurnState.Get<DialogSlot>()
        ?? throw new InvalidOperationException("There is no dialog outside a turn.");
}

/// <summary>The turn's dialog stack: as it was stored, and as the turn has it once somebody has asked for it.</summary>
internal sealed class DialogSlot(JsonElement? stored)
{
    public JsonElement? Stored { get; } = stored;

    public DialogState? State { get; set; }

    /// <summary>As it is to be stored.</summary>
    public JsonElement? ToStore() => State is null ? Stored : DialogStateCodec.Write(State);
}
