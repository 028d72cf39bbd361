using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;

namespace BotFramework.Tests.Dialogs;

/// <summary>A conversation with a bot whose dialog state goes through storage after every turn.</summary>
internal sealed class Talk
{
    private readonly TestAdapter _adapter;
    private readonly BotCallbackHandler _turn;

    private Talk(string channelId, Func<StoredDialogState, ITurnContext, CancellationToken, Task> turn)
    {
        _adapter = new TestAdapter(channelId);
        _turn = async (context, cancellationToken) =>
        {
            try
            {
                await turn(State, context, cancellationToken);
            }
            finally
            {
                State.EndTurn();
            }
        };
    }

    public StoredDialogState State { get; } = new();

    /// <summary>What the turn's callback returned last.</summary>
    public DialogTurnResult Result { get; private set; }

    /// <summary>A bot that runs one dialog.</summary>
    public static Talk With(Dialog dialog, string channelId = Channels.Test)
        => new(channelId, (state, context, cancellationToken) => dialog.RunAsync(context, state, cancellationToken));

    /// <summary>A bot that continues its dialogs, or begins the first one with the options.</summary>
    public static Talk Beginning(object options, params Dialog[] dialogs) => With(
        async (dc, cancellationToken) =>
        {
            var result = await dc.ContinueDialogAsync(cancellationToken);
            return result.Status == DialogTurnStatus.Empty
                ? await dc.BeginDialogAsync(dialogs[0].Id, options, cancellationToken)
                : result;
        },
        dialogs);

    /// <summary>A bot that does with its dialogs what the callback says.</summary>
    public static Talk With(Func<DialogContext, CancellationToken, Task<DialogTurnResult>> turn, params Dialog[] dialogs)
    {
        Talk talk = null;
        return talk = new(Channels.Test, async (state, context, cancellationToken) =>
        {
            var set = new DialogSet(state);
            foreach (var dialog in dialogs)
                set.Add(dialog);

            talk.Result = await turn(await set.CreateContextAsync(context, cancellationToken), cancellationToken);
        });
    }

    /// <returns>The texts of the replies.</returns>
    public async Task<string[]> SayAsync(string text) => [.. (await SendAsync(_adapter.MakeActivity(text))).Select(m => m.Text)];

    /// <returns>The replies.</returns>
    public async Task<IMessageActivity[]> SendAsync(Activity activity)
    {
        await _adapter.ProcessActivityAsync(activity, _turn);
        return [.. Replies()];
    }

    /// <summary>The same conversation as a table of what is said and replied.</summary>
    public TestFlow Flow() => new(_adapter, _turn);

    private IEnumerable<IMessageActivity> Replies()
    {
        while (_adapter.ActiveQueue.TryDequeue(out var reply))
            yield return reply.AsMessageActivity();
    }
}
