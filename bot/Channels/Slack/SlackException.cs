using Hausmeister.Bot.Turns;

namespace Hausmeister.Bot.Channels.Slack;

/// <summary>Slack's answer is not "ok".</summary>
/// <param name="method">As <c>chat.postMessage</c>.</param>
/// <param name="error">As Slack names it, or the status where the answer was none of its own.</param>
internal sealed class SlackException(string method, string error, TimeSpan? retryAfter = null) : ChannelRefusedException(Words(error))
{
    public const string RateLimited = "ratelimited";
    public const string InvalidBlocks = "invalid_blocks";
    public const string Incomplete = "incomplete answer";

    /// <summary>Begins an error that is none of Slack's own but a status of HTTP.</summary>
    public const string Http = "http ";

    /// <summary>Whoever alone was to see the message is not in the channel.</summary>
    public const string NotTogether = "user_not_in_channel";

    /// <summary>The trigger has opened its modal already.</summary>
    public const string TriggerUsed = "exchanged_trigger_id";

    public string Method => method;

    public string Error => error;

    /// <summary>How long Slack wants to be left alone.</summary>
    public TimeSpan? RetryAfter => retryAfter;

    /// <summary>Nothing at all can be done in Slack until somebody installs the app again.</summary>
    public bool IsOfToken => error is "token_revoked" or "token_expired" or "invalid_auth" or "not_authed" or "account_inactive";

    public override bool IsLasting => IsGone || IsOfToken;

    /// <summary>It may work in a little while, and nobody has to do anything for it.</summary>
    public bool IsPassing => error is RateLimited or Incomplete or "internal_error" or "fatal_error" or "request_timeout" or "service_unavailable" or "team_added_to_org"
        || error.StartsWith(Http, StringComparison.Ordinal);

    public static SlackException Of(string method, string error, TimeSpan? retryAfter = null) => new(method, error, retryAfter)
    {
        IsGone = error is "message_not_found" or "cant_update_message" or "cant_delete_message" or "edit_window_closed"
            or "channel_not_found" or "is_archived" or "not_in_channel" or "user_not_found" or "user_disabled",
    };

    public override string ToString() => $"{method}: {error}\n{base.ToString()}";

    private static string Words(string error) => error switch
    {
        "token_revoked" or "token_expired" or "invalid_auth" or "not_authed" or "account_inactive" =>
            $"Slack does not take my token any more ({error}). The app must be installed again.",
        "is_archived" => $"the channel is archived ({error}).",
        "not_in_channel" or "channel_not_found" => $"I am not in the channel, or there is none ({error}). Invite me there.",
        "user_not_found" or "user_disabled" => $"that account is not active in Slack ({error}).",
        "message_not_found" or "cant_update_message" or "cant_delete_message" or "edit_window_closed" => $"the message cannot be changed any more ({error}).",
        "missing_scope" or "no_permission" => $"the app lacks a permission in Slack ({error}).",
        RateLimited => $"Slack has too much to do ({error}).",
        _ => $"Slack refused it ({error}).",
    };
}
