using System.Runtime.InteropServices;
using System.Text.Json;
using AdaptiveCards;
using Hausmeister.Bot.Hosting;
using Hausmeister.Bot.Turns;
using Hausmeister.Cards;
using Hausmeister.Cards.Rendering;
using Hausmeister.Dialogs;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Triage;
using NodaTime;

namespace Hausmeister.Bot.Channels.Slack;

/// <summary>
/// A triage that begins in a modal: from a message's shortcut, the global one, the slash command or the app's own page. A guest gets their two
/// questions. The form follows what is chosen in it. What is sent goes on in the direct message; where the modal cannot be opened, all of it happens there.
/// </summary>
internal sealed class SlackForms(SlackAdapter adapter, SlackAskers askers, SlackAsides asides, SlackSubjects subjects, SlackTurns turns, SlackViews views, TimeProvider time, [FromKeyedServices(HouseClock.Real)] TimeProvider real)
{
    public const string OnMessage = "triage_message";
    public const string Anywhere = "triage";

    private const string NotOpened = "Slack did not let me open our direct message. Please send it again.";

    public static bool Begins(string? verb) => verb is Verbs.Triage.Begin or Verbs.Guest.Begin;

    /// <summary>Somebody used a shortcut.</summary>
    public async Task<SlackReply> TakeAsync(SlackInteraction payload)
    {
        if (payload.CallbackId is not (OnMessage or Anywhere))
            return SlackReply.Done;
        if (!SlackPlaces.IsId(payload.User?.Id) || payload.Trigger is not { } trigger)
            return NotOfItsShape();
        if (payload.CallbackId == Anywhere)
            return await OpenAsync(payload.User!.Id!, trigger, null, SlackSubjects.Nothing);
        return MessageOf(payload) is var (message, place)
            ? await OpenAsync(payload.User!.Id!, trigger, place, await subjects.OfAsync(message), payload.Team?.Domain)
            : NotOfItsShape();
    }

    /// <summary>The form, or where Slack does not open it, the conversation. Where neither is to be had Slack says so, and does not bring it again.</summary>
    /// <param name="domain">Of the workspace, where Slack has told it along.</param>
    public async Task<SlackReply> OpenAsync(string user, string trigger, SlackPlace? place, TriageDraft draft, string? domain = null) =>
        await TryOpenAsync(user, trigger, place, draft) || await BeginAsync(user, trigger, place, draft, domain) ? SlackReply.Done : SlackAsides.NotTaken;

    public async Task<bool> TryOpenAsync(string user, string trigger, SlackPlace? place, TriageDraft draft)
    {
        using var late = new CancellationTokenSource(SlackTriggers.Patience, real);
        return await adapter.TryOpenAsync(trigger, ModalFor(askers.Of(user, place), draft, place), late.Token);
    }

    /// <summary>Something was chosen, in a modal that is one of these, by which other fields change.</summary>
    public async Task<SlackReply> FollowAsync(SlackInteraction payload, string ts, SlackData data, JsonElement values)
    {
        await views.FollowAsync(payload.View!, ts, ModalFor(askers.Of(payload.User!.Id!, data.Place), DraftOf(values), data.Place));
        return SlackReply.Done;
    }

    /// <summary>What was filled in, in a modal that is one of these.</summary>
    public async Task<SlackReply> SubmitAsync(SlackInteraction payload, string id, SlackData data, JsonElement values)
    {
        var sender = askers.Of(payload.User!.Id!, data.Place);
        var form = SlackForm.Of(CardFor(sender, DraftOf(values)));
        if (SlackInputs.Check(values, form) is { Count: > 0 } errors)
            return SlackReply.Errors(errors);
        var filled = JsonElement.Parse(SlackInputs.Merge(values, data.Json, form));
        var about = askers.About(sender, data.Place, payload.Team?.Domain);
        var begin = turns.Message(sender.Account, sender.Account, id);
        begin.Value = filled;
        return await asides.TakeAsync(begin, about with { Squad = about.Squad ?? Meant(sender, filled) }, from: null)
            ? SlackReply.Done
            : SlackReply.Errors(new Dictionary<string, string> { [form.Fields[0].BlockId] = NotOpened });
    }

    private Task<bool> BeginAsync(string user, string id, SlackPlace? place, TriageDraft draft, string? domain)
    {
        var sender = askers.Of(user, place);
        return asides.BeginAsync(sender, id, draft, askers.About(sender, place, domain), from: null);
    }

    private static TriageDraft DraftOf(JsonElement values) => TriageBeginning.Filled(SlackSubjects.Nothing, SlackInputs.Values(values, SlackForm.Empty));

    private SlackModal ModalFor(Sender sender, TriageDraft draft, SlackPlace? place) => BlockKit.Modal(CardFor(sender, draft), place, TriageBeginForm.Followed);

    private AdaptiveCard CardFor(Sender sender, TriageDraft draft)
    {
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        List<Moment> squads = [.. sender.Squads.Select(squad => new Moment(squad, now))];
        return sender.IsMember ? TriageBeginForm.Build(draft, squads, sender.In(sender.Squads[0])) : GuestBeginForm.Build(draft, squads);
    }

    private static SquadMeant? Meant(Sender sender, JsonElement filled) =>
        sender.Squads.FirstOrDefault(squad => squad.Id == filled.Member(TriageBeginForm.Squad)?.ToString()) is { } squad ? new SquadMeant(squad.Id) : null;

    private static (SlackEvent Message, SlackPlace Place)? MessageOf(SlackInteraction payload)
    {
        if (payload.Message.ValueKind != JsonValueKind.Object || PlainJson.Of(payload.Message) is not { } json
            || SlackPayloadJson.Read(JsonMarshal.GetRawUtf8Value(json), SlackPayloadJson.Default.SlackEvent) is not { Ts: not null } message)
            return null;
        var place = new SlackPlace(payload.Channel?.Id ?? "", message.Ts, message.ThreadTs);
        return SlackPlaces.IsWhole(place) && !(message.Text?.Length > Limits.TextLength) ? (message, place) : null;
    }

    private static SlackReply NotOfItsShape() => SlackReply.Bad("The payload is not of its shape.");
}
