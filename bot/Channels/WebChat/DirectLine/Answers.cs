using System.Text.Json.Serialization.Metadata;

namespace Hausmeister.Bot.Channels.WebChat.DirectLine;

internal static class Answers
{
    public static IResult Json<T>(T body, JsonTypeInfo<T> type, int status = StatusCodes.Status200OK) => Results.Json(body, type, statusCode: status);

    public static IResult Error(int status, string code, string message) =>
        Json(new ErrorAnswer(new ErrorDetail(code, message)), WebChatJson.Default.ErrorAnswer, status);
}
