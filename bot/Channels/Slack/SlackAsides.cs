using System.Text.Json;
using Hausmeister.Bot.Turns;
using Hausmeister.Cards;
using Hausmeister.Domain.Text;
using Hausmeister.Domain.Triage;
using Microsoft.Bot.Schema;

namespace Hausmeister.Bot.Channels.Slack;

/// <summary>What is a conversation goes on in the person's direct message, wherever it began; where they asked, one line says so to them alone.</summary>
internal sealed class SlackAsides(SlackDirects directs, SlackTurns turns, SlackAdapter adapter)
{
    private const string NotOpened = "Slack did not let me open our direct message. Please write to me there.";
    private const int LongestQuote = 80;

    /// <summary>Where there is no other place to say it, Slack itself shows that something went wrong.</summary>
    public static SlackReply NotTaken { get; } = SlackReply.ComeAgain("There is no direct message now. Please come again.");

    /// <summary>A triage with what is known already.</summary>
    /// <param name="id">The same for what comes again.</param>
    /// <param name="from">As of <see cref="TakeAsync"/>.</param>
    public Task<bool> BeginAsync(Sender sender, string id, TriageDraft draft, SlackAbout about, string? from)
    {
        var begin = turns.Message(sender.Account, sender.Account, id);
        // Which squad is meant is asked first, and that question keeps words alone.
        if (about.Squad is null)
            begin.Text = $"{(draft.Express ? "p4" : "triage")} {draft.What}";
        else
            begin.Value = JsonSerializer.SerializeToElement(TapOf(draft), SlackPayloadJson.Default.IReadOnlyDictionaryStringString);
        return TakeAsync(begin, about, from, draft.What);
    }

    /// <param name="from">The conversation in which the line is said; null: in none, as they know.</param>
    /// <param name="what">What they asked, where that is to be said.</param>
    /// <returns>False where there is no direct message now: nothing was done. It is said where there is a place to say it.</returns>
    public async Task<bool> TakeAsync(Activity asked, SlackAbout about, string? from, string? what = null)
    {
        if (await directs.OfAsync(asked.From.Id) is not { } direct)
        {
            await SayAsync(from, NotOpened);
            return false;
        }

        asked.Conversation = SlackPlaces.Account(direct);
        if (await turns.RunAsync(asked, about))
            await SayAsync(from, $"I have taken {(what is null ? "it" : $"“{PeoplesText.FirstLine(what, LongestQuote)}”")} to our direct message.");
        return true;
    }

    private Task SayAsync(string? from, string words) => from is null ? Task.CompletedTask : adapter.SayAsync(from, words, CancellationToken.None);

    private static Dictionary<string, string> TapOf(TriageDraft draft) => new (string Name, string? Value)[]
    {
        ("verb", Verbs.Triage.Begin),
        (TriageBeginForm.What, draft.What),
        (TriageBeginForm.Reporter, draft.Reporter),
        (TriageBeginForm.Details, draft.Details),
        (TriageBeginForm.Express, draft.Express ? TriageDraft.Yes : null),
    }.Where(member => member.Value is not null).ToDictionary(member => member.Name, member => member.Value!);
}
