using System.Globalization;
using AdaptiveCards;
using Hausmeister.Cards;
using Hausmeister.Dialogs;
using Hausmeister.Domain.HandOffs;
using Hausmeister.Domain.Text;
using Microsoft.Bot.Builder;
using NodaTime;

namespace Hausmeister.Bot.Turns;

/// <summary>One tap: one decision, and what the tapped card becomes.</summary>
/// <param name="Item">The item that was tapped, where it was one.</param>
internal sealed record HandOffTap(ITurnContext Context, Turn Turn, Tap Tap, HandOff HandOff, HandOffItem? Item)
{
    private string To => Turn.Squad.NameOf(HandOff.To);

    private string OnlyTheGiver => $"Only {Turn.Squad.NameOf(HandOff.From)}, who hands over, can do that.";

    private bool IsLevel2 => Turn.Person.Id == Turn.Moment.HelpFor(HandOff.To) || Turn.Person.Id == HandOff.Level2?.Member;

    private bool IsLead => Turn.Squad.Find(Turn.Person.Id) is { Lead: true };

    /// <summary>The new holder, or Level 2 for them.</summary>
    private bool MayTake => Turn.Person.Id == HandOff.To || IsLevel2;

    public Task TakeAsync(CancellationToken cancellationToken) => (Tap.Verb, Item) switch
    {
        (Verbs.Ready.Yes, _) => ToMemberAsync(HandOff.To, () => ReadyAsync(true, cancellationToken), $"{To} takes over then.", cancellationToken),
        (Verbs.Ready.No, _) => ToMemberAsync(HandOff.To, () => ReadyAsync(false, cancellationToken), $"{To} takes over then.", cancellationToken),
        (Verbs.Ready.Swap, _) => ToMemberAsync(HandOff.To, () => FormAsync(SwapForm.Build(Turn.Moment, Turn.Squad.Find(HandOff.To)!, HandOff.To, HandOff.Start), cancellationToken), $"{To} takes over then.", cancellationToken),
        (Verbs.HandOff.Notes, _) => ToMemberAsync(HandOff.From, () => NoteAsync(cancellationToken), OnlyTheGiver, cancellationToken),
        (Verbs.HandOff.Draft, _) => ToMemberAsync(HandOff.From, () => Draft(edit: true), OnlyTheGiver, cancellationToken),
        (Verbs.HandOff.Leave, _) => ToMemberAsync(HandOff.From, () => Draft(edit: false), OnlyTheGiver, cancellationToken),
        (Verbs.HandOff.Pass, _) => ToMemberAsync(HandOff.From, () => PassAsync(cancellationToken), OnlyTheGiver, cancellationToken),
        (Verbs.HandOff.Stay, _) => ToMemberAsync(HandOff.From, () => FormAsync(HandOffStayForm.Build(HandOff, Turn.Moment), cancellationToken), OnlyTheGiver, cancellationToken),
        (Verbs.HandOff.StaySave, _) => ToMemberAsync(HandOff.From, () => StayAsync(cancellationToken), OnlyTheGiver, cancellationToken),
        _ when HandOff.BegunAt is null => SayAsync("This hand-off has not begun.", cancellationToken),
        (Verbs.HandOff.Open, _) => FormAsync(HandOffCard.Build(HandOff, Turn.Moment, Turn.Viewer), cancellationToken),
        (Verbs.HandOff.Show or Verbs.HandOff.Back, _) => Becomes(HandOff),
        (Verbs.HandOff.Confirm, _) => MayTake ? ConfirmAsync(cancellationToken) : RefuseAsync($"Only {To} can confirm it, or Level 2 for them.", cancellationToken),
        (Verbs.HandOff.Hold, _) => IsLevel2 || IsLead ? HoldAsync(cancellationToken) : RefuseAsync("Level 2 or a lead holds it.", cancellationToken),
        (Verbs.HandOff.Appoint, _) => IsLevel2 || IsLead ? ChooseAsync(cancellationToken) : RefuseAsync("Level 2 or a lead appoints.", cancellationToken),
        (Verbs.HandOff.AppointTo, _) => IsLevel2 || IsLead ? AppointAsync(cancellationToken) : RefuseAsync("Level 2 or a lead appoints.", cancellationToken),
        (_, null) => RefuseAsync("That is no longer part of the hand-off.", cancellationToken),
        (Verbs.HandOff.Take, { } item) => MayTake ? TakeItemAsync(item, cancellationToken) : RefuseAsync($"Only {To} can take it, or Level 2 for them.", cancellationToken),
        (Verbs.HandOff.Ask, { } item) => MayTake ? FormAsync(HandOffAskForm.Build(HandOff, item, Turn.Moment), cancellationToken) : RefuseAsync($"Only {To} asks about it.", cancellationToken),
        (Verbs.HandOff.AskSend, { } item) => MayTake ? AskAsync(item, cancellationToken) : RefuseAsync($"Only {To} asks about it.", cancellationToken),
        (Verbs.HandOff.Answer, { } item) => AnswerAsync(item, cancellationToken),
        _ => SayAsync("I do not know that button any more. Type help for what I can do.", cancellationToken),
    };

