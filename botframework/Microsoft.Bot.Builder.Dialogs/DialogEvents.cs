namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>The names of the events that dialogs receive.</summary>
public class DialogEvents
{
    public const string BeginDialog = "beginDialog";
    public const string RepromptDialog = "repromptDialog";
    public const string CancelDialog = "cancelDialog";
    public const string ActivityReceived = "activityReceived";

    /// <summary>A stored stack meets dialogs that have changed since.</summary>
    public const string VersionChanged = "versionChanged";

    public const string Error = "error";
    public const string Custom = "custom";
}
