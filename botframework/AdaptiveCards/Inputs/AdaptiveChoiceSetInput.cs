namespace AdaptiveCards;

public class AdaptiveChoiceSetInput : AdaptiveInput
{
    public const string TypeName = "Input.ChoiceSet";

    public override string Type { get; set; } = TypeName;

    /// <summary>The chosen value; several are separated by commas.</summary>
    public string Value { get; set; }

    public AdaptiveChoiceInputStyle Style { get; set; }

    public bool IsMultiSelect { get; set; }

    public List<AdaptiveChoice> Choices { get; set; } = [];

    public bool Wrap { get; set; }

    public string Placeholder { get; set; }

    public override string GetNonInteractiveValue()
    {
        var chosen = Value?.Split(',') ?? [];
        var titles = Choices.Where(choice => chosen.Contains(choice.Value)).Select(choice => choice.Title).ToList();
        return titles.Count == 0 ? Placeholder : string.Join(", ", titles);
    }
}

public class AdaptiveChoice
{
    public string Title { get; set; }

    public string Value { get; set; }

    internal SerializableDictionary<string, object> Extras { get; set; }
}