    private async Task ConfirmAsync(CancellationToken cancellationToken) =>
        await Becomes((await Turn.HandOffs.ConfirmAsync(HandOff.Id, Turn.Person, cancellationToken))!);

    private async Task TakeItemAsync(HandOffItem item, CancellationToken cancellationToken) =>
        await Becomes((await Turn.HandOffs.TakeAsync(HandOff.Id, item.Id, cancellationToken))!);

    private async Task HoldAsync(CancellationToken cancellationToken)
    {
        var held = (await Turn.HandOffs.HoldAsync(HandOff.Id, Turn.Person, cancellationToken))!;
        Turn.TappedBecomes = HandOffLevel2Card.Build(held, Turn.Moment);
    }

    private async Task ChooseAsync(CancellationToken cancellationToken)
    {
        if (HandOff.IsUnconfirmed)
            await FormAsync(AppointCard.Build(HandOff, Turn.Moment, Turn.Person.Id), cancellationToken);
        else
            await Becomes(HandOff);
    }

    private async Task AppointAsync(CancellationToken cancellationToken)
    {
        if (!Tap.Inputs.TryGetValue("source", out var chosen) || Turn.Squad.Find(chosen) is not { } member || member.Id == HandOff.To)
            await SayAsync("Choose a member of the squad.", cancellationToken);
        else
            Turn.TappedBecomes = HandOffLeadCard.Build((await Turn.HandOffs.AppointAsync(HandOff.Id, member.Id, Turn.Person, cancellationToken))!, Turn.Moment);
    }

    private async Task AskAsync(HandOffItem item, CancellationToken cancellationToken)
    {
        if (Input(HandOffAskForm.Question) is not { } question)
        {
            await SayAsync("Type a question.", cancellationToken);
            return;
        }
        await Turn.HandOffs.ApplyAsync(HandOff.Id, h => HandOffRules.Ask(h, item.Id, question, Turn.Person, Turn.Moment), cancellationToken);
        Turn.TappedBecomes = DoneCard.Build($"Asked {Turn.Squad.NameOf(HandOff.From)}", question, Turn.Person.Name, SquadTime.Clock(Turn.Squad, Turn.Now));
    }

    private async Task AnswerAsync(HandOffItem item, CancellationToken cancellationToken)
    {
        if (item.Questions.ElementAtOrDefault(Tap.Rev) is not { } question)
            await SayAsync("That question is no longer part of the hand-off.", cancellationToken);
        else if (question.Asked != Turn.Person.Id)
            await RefuseAsync($"{Turn.Squad.NameOf(question.Asked)} is asked that.", cancellationToken);
        else if (Input(HandOffQuestionCard.Answer) is not { } answer)
            await SayAsync("Type an answer.", cancellationToken);
        else
        {
            var answered = (await Turn.HandOffs.ApplyAsync(HandOff.Id, h => HandOffRules.Answer(h, item.Id, Tap.Rev, answer, Turn.Moment), cancellationToken))!;
            Turn.TappedBecomes = HandOffQuestionCard.Build(answered, answered.Items.First(i => i.Id == item.Id), Tap.Rev, Turn.Moment);
        }
    }

