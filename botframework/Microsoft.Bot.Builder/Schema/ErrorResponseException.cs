using Microsoft.Rest;

namespace Microsoft.Bot.Schema;

/// <summary>The connector refused a call; <see cref="Response"/> says how.</summary>
public class ErrorResponseException : RestException
{
    public ErrorResponseException()
    {
    }

    public ErrorResponseException(string message)
        : base(message)
    {
    }

    public ErrorResponseException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public HttpResponseMessageWrapper Response { get; set; }

    /// <summary>The error as the service describes it, or null if its answer was something else.</summary>
    public ErrorResponse Body { get; set; }
}
