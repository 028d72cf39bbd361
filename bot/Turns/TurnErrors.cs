using System.Net;
using Hausmeister.Domain.Ports;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace Hausmeister.Bot.Turns;

/// <summary>The last word on a turn that failed. Nothing of it was stored, so the same activity may come again.</summary>
internal sealed partial class TurnErrors(ILogger<TurnErrors> logger)
{
    private const string ErrorType = "application/vnd.microsoft.error";

    public async Task HandleAsync(ITurnContext context, Exception exception)
    {
        var reference = TurnReference.Of(context.Activity);
        if (exception is OperationCanceledException)
        {
            Log.Cancelled(logger, reference);
            return;
        }

        Log.Failed(logger, exception, reference, context.Activity.Type);
        try
        {
            await context.SendActivityAsync(Answer(context.Activity, Words(exception, reference)), CancellationToken.None);
        }
        catch (Exception e)
        {
            Log.NotTold(logger, e, reference);
        }
    }

    private static string Words(Exception exception, string reference) => exception switch
    {
        ConflictException => $"Too much happens here at once (reference {reference}). Nothing was changed; please try again.",
        StorageException => $"Nothing can be stored here at the moment (reference {reference}). Nothing was changed; please try again in a few minutes.",
        _ => $"Something went wrong here (reference {reference}). Nothing was changed; please try again.",
    };

    private static Activity Answer(Activity activity, string words) => activity.Type == ActivityTypes.Invoke
        ? new Activity(ActivityTypesEx.InvokeResponse)
        {
            Value = new InvokeResponse
            {
                Status = (int)HttpStatusCode.OK,
                Body = new AdaptiveCardInvokeResponse
                {
                    StatusCode = (int)HttpStatusCode.InternalServerError,
                    Type = ErrorType,
                    Value = new Error { Code = nameof(HttpStatusCode.InternalServerError), Message = words },
                },
            },
        }
        : new Activity(ActivityTypes.Message) { Text = words, TextFormat = TextFormatTypes.Plain };

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Turn {Turn} of a {Type} failed; nothing was stored")]
        public static partial void Failed(ILogger logger, Exception exception, string turn, string type);

        [LoggerMessage(2, LogLevel.Information, "Turn {Turn} was given up by whoever asked; nothing was stored")]
        public static partial void Cancelled(ILogger logger, string turn);

        [LoggerMessage(3, LogLevel.Warning, "Nobody could be told that turn {Turn} failed")]
        public static partial void NotTold(ILogger logger, Exception exception, string turn);
    }
}
