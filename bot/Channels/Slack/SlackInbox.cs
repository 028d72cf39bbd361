using System.Text.Json;
using Hausmeister.Bot.Hosting;

namespace Hausmeister.Bot.Channels.Slack;

/// <summary>What Slack brings, on whichever way.</summary>
internal enum SlackKind
{
    /// <summary>As the Events API sends it.</summary>
    Event,

    /// <summary>The payload of a tap, a modal or a shortcut.</summary>
    Interaction,

    /// <summary>What somebody typed behind <c>/hausmeister</c>, with the members of Slack's form.</summary>
    Command,
}

/// <summary>What Slack brings, once it is known that it comes from Slack: one switch of kinds, each done to its end. Nothing of it is logged.</summary>
internal sealed partial class SlackInbox(
    SlackSettings settings, SlackEvents events, SlackInteractions interactions, SlackForms forms, SlackCommands commands,
    [FromKeyedServices(HouseClock.Real)] TimeProvider real, ILogger<SlackInbox> logger)
{
    private readonly Quiet quiet = new(real);

    public Task<SlackReply> TakeAsync(SlackKind kind, ReadOnlyMemory<byte> json) => kind switch
    {
        SlackKind.Event => TakeEventAsync(json),
        SlackKind.Interaction => TakeInteractionAsync(json),
        _ => TakeCommandAsync(json),
    };

    private async Task<SlackReply> TakeEventAsync(ReadOnlyMemory<byte> json) => SlackPayloadJson.Read(json.Span, SlackPayloadJson.Default.SlackEnvelope) switch
    {
        null => SlackReply.Bad("The body is not an event in JSON."),
        { Type: "url_verification", Challenge: { } challenge } => SlackReply.With(JsonSerializer.Serialize(new SlackChallenge(challenge), SlackPayloadJson.Default.SlackChallenge)),
        { Type: "event_callback" } envelope => IsLetIn(envelope.TeamId) ? await events.TakeAsync(envelope, CancellationToken.None) : OtherTeam(),
        _ => SlackReply.Done,
    };

    private async Task<SlackReply> TakeInteractionAsync(ReadOnlyMemory<byte> json) => SlackPayloadJson.Read(json.Span, SlackPayloadJson.Default.SlackInteraction) switch
    {
        null => SlackReply.Bad("The body has no payload in JSON."),
        { Type: "block_actions" or "view_submission" or "block_suggestion" } payload => IsLetIn(payload.Team?.Id) ? await interactions.TakeAsync(payload, CancellationToken.None) : OtherTeam(),
        { Type: "message_action" or "shortcut" } payload => IsLetIn(payload.Team?.Id) ? await forms.TakeAsync(payload) : OtherTeam(),
        _ => SlackReply.Done,
    };

    private async Task<SlackReply> TakeCommandAsync(ReadOnlyMemory<byte> json) => SlackPayloadJson.Read(json.Span, SlackPayloadJson.Default.SlackCommand) switch
    {
        null => SlackReply.Bad("The body is not a command."),
        { SslCheck: "1" } => SlackReply.Done,
        var command => IsLetIn(command.TeamId) ? await commands.TakeAsync(command) : OtherTeam(),
    };

    private bool IsLetIn(string? team) => team is not null && settings.Teams.Contains(team);

    private SlackReply OtherTeam()
    {
        if (quiet.MaySpeak())
            Log.OtherTeam(logger);
        return SlackReply.Forbidden("This workspace is not among those that are let in.");
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Something from a workspace that is not among Slack:Teams was not let in; the next minute's are not told")]
        public static partial void OtherTeam(ILogger logger);
    }
}
