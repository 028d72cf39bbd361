using System.Security.Cryptography;
using System.Text;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Dialogs that can begin each other by their ids.</summary>
public class DialogSet
{
    private readonly Dictionary<string, Dialog> _dialogs = new(StringComparer.Ordinal);
    private readonly IStatePropertyAccessor<DialogState> _dialogState;
    private string _version;

    /// <param name="dialogState">Where the stack is kept between turns.</param>
    public DialogSet(IStatePropertyAccessor<DialogState> dialogState)
        => _dialogState = dialogState ?? throw new ArgumentNullException(nameof(dialogState));

    /// <summary>A set within a container, whose stack lives in the container's own state.</summary>
    public DialogSet()
    {
    }

    /// <summary>A hash over the versions of all dialogs in the set.</summary>
    public virtual string GetVersion() => _version ??= ComputeVersion();

    /// <summary>Adds a dialog. When the id is taken by another dialog, the added one's id gets a number at its end: "ask", "ask2".</summary>
    public DialogSet Add(Dialog dialog)
    {
        ArgumentNullException.ThrowIfNull(dialog);

        if (_dialogs.TryGetValue(dialog.Id, out var known) && ReferenceEquals(known, dialog))
            return this;

        _version = null;
        dialog.Id = FreeId(dialog.Id);
        _dialogs.Add(dialog.Id, dialog);
        return this;
    }

    /// <summary>Loads the stack of this turn's conversation.</summary>
    /// <exception cref="InvalidOperationException">The set was made without an accessor.</exception>
    public async Task<DialogContext> CreateContextAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        BotAssert.ContextNotNull(turnContext);
        if (_dialogState == null)
            throw new InvalidOperationException("DialogSet.CreateContextAsync(): DialogSet created with a null IStatePropertyAccessor.");

        var state = await _dialogState.GetAsync(turnContext, static () => new DialogState(), cancellationToken);
        return new DialogContext(this, turnContext, state);
    }

    /// <returns>The dialog, or null.</returns>
    public Dialog Find(string dialogId)
    {
        if (string.IsNullOrWhiteSpace(dialogId))
            throw new ArgumentNullException(nameof(dialogId));

        return _dialogs.GetValueOrDefault(dialogId);
    }

    public IEnumerable<Dialog> GetDialogs() => _dialogs.Values;

    private string FreeId(string id)
    {
        var free = id;
        for (var suffix = 2; _dialogs.ContainsKey(free); suffix++)
            free = $"{id}{suffix}";

        return free;
    }

    private string ComputeVersion()
    {
        var versions = new StringBuilder();
        foreach (var (id, dialog) in _dialogs.OrderBy(d => d.Key, StringComparer.Ordinal))
            versions.Append('|').Append(id).Append(':').Append(dialog.GetVersion());

        return Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(versions.ToString())));
    }
}
