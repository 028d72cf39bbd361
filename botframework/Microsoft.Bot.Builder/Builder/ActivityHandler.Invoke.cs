using System.Net;
using System.Text.Json;
using Hausmeister.BotFramework;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

public partial class ActivityHandler
{
    private const string ErrorType = "application/vnd.microsoft.error";

    protected static InvokeResponse CreateInvokeResponse(object body = null) =>
        new() { Status = (int)HttpStatusCode.OK, Body = body };

    /// <summary>Answers by the invoke's name; one that nobody has implemented is answered 501.</summary>
    protected virtual async Task<InvokeResponse> OnInvokeActivityAsync(
        ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken)
    {
        BotAssert.ContextNotNull(turnContext);
        try
        {
            switch (turnContext.Activity.Name)
            {
                case "adaptiveCard/action":
                    var invokeValue = ReadAction(turnContext.Activity.Value);
                    return CreateInvokeResponse(
                        await OnAdaptiveCardInvokeAsync(turnContext, invokeValue, cancellationToken));
                case "signin/verifyState" or "signin/tokenExchange":
                    await OnSignInInvokeAsync(turnContext, cancellationToken);
                    return CreateInvokeResponse();
                default:
                    throw new InvokeResponseException(HttpStatusCode.NotImplemented);
            }
        }
        catch (InvokeResponseException e)
        {
            return e.CreateInvokeResponse();
        }
    }

    protected virtual Task OnSignInInvokeAsync(
        ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken) =>
        throw new InvokeResponseException(HttpStatusCode.NotImplemented);

    protected virtual Task<AdaptiveCardInvokeResponse> OnAdaptiveCardInvokeAsync(
        ITurnContext<IInvokeActivity> turnContext,
        AdaptiveCardInvokeValue invokeValue,
        CancellationToken cancellationToken) => throw new InvokeResponseException(HttpStatusCode.NotImplemented);

    private async Task AnswerInvokeAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        var answer = await OnInvokeActivityAsync(As<IInvokeActivity>(turnContext), cancellationToken);
        // A handler may have answered by itself.
        if (answer is null || turnContext.TurnState.Get<Activity>(BotAdapter.InvokeResponseKey) is not null)
            return;
        await turnContext.SendActivityAsync(
            new Activity(ActivityTypesEx.InvokeResponse) { Value = answer }, cancellationToken);
    }

    private static AdaptiveCardInvokeValue ReadAction(object value)
    {
        if (value is null)
            throw BadRequest("BadRequest", "Missing value property");
        AdaptiveCardInvokeValue invokeValue;
        try
        {
            invokeValue = value as AdaptiveCardInvokeValue ?? BotJson.Convert<AdaptiveCardInvokeValue>(value);
        }
        catch (JsonException)
        {
            throw BadRequest("BadRequest", "Value property is not properly formed");
        }

        if (invokeValue?.Action is not { } action)
            throw BadRequest("BadRequest", "Missing action property");
        return action.Type == "Action.Execute"
            ? invokeValue
            : throw BadRequest("NotSupported", $"The action '{action.Type}' is not supported.");
    }

    private static InvokeResponseException BadRequest(string code, string message) =>
        new(HttpStatusCode.BadRequest, new AdaptiveCardInvokeResponse
        {
            StatusCode = (int)HttpStatusCode.BadRequest,
            Type = ErrorType,
            Value = new Error { Code = code, Message = message },
        });

    /// <summary>Ends an invoke with a status, from anywhere inside its handler.</summary>
    protected class InvokeResponseException : Exception
    {
        private readonly HttpStatusCode _statusCode;
        private readonly object _body;

        public InvokeResponseException(HttpStatusCode statusCode, object body = null)
        {
            _statusCode = statusCode;
            _body = body;
        }

        public InvokeResponse CreateInvokeResponse() => new() { Status = (int)_statusCode, Body = _body };
    }
}
