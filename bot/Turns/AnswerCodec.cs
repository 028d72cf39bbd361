using System.Text.Json;
using AdaptiveCards;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace Hausmeister.Bot.Turns;

/// <summary>The answer to an invoke to plain values and back, so that an invoke that comes again gets the same one.</summary>
internal static class AnswerCodec
{
    public static SavedAnswer Write(string? activityId, InvokeResponse response)
    {
        var answer = new SavedAnswer(activityId, response.Status);
        return response.Body switch
        {
            null => answer,
            AdaptiveCardInvokeResponse body => Write(answer with { HasBody = true, BodyStatus = body.StatusCode, BodyType = body.Type }, body.Value),
            var other => throw new NotSupportedException($"An invoke is answered with an {nameof(AdaptiveCardInvokeResponse)}, not with a {other.GetType()}."),
        };
    }

    public static InvokeResponse Read(SavedAnswer saved) => new()
    {
        Status = saved.Status,
        Body = saved.HasBody ? new AdaptiveCardInvokeResponse { StatusCode = saved.BodyStatus, Type = saved.BodyType, Value = ReadValue(saved) } : null,
    };

    private static SavedAnswer Write(SavedAnswer answer, object? value) => value switch
    {
        null => answer,
        AdaptiveCard card => answer with { Card = JsonElement.Parse(card.ToJson()) },
        string text => answer with { Text = text },
        Error error => answer with { Text = error.Message, Code = error.Code },
        _ => throw new NotSupportedException($"An invoke's answer holds a card, a text or an error, not a {value.GetType()}."),
    };

    private static object? ReadValue(SavedAnswer saved) => saved switch
    {
        { Card: { } card } => AdaptiveCard.FromJson(card.GetRawText()).Card,
        { Code: { } code } => new Error { Code = code, Message = saved.Text },
        _ => saved.Text,
    };
}
