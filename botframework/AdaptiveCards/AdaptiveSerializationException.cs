namespace AdaptiveCards;

/// <summary>The text is not JSON, or not a card.</summary>
public class AdaptiveSerializationException : AdaptiveException
{
    public AdaptiveSerializationException() { }

    public AdaptiveSerializationException(string message) : base(message) { }

    public AdaptiveSerializationException(string message, Exception innerException) : base(message, innerException) { }
}
