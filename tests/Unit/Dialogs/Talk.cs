using System.Globalization;
using System.Text.Json.Nodes;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Ports;
using Hausmeister.Domain.Triage;
using NodaTime;

namespace Hausmeister.Tests.Dialogs;

/// <summary>Carries a generated talk out, and holds each step to what is promised. What happened stands in the script, written as <see cref="Play"/> reads it.</summary>
internal sealed class Talk(DialogHouse house)
{
    private readonly List<string> script = [];
    private Seat? tapped;
    private int turns;

    public string Script => string.Join('\n', script);

    public Task TakeAsync(TalkStep step) => step switch
    {
        TalkStep.Answer answer => AnswerAsync(answer),
        TalkStep.Misfit misfit => MisfitAsync(misfit),
        TalkStep.Say say => SayAsync(say),
        TalkStep.Tap tap => TapAsync(tap),
        TalkStep.TapAgain => TapAgainAsync(),
        TalkStep.Resend => ResendAsync(),
        TalkStep.Join join => AnsweredAsync(new Seat(join.Person, null), $"{join.Person} > joins", () => house.JoinAsync(join.Person)),
        TalkStep.Pass pass => HearAsync($"... {pass.Minutes}", () => house.PassAsync(Duration.FromMinutes(pass.Minutes))),
        TalkStep.TrackerIs tracker => HearAsync($"(the tracker is {tracker.State})", () => SetAsync(tracker.State)),
        _ => throw new NotSupportedException($"{step}"),
    };

    /// <summary>Ends the open dialog.</summary>
    public async Task EndAsync(Seat at, TalkEnd end)
    {
        if (!end.ByAnswers && await DraftAsync(at) is not null)
            await CancelAsync(at, "cancel");
        for (var answers = 0; await DraftAsync(at) is { } draft; answers++)
        {
            answers.ShouldBeLessThan(FittingAnswers.MostQuestions, $"{at} answers and answers, and the dialog does not end.");
            await AnswerAsync(at, draft, FittingAnswers.Onward(draft, end.Words), end.Choice);
        }
    }

    /// <summary>What is owed is tried with the tracker as it is; then the tracker is there, and everything has had its time.</summary>
    public async Task SettleAsync()
    {
        await TakeAsync(new TalkStep.Pass(0));
        await TakeAsync(new TalkStep.TrackerIs(TrackerState.Here));
        await TakeAsync(new TalkStep.Pass(30));
        (await HearAsync("(the outbox is emptied)", house.EmptyOutboxAsync)).ShouldBeEmpty("It was said before.");
    }

    private async Task AnswerAsync(TalkStep.Answer step)
    {
        var words = FittingAnswers.AreWords(step.Words) ? step.Words : "since Tuesday";
        if (await DraftAsync(step.At) is { } draft)
            await AnswerAsync(step.At, draft, [.. FittingAnswers.Onward(draft, words), .. FittingAnswers.Changes(draft, turns)], step.Choice);
        else
        {
            await SpeakAsync(step.At, Called(step.At, $"triage {words}"));
            (await DraftAsync(step.At)).ShouldNotBeNull("A triage begins.");
        }
    }

    /// <summary>The answer is taken: the dialog knows more, or ends.</summary>
    private async Task AnswerAsync(Seat at, TriageDraft before, IReadOnlyList<string> answers, int choice)
    {
        await SpeakAsync(at, answers[choice % answers.Count]);
        Content(await DraftAsync(at)).ShouldNotBe(Content(before), "The answer fits, and was not taken.");
    }

    /// <summary>What does not fit changes nothing, and the question comes again; unless somebody else brought the case to its end.</summary>
    private async Task MisfitAsync(TalkStep.Misfit step)
    {
        if (await DraftAsync(step.At) is not { } before || await house.FindCaseAsync(before.CaseId) is { IsOpen: false } or { Kind: CaseKind.ServiceIssue })
            return;
        await SpeakAsync(step.At, step.Words);
        Content(await DraftAsync(step.At)).ShouldBe(Content(before), "That answers nothing.");
    }

    private Task SayAsync(TalkStep.Say step) => step.Words.Trim().ToLowerInvariant() switch
    {
        "cancel" => CancelAsync(step.At, step.Words),
        "start over" => StartOverAsync(step.At, step.Words),
        _ => SpeakAsync(step.At, step.ByName ? Called(step.At, step.Words) : step.Words),
    };

    /// <summary>Cancel ends the dialog, whatever its state, and what began in it is gone.</summary>
    private async Task CancelAsync(Seat at, string words)
    {
        var before = await DraftAsync(at);
        await SpeakAsync(at, Called(at, words));
        (await DraftAsync(at)).ShouldBeNull("Cancel ends it.");
        if (before is { Kept: false } && await house.FindCaseAsync(before.CaseId) is { } left)
            (left.Kind == CaseKind.Question && left.IsOpen).ShouldBeFalse($"{left.Id} was cancelled, and is open.");
    }

    private async Task StartOverAsync(Seat at, string words)
    {
        var before = await DraftAsync(at);
        await SpeakAsync(at, Called(at, words));
        var after = (await DraftAsync(at)).ShouldNotBeNull("A triage begins anew.");
        after.CaseId.ShouldNotBe(before?.CaseId);
        after.ShouldBe(new TriageDraft { CaseId = after.CaseId, Step = after.Step }, "It begins anew.");
    }

