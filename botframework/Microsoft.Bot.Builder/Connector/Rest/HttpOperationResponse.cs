namespace Microsoft.Rest;

/// <summary>An answer of a REST service.</summary>
public class HttpOperationResponse
{
    public HttpRequestMessage Request { get; set; }

    public HttpResponseMessage Response { get; set; }
}

/// <summary>An answer of a REST service, with its body as what it is; an empty body is null.</summary>
public class HttpOperationResponse<T> : HttpOperationResponse
{
    public T Body { get; set; }
}
