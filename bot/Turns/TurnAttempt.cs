using System.Net;
using Hausmeister.Dialogs;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Documents;
using Hausmeister.Domain.Duties;
using Hausmeister.Domain.Ports;
using Hausmeister.Domain.Squads;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using NodaTime;

namespace Hausmeister.Bot.Turns;

/// <summary>In the state of a turn that did nothing, as its activity is known.</summary>
internal sealed record CameBefore;

/// <summary>
/// One try at a turn, from fresh state: reads the document, runs the bot, commits document, work and transcript together, and
/// only then says what was held back.
/// </summary>
internal sealed partial class TurnAttempt(
    IDocumentStore store, LiveSquads squads, Marks marks, Delivery delivery, OutboxBell outbox, ILogger logger, ITurnContext context, Sender sender, HeldReplies replies, Instant now)
{
    private readonly Work work = new(store);

    private ITranscriptChannel? Transcript => context.Adapter as ITranscriptChannel;

    /// <exception cref="ConflictException">Somebody else was faster; nothing was stored or said.</exception>
    public async Task RunAsync(NextDelegate next, CancellationToken cancellationToken)
    {
        var stored = await work.LoadAsync(TurnDocuments.Conversation, sender.Document, cancellationToken);
        var document = stored is null ? NewDocument() : marks.Fold(sender.Document, stored);
        if (document.Knows(context.Activity.Id))
        {
            await RepeatAsync(document);
            return;
        }

        replies.Hold(context.Activity.Id ?? $"turn{document.Turns + 1}");
        var (squad, text) = SquadChoice.Of(document, sender.Squads, context.Activity.Text);
        context.Activity.Text = text;
        // Whoever writes in a case's thread means that case's squad, and mostly speaks to somebody else.
        squad ??= await CaseThreads.SquadOfAsync(store, sender, cancellationToken);
        var after = squad is null
            ? await AskForSquadAsync(document, cancellationToken)
            : await RunBotAsync(squad, document, next, cancellationToken);
        await CommitAsync(stored, document, after, cancellationToken);
    }

    /// <summary>The activity came before: what is not known to be sent is sent, and an invoke gets the same answer.</summary>
    private async Task RepeatAsync(ConversationDocument document)
    {
        replies.LetPass();
        context.TurnState.Set(new CameBefore());
        if (context.Activity.Type == ActivityTypes.Invoke)
        {
            var answer = document.Answer is { } saved && saved.Activity == context.Activity.Id
                ? AnswerCodec.Read(saved)
                : new InvokeResponse { Status = (int)HttpStatusCode.OK };
            await context.SendActivityAsync(new Activity(ActivityTypesEx.InvokeResponse) { Value = answer }, CancellationToken.None);
        }

        await DeliverAsync(document.Turns, [.. document.Unsent.Select(PendingReply.Of)]);
    }

    private async Task<ConversationDocument> AskForSquadAsync(ConversationDocument document, CancellationToken cancellationToken)
    {
        var question = MessageFactory.Text(SquadChoice.Question(sender.Squads));
        question.TextFormat = TextFormatTypes.Plain;
        await context.SendActivityAsync(question, cancellationToken);
        var kept = await Ways.KeepPlaceAsync(work, document, sender, context.Activity, cancellationToken);
        return SquadChoice.Asked(kept, sender.Squads, context.Activity.Text, context.TurnState.Get<Origin>());
    }

    private async Task<ConversationDocument> RunBotAsync(Squad squad, ConversationDocument document, NextDelegate next, CancellationToken cancellationToken)
    {
        var cases = document.Cases;
        var prefix = document.CasePrefix is { Length: > 0 } begun ? begun : sender.CasePrefix(squad);
        var turn = new Turn
        {
            Squad = squad,
            Person = sender.In(squad),
            Now = now,
            Work = work,
            Conversation = sender.Place,
            IsRoom = sender.IsRoom,
            IsPassing = sender.IsPassing,
            IsCardForAll = context.TurnState.Get<CardForAll>() is not null,
            Origin = context.TurnState.Get<Origin>() ?? document.SquadQuestion?.Origin,
            Tap = await ReadTapAsync(cancellationToken),
            NewCaseId = () => $"{prefix}-{++cases}",
        };
        var dialog = new DialogSlot(document.Dialog);
        context.TurnState.Set(turn);
        context.TurnState.Set(dialog);
        await next(cancellationToken);
        if (Transcript is not null)
            await NotePostsAsync(turn, cancellationToken);
        var kept = Ways.IsFarewell(context.Activity)
            ? await Ways.DropAsync(work, document, sender, squad, cancellationToken)
            : await Ways.KeepAsync(work, document, sender, squad, context.Activity, now, cancellationToken);
        return kept with
        {
            Squad = squad.Id,
            Person = turn.Person,
            SquadQuestion = null,
            Dialog = dialog.ToStore(),
            CasePrefix = prefix,
            Cases = cases,
            Answer = Answer() ?? document.Answer,
        };
    }

    private async Task CommitAsync(ConversationDocument? stored, ConversationDocument before, ConversationDocument after, CancellationToken cancellationToken)
    {
        var pending = Transcript is null ? replies.Held.Select(reply => new PendingReply(reply, ShownBy(reply))).ToList() : [];
        after = after.Remember(context.Activity.Id) with
        {
            Turns = before.Turns + 1,
            LastActivity = now,
            Unsent = [.. before.Unsent, .. pending.Select(reply => ReplyCodec.Write(reply.Reply, reply.Shows))],
        };
        work.Save(TurnDocuments.Conversation, sender.Document, after);
        NoteUse(before, after);
        if (after.Unsent.Count > 0)
            work.Enter(Keys.Outbox(sender.Document));
        else if (stored is { Unsent.Count: > 0 })
            work.Remove(Keys.Outbox(sender.Document));

        var rows = Transcript?.Rows(context, replies.Held) ?? [];
        foreach (var row in rows)
            work.Append(row);
        var committed = await work.CommitAsync(cancellationToken);
        squads.See(work);
        Transcript?.Publish(rows, [.. committed.Positions.TakeLast(rows.Count)]);
        await SayAsync(after.Turns, [.. before.Unsent.Select(PendingReply.Of), .. pending]);
    }

    /// <summary>One entry for each conversation, moved once a month: retention finds by it what nobody uses any more.</summary>
    private void NoteUse(ConversationDocument before, ConversationDocument after)
    {
        var earlier = before.Squad is { } last ? Keys.Used(last, before.LastActivity, sender.Document) : null;
        var present = after.Squad is { } squad ? Keys.Used(squad, now, sender.Document) : null;
        if (earlier == present)
            return;
        if (earlier is not null)
            work.Remove(earlier);
        if (present is not null)
            work.Enter(present);
    }

    private async Task SayAsync(int turn, IReadOnlyList<PendingReply> pending)
    {
        replies.LetPass();
        if (replies.InvokeAnswer is { } answer)
            await context.SendActivityAsync(answer, CancellationToken.None);
        await DeliverAsync(turn, pending);
    }

    /// <summary>Whoever waits for the answer does not wait for a channel that is slow to take the replies: the outbox sends them.</summary>
    private bool LeavesReplies =>
        context.Adapter is IAcknowledgesAtCommit || context.Activity is { Type: ActivityTypes.Invoke, DeliveryMode: not DeliveryModes.ExpectReplies };

    private async Task DeliverAsync(int turn, IReadOnlyList<PendingReply> pending)
    {
        if (!LeavesReplies)
            await delivery.SendAsync(context, sender.Document, turn, pending);
        else if (pending.Count > 0)
            outbox.Ring(sender.Document);
    }

    private async Task<Tap?> ReadTapAsync(CancellationToken cancellationToken)
    {
        var reading = TapReader.Read(context.Activity);
        if (reading.Problem is { } problem)
            Log.NoTap(logger, problem);
        return reading.Tap is { Card: { } message } tap && !await IsFromAsync(message, tap, cancellationToken) ? tap with { Card = null } : reading.Tap;
    }

    /// <summary>Else the tap would put its answer in the place of any message that it names.</summary>
    private Task<bool> IsFromAsync(string message, Tap tap, CancellationToken cancellationToken) => Transcript is null
        ? Task.FromResult(true)
        : Transcript.HasOfferedAsync(sender.Conversation, message, tap.Verb, tap.Id, cancellationToken);

    /// <summary>In a transcript of ours the ids are known already, so the documents learn of their messages in the same commit.</summary>
    private async Task NotePostsAsync(Turn turn, CancellationToken cancellationToken)
    {
        foreach (var reply in replies.Held)
            if (ActivityOf(reply) is { } activity && ShownBy(reply) is { } shown)
                await ShownDocuments.NoteAsync(turn.Work, turn.Moment, shown, activity.Id, isLater: false, cancellationToken);
    }

    private Shown? ShownBy(HeldReply reply)
    {
        var turn = context.TurnState.Get<Turn>();
        return !sender.IsPassing && turn?.Showings.FirstOrDefault(s => ReferenceEquals(s.Activity, ActivityOf(reply))) is { } showing
            ? new Shown(turn.Squad.Id, showing.Document, showing.Kind, turn.Conversation, turn.Viewer, showing.Revision)
            : null;
    }

    private static Activity? ActivityOf(HeldReply reply) => reply switch
    {
        HeldReply.Sent sent => sent.Activity,
        HeldReply.Updated updated => updated.Activity,
        _ => null,
    };

    private SavedAnswer? Answer() => replies.InvokeAnswer?.Value is InvokeResponse response ? AnswerCodec.Write(context.Activity.Id, response) : null;

    private static ConversationDocument NewDocument() => new() { CasePrefix = "" };

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "What came cannot be a tap: {Problem}")]
        public static partial void NoTap(ILogger logger, string problem);
    }
}
