using AdaptiveCards.Json;

namespace AdaptiveCards;

public class AdaptiveSubmitAction : AdaptiveAction
{
    public const string TypeName = "Action.Submit";

    public override string Type { get; set; } = TypeName;

    /// <summary>What comes back with the tap, beside the inputs' values.</summary>
    public object Data { get; set; }

    public AdaptiveAssociatedInputs AssociatedInputs { get; set; }

    /// <summary><see cref="Data"/> as JSON; null when there is none.</summary>
    public string DataJson
    {
        get => PlainJson.Format(Data);
        set => Data = PlainJson.Parse(value);
    }
}
