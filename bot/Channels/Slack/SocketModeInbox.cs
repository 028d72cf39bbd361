namespace Hausmeister.Bot.Channels.Slack;

/// <summary>
/// What becomes of an envelope. What can never be taken is done with too, else it would come for ever; what could not be stored is left
/// to come again.
/// </summary>
internal sealed partial class SocketModeInbox(SlackPatience patience, ILogger<SocketModeInbox> logger)
{
    /// <returns>The acknowledgement; null: Slack is to send it again.</returns>
    public async Task<byte[]?> TakeAsync(SocketModeEnvelope envelope)
    {
        try
        {
            var reply = await TakeByTypeAsync(envelope);
            if (!reply.IsFinal)
                Log.NotYet(logger, envelope.Type, reply.Words);
            else if (!reply.IsTaken)
                Log.ThrownAway(logger, envelope.Type, reply.Words);
            return reply.IsFinal ? envelope.Acknowledgement(reply.Json) : null;
        }
        catch (Exception e)
        {
            Log.Failed(logger, e, envelope.Type);
            return null;
        }
    }

    /// <summary>The payloads are those of HTTP; only a slash command is a form there and JSON here.</summary>
    private Task<SlackReply> TakeByTypeAsync(SocketModeEnvelope envelope) => envelope.Type switch
    {
        "events_api" => patience.TakeAsync(SlackKind.Event, envelope.PayloadBytes),
        "interactive" => patience.TakeAsync(SlackKind.Interaction, envelope.PayloadBytes),
        "slash_commands" => patience.TakeAsync(SlackKind.Command, envelope.PayloadBytes),
        _ => Task.FromResult(SlackReply.Done),
    };

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Something of Slack's ({Type}) was thrown away: {Reason}")]
        public static partial void ThrownAway(ILogger logger, string? type, string? reason);

        [LoggerMessage(2, LogLevel.Error, "Something of Slack's ({Type}) failed and nothing was stored; Slack is to send it again")]
        public static partial void Failed(ILogger logger, Exception exception, string? type);

        [LoggerMessage(3, LogLevel.Warning, "Something of Slack's ({Type}) is not acknowledged and Slack is to send it again: {Reason}")]
        public static partial void NotYet(ILogger logger, string? type, string? reason);
    }
}
