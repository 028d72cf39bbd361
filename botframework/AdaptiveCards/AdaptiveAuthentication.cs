namespace AdaptiveCards;

/// <summary>How a client signs a person in on behalf of the card.</summary>
public class AdaptiveAuthentication
{
    public string Text { get; set; }

    public string ConnectionName { get; set; }

    public AdaptiveTokenExchangeResource TokenExchangeResource { get; set; }

    public List<AdaptiveAuthCardButton> Buttons { get; set; } = [];

    internal SerializableDictionary<string, object> Extras { get; set; }
}

public class AdaptiveTokenExchangeResource
{
    public string Id { get; set; }

    public string Uri { get; set; }

    public string ProviderId { get; set; }

    internal SerializableDictionary<string, object> Extras { get; set; }
}

public class AdaptiveAuthCardButton
{
    public string Type { get; set; }

    public string Title { get; set; }

    public string Image { get; set; }

    public string Value { get; set; }

    internal SerializableDictionary<string, object> Extras { get; set; }
}
