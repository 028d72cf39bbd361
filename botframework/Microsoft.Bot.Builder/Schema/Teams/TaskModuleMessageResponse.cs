namespace Microsoft.Bot.Schema.Teams;

/// <summary>Shows a text and closes the dialog.</summary>
public class TaskModuleMessageResponse : TaskModuleResponseBase
{
    public TaskModuleMessageResponse()
        : base("message")
    {
    }

    public TaskModuleMessageResponse(string value = default)
        : base("message")
    {
        Value = value;
    }

    public string Value { get; set; }
}
