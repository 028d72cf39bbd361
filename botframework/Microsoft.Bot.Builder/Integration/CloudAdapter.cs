using System.Net;
using Hausmeister.BotFramework;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Microsoft.Bot.Builder.Integration.AspNet.Core;

/// <summary>
/// The endpoint of a bot: one POST is one activity. Answers 400, 413 or 415 with a reason for what is not an activity, 401
/// for a caller without a valid token and 405 for another method.
/// </summary>
public partial class CloudAdapter : CloudAdapterBase, IBotFrameworkHttpAdapter
{
    public CloudAdapter(BotFrameworkAuthentication botFrameworkAuthentication, ILogger logger = null)
        : base(botFrameworkAuthentication, logger)
    {
    }

    public CloudAdapter(IConfiguration configuration, IHttpClientFactory httpClientFactory = null, ILogger logger = null)
        : this(
            new ConfigurationBotFrameworkAuthentication(
                configuration, httpClientFactory: httpClientFactory, logger: logger),
            logger)
    {
    }

    public async Task ProcessAsync(
        HttpRequest httpRequest, HttpResponse httpResponse, IBot bot, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(httpRequest);
        ArgumentNullException.ThrowIfNull(httpResponse);
        ArgumentNullException.ThrowIfNull(bot);
        if (!HttpMethods.IsPost(httpRequest.Method))
        {
            httpResponse.Headers.Allow = HttpMethods.Post;
            httpResponse.StatusCode = StatusCodes.Status405MethodNotAllowed;
            return;
        }

        Activity activity;
        try
        {
            activity = await ActivityRequest.ReadAsync(httpRequest, cancellationToken);
        }
        catch (BadHttpRequestException e)
        {
            // The rest of the body is not read, or will never come, so the connection cannot be used again: the caller must know, and the server too.
            httpResponse.Headers.Connection = "close";
            await RefuseAsync(httpResponse, e.StatusCode, e.Message, cancellationToken);
            return;
        }

        await ProcessAsync(activity, httpRequest, httpResponse, bot, cancellationToken);
    }

    private async Task ProcessAsync(
        Activity activity,
        HttpRequest httpRequest,
        HttpResponse httpResponse,
        IBot bot,
        CancellationToken cancellationToken)
    {
        try
        {
            var answer = await ProcessActivityAsync(
                httpRequest.Headers.Authorization.ToString(), activity, bot.OnTurnAsync, cancellationToken);
            await AnswerAsync(httpResponse, answer, cancellationToken);
        }
        catch (UnauthorizedAccessException e)
        {
            await RefuseAsync(httpResponse, StatusCodes.Status401Unauthorized, e.Message, cancellationToken);
        }
    }

    private static async Task AnswerAsync(
        HttpResponse httpResponse, InvokeResponse answer, CancellationToken cancellationToken)
    {
        httpResponse.StatusCode = answer?.Status ?? (int)HttpStatusCode.OK;
        if (answer?.Body is null)
            return;
        var body = BotJson.ToUtf8(answer.Body);
        httpResponse.ContentType = "application/json; charset=utf-8";
        httpResponse.ContentLength = body.Length;
        await httpResponse.Body.WriteAsync(body, cancellationToken);
    }

    private Task RefuseAsync(HttpResponse httpResponse, int status, string reason, CancellationToken cancellationToken)
    {
        Log.Refused(Logger, status, reason);
        httpResponse.StatusCode = status;
        httpResponse.ContentType = "text/plain; charset=utf-8";
        return httpResponse.WriteAsync(reason, cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Refused an activity with {Status}: {Reason}")]
        public static partial void Refused(ILogger logger, int status, string reason);
    }
}