    private async Task TapAsync(TalkStep.Tap step)
    {
        var here = house.ConversationOf(step.At.Person, step.At.Room);
        var cards = (step.From == CardsOf.Newest ? house.Chats.Now(here) : house.Chats.Shown.Where(m => step.From == CardsOf.Anybody || m.Conversation == here))
            .Where(m => TapsOn(m).Count > 0).ToList();
        if (cards.Count == 0)
            return;
        var card = step.From == CardsOf.Newest ? cards[0] : cards[step.Card % cards.Count];
        var taps = TapsOn(card);
        var (label, action) = taps[step.Button % taps.Count];
        var fields = IsWithFields(action) ? CardText.Inputs(card.Card).ToDictionary(Id, input => FieldWords.For(input, step.Words, step.Card + step.Button)) : [];
        tapped = step.At;
        var line = $"{step.At} {(step.From == CardsOf.Newest ? ">" : ">>")} {label}{string.Concat(fields.Select(field => $" | {field.Key} = {field.Value}"))}{(card.Conversation == here ? "" : $" (copied from {card.Conversation})")}";
        await AnsweredAsync(step.At, line, () => house.TapAsync(step.At.Person, step.At.Room, card, action, fields));
    }

    private Task TapAgainAsync() => tapped is null ? Task.CompletedTask : AnsweredAsync(tapped, $"{tapped} > again", () => house.TapAgainAsync(tapped.Room));

    /// <summary>Nothing happens a second time; an invoke gets its answer again.</summary>
    private async Task ResendAsync()
    {
        var commits = house.Store.Commits.Count;
        var heard = await HearAsync("(the same comes again)", house.SendAgainAsync);
        house.Store.Commits.Count.ShouldBe(commits, "It was taken before.");
        heard.Where(m => !house.ByInvoke || !m.IsUpdate).ShouldBeEmpty("It was answered before.");
    }

    private async Task SpeakAsync(Seat at, string words)
    {
        if (at.Room is null || IsCalled(words) || await DraftAsync(at) is not null)
            await AnsweredAsync(at, $"{at}: {words}", () => house.SayAsync(at.Person, at.Room, words));
        else
            (await HearAsync($"{at}: {words}", () => house.SayAsync(at.Person, at.Room, words))).ShouldBeEmpty("Nobody called the bot.");
    }

    private async Task AnsweredAsync(Seat at, string line, Func<Task> act)
    {
        var heard = await HearAsync(line, act);
        heard.Select(m => m.Conversation).ShouldContain(house.ConversationOf(at.Person, at.Room), "Nothing answers.");
    }

    private async Task<IReadOnlyList<Message>> HearAsync(string line, Func<Task> act)
    {
        turns++;
        script.Add(Shortened(line));
        var seen = house.Chats.Shown.Count;
        await act();
        Message[] heard = [.. house.Chats.Shown.Skip(seen)];
        script.AddRange(heard.Select(m => Shortened($"  {m.Conversation} <{(m.IsUpdate ? "~" : "")} {string.Join(" / ", m.Lines)}")));
        house.Errors.Lines.ShouldBeEmpty();
        heard.Where(m => m.Words?.StartsWith("Something went wrong", StringComparison.Ordinal) == true).ShouldBeEmpty();
        return heard;
    }

    private Task SetAsync(TrackerState state)
    {
        var trouble = new TrackerException(TrackerTrouble.Unavailable, "The tracker does not answer.");
        house.Tracker.Fails = _ => state == TrackerState.Away ? trouble : null;
        house.Tracker.LosesAnswer = _ => state == TrackerState.Mute ? trouble : null;
        return Task.CompletedTask;
    }

    private Task<TriageDraft?> DraftAsync(Seat at) => house.DraftAsync(at.Person, at.Room);

    /// <summary>What the dialog knows, whatever it has shown.</summary>
    private static TriageDraft? Content(TriageDraft? draft) => draft is null ? null : draft with { Step = "", Offered = null };

    private static string Called(Seat at, string words) => at.Room is null || IsCalled(words) ? words : $"@Hausmeister {words}";

    private static bool IsCalled(string words) => words.TrimStart().StartsWith("@Hausmeister", StringComparison.Ordinal);

    /// <summary>What the bot hears of; a link opens a page.</summary>
    private static List<(string Label, JsonObject Action)> TapsOn(Message message) => [.. CardText.Taps(message.Card).Where(tap => tap.Action["data"] is not null)];

    private static bool IsWithFields(JsonObject action) => !string.Equals((string?)action["associatedInputs"], "none", StringComparison.OrdinalIgnoreCase);

    private static string Id(JsonObject input) => (string)input["id"]!;

    private static string Shortened(string line)
    {
        const int longest = 240;
        var flat = line.Replace("\n", "⏎", StringComparison.Ordinal);
        return flat.Length <= longest ? flat : string.Create(CultureInfo.InvariantCulture, $"{flat[..longest]}… ({flat.Length} characters)");
    }
}
