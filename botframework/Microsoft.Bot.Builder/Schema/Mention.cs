namespace Microsoft.Bot.Schema;

/// <summary>A person or a bot, named in a message's text.</summary>
public class Mention : Entity
{
    public Mention()
        : base("mention")
    {
    }

    public Mention(ChannelAccount mentioned = default, string text = default, string type = default)
        : base(type ?? "mention")
    {
        Mentioned = mentioned;
        Text = text;
    }

    public ChannelAccount Mentioned { get; set; }

    /// <summary>The mention as it stands in the message's text, such as <c>&lt;at&gt;Ana&lt;/at&gt;</c>.</summary>
    public string Text { get; set; }
}
