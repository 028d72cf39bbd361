namespace AdaptiveCards;

/// <summary>How a client renews the card by itself, and for whom.</summary>
public class AdaptiveRefresh
{
    public AdaptiveExecuteAction Action { get; set; }

    public List<string> UserIds { get; set; } = [];

    /// <summary>UTC; null when the card does not expire.</summary>
    public DateTime? Expires { get; set; }

    internal SerializableDictionary<string, object> Extras { get; set; }
}
