using System.Text.Json;

namespace Hausmeister.Bot.Channels.Slack;

/// <summary>What Slack is told of something that it brought, on whichever way it came.</summary>
/// <param name="Status">As of HTTP: below 300 it was taken and does not come again.</param>
/// <param name="Json">What Slack is to do, as to show a modal's errors.</param>
internal sealed record SlackReply(int Status, string? Words = null, string? Json = null)
{
    public static SlackReply Done { get; } = new(StatusCodes.Status200OK);

    public bool IsTaken => Status < StatusCodes.Status300MultipleChoices;

    /// <summary>Nothing else will become of it, however often it comes.</summary>
    public bool IsFinal => Status < StatusCodes.Status500InternalServerError;

    /// <summary>It need not be tried again. What a modal's person is to put right is not done.</summary>
    public bool IsDone => IsFinal && !AsksAgain;

    private bool AsksAgain { get; init; }

    public static SlackReply With(string json) => new(StatusCodes.Status200OK, Json: json);

    /// <summary>A modal stays open and says what does not fit.</summary>
    /// <param name="errors">By block.</param>
    public static SlackReply Errors(IReadOnlyDictionary<string, string> errors) =>
        With(JsonSerializer.Serialize(new SlackErrors("errors", errors), SlackPayloadJson.Default.SlackErrors)) with { AsksAgain = true };

    public static SlackReply Bad(string words) => new(StatusCodes.Status400BadRequest, words);

    public static SlackReply Forbidden(string words) => new(StatusCodes.Status403Forbidden, words);

    public static SlackReply ComeAgain(string words) => new(StatusCodes.Status503ServiceUnavailable, words);

    public IResult ToResult() => Json is null
        ? Words is null ? Results.StatusCode(Status) : Results.Text(Words, statusCode: Status)
        : Results.Text(Json, "application/json", statusCode: Status);
}
