namespace Hausmeister.Cards.Rendering;

/// <summary>
/// What Slack takes and what it refuses, in UTF-16 units where a text is meant. Limits of one kind of block stand with its record; these hold
/// for several. Source: docs.slack.dev/reference/block-kit and docs.slack.dev/reference/views.
/// </summary>
public static class SlackLimits
{
    /// <summary>Of a <c>text</c> object, which a section, a context or a message's <c>text</c> holds.</summary>
    public const int Text = 3_000;

    /// <summary>Of an <c>action_id</c>, a <c>block_id</c> and a <c>callback_id</c>.</summary>
    public const int Id = 255;

    /// <summary>Blocks of a modal or a home tab.</summary>
    public const int ModalBlocks = 100;

    /// <summary>An address in a button or of a picture.</summary>
    public const int Url = 3_000;
}
