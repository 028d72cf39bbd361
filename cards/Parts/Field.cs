using AdaptiveCards;

namespace Hausmeister.Cards.Parts;

internal static class Field
{
    /// <summary>Fields take as much; the server cuts at the same length.</summary>
    public const int LongestText = 4_000;

    /// <summary>Who asks or noticed it, and where.</summary>
    public const int LongestName = 200;

    public static AdaptiveTextInput Required(string id, string label, string error, string? value = null, int maxLength = LongestText) =>
        new() { Id = id, Label = label, Value = value, IsRequired = true, ErrorMessage = error, MaxLength = maxLength };

    public static AdaptiveTextInput Optional(string id, string label, string? value = null, string placeholder = "Optional", int maxLength = LongestText) =>
        new() { Id = id, Label = label, Value = value, Placeholder = placeholder, MaxLength = maxLength };

    public static AdaptiveTextInput Multiline(this AdaptiveTextInput field)
    {
        field.IsMultiline = true;
        return field;
    }

    /// <summary>The first field keeps its distance from the head.</summary>
    public static T First<T>(this T field)
        where T : AdaptiveInput
    {
        field.Spacing = AdaptiveSpacing.Medium;
        return field;
    }

    public static AdaptiveChoice Choice(string title, string value) => new() { Title = title, Value = value };
}