    private Task Becomes(HandOff handOff)
    {
        Turn.TappedBecomes = HandOffCard.Build(handOff, Turn.Moment, Turn.TappedViewer);
        return Task.CompletedTask;
    }

    private Task ToMemberAsync(string member, Func<Task> act, string refused, CancellationToken cancellationToken) =>
        Turn.Person.Id == member ? act() : RefuseAsync(refused, cancellationToken);

    private async Task ReadyAsync(bool isReady, CancellationToken cancellationToken)
    {
        var answered = (await Turn.HandOffs.ApplyAsync(HandOff.Id, h => Preparation.Answer(h, isReady, Turn.Moment), cancellationToken))!;
        Turn.TappedBecomes = ReadinessCard.Build(answered, Turn.Moment, Turn.Person.Id);
    }

    private async Task NoteAsync(CancellationToken cancellationToken)
    {
        var notes = Tap.Inputs.Where(i => i.Key.StartsWith(HandOffDraftCard.Note, StringComparison.Ordinal))
            .ToDictionary(i => i.Key[HandOffDraftCard.Note.Length..], i => PeoplesText.Clean(i.Value, HandOffDraftCard.LongestNote));
        var start = Tap.Inputs.GetValueOrDefault(HandOffDraftCard.Start);
        var watch = PeoplesText.FirstLine(Tap.Inputs.GetValueOrDefault(HandOffDraftCard.Watch), HandOffDraftCard.LongestWatch);
        var noted = (await Turn.HandOffs.ApplyAsync(
            HandOff.Id,
            h => Preparation.Note(h, notes, h.Items.Any(i => i.Id == start) ? start : null, watch.Length == 0 ? null : watch, Turn.Person, Turn.Moment),
            cancellationToken))!;
        Turn.TappedBecomes = HandOffDraftCard.Build(noted, Turn.Moment);
    }

    private async Task PassAsync(CancellationToken cancellationToken) =>
        Turn.TappedBecomes = HandOffP4Card.Build((await Turn.HandOffs.ApplyAsync(HandOff.Id, h => Preparation.Pass(h, Turn.Moment), cancellationToken))!, Turn.Moment);

    private async Task StayAsync(CancellationToken cancellationToken)
    {
        var hours = HandOffStayForm.Choices.FirstOrDefault(choice => Tap.Inputs.GetValueOrDefault(HandOffStayForm.Hours) == choice.ToString(CultureInfo.InvariantCulture));
        if (hours == 0)
        {
            await SayAsync("Choose until when you stay on it.", cancellationToken);
            return;
        }
        var until = HandOff.Start + Duration.FromHours(hours);
        var stays = (await Turn.HandOffs.ApplyAsync(HandOff.Id, h => Preparation.Stay(h, until, Turn.Moment), cancellationToken))!;
        Turn.TappedBecomes = HandOffP4Card.Build(stays, Turn.Moment);
    }

    private Task Draft(bool edit)
    {
        Turn.TappedBecomes = edit || HandOff.BegunAt is not null ? HandOffDraftCard.Build(HandOff, Turn.Moment, edit) : HandOffDraftCard.Left(HandOff, Turn.Moment);
        return Task.CompletedTask;
    }

    private Task FormAsync(AdaptiveCard form, CancellationToken cancellationToken) => Context.SendActivityAsync(Turn.Message(form), cancellationToken);

    private async Task RefuseAsync(string text, CancellationToken cancellationToken) => await SayAsync($"{text} Your tap did nothing.", cancellationToken);

    private Task SayAsync(string text, CancellationToken cancellationToken) => Context.SendActivityAsync(Turn.Line(text), cancellationToken);

    private string? Input(string id) =>
        Tap.Inputs.TryGetValue(id, out var value) && PeoplesText.Clean(value, HandOffAskForm.Longest) is { Length: > 0 } cleaned ? cleaned : null;
}
