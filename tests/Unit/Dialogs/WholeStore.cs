using Hausmeister.Bot.Hosting;
using Hausmeister.Bot.Turns;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Documents;
using Hausmeister.Domain.Duties;
using Hausmeister.Domain.Pipeline;
using Hausmeister.Domain.Ports;
using Case = Hausmeister.Domain.Cases.Case;

namespace Hausmeister.Tests.Dialogs;

/// <summary>What holds of the store and the tracker once every dialog has ended and what was owed has been done: nothing is half made, nothing points at nothing.</summary>
/// <param name="tracked">How many issues somebody else had made in the tracker.</param>
internal sealed class WholeStore(DialogHouse house, int tracked)
{
    private readonly List<Case> cases = [];
    private readonly List<PipelineDay> days = [];
    private readonly WholeRota rota = new(house);
    private readonly Dictionary<string, ConversationDocument> conversations = [];
    private readonly Dictionary<string, Reach> reaches = [];
    private readonly HashSet<string> references = [];
    private readonly HashSet<string> entries = [];

    public async Task CheckAsync()
    {
        foreach (var document in await house.Store.ListAsync("", int.MaxValue, CancellationToken.None))
            Sort(document);
        EveryEntryHasItsDocument();
        EveryWayLeadsSomewhere();
        EveryDutyHasItsWakeUp();
        EveryIdIsTakenOnce();
        rota.Check(house.Now);
        cases.SelectMany(c => WholeCase.Flaws(c, house)).ShouldBeEmpty();
        new WholeTracker(house, tracked).Flaws(cases).ShouldBeEmpty();
    }

    /// <summary>A kind of document that nobody knows is an entry of no index, and fails.</summary>
    private void Sort(StoredDocument document)
    {
        if (document.Key.StartsWith(Keys.Case(house.Squad.Id, ""), StringComparison.Ordinal))
            cases.Add(DocumentTypes.Case.Read(document.Body));
        else if (rota.Takes(document.Key, document.Body))
            return;
        else if (document.Key.StartsWith(Keys.Dag(house.Squad.Id), StringComparison.Ordinal))
            days.Add(DocumentTypes.PipelineDay.Read(document.Body));
        else if (document.Key.StartsWith("conversation/", StringComparison.Ordinal))
            conversations.Add(document.Key, TurnDocuments.Conversation.Read(document.Body));
        else if (document.Key.StartsWith(Keys.Reference(""), StringComparison.Ordinal))
            references.Add(document.Key);
        else if (document.Key == SecretKey.Key)
            HostDocuments.SecretKey.Read(document.Body).Key.ShouldNotBeEmpty();
        else if (document.Key.StartsWith(Keys.Reach(house.Squad.Id, ""), StringComparison.Ordinal))
            reaches.Add(document.Key, TurnDocuments.Reach.Read(document.Body));
        else
            entries.Add(document.Key);
    }

    private void EveryEntryHasItsDocument() => entries.Order().ShouldBe(
        cases.SelectMany(EntriesOf).Concat(conversations.Select(c => Keys.Used(house.Squad.Id, c.Value.LastActivity, c.Key))).Order());

    private IEnumerable<string> EntriesOf(Case @case)
    {
        var squad = house.Squad.Id;
        if (@case.IsOpen)
            yield return Keys.Open(squad, @case.Id);
        foreach (var thread in @case.IsOpen ? @case.Threads : [])
            yield return Keys.Thread(squad, thread, @case.Id);
        if (@case.EndedAt is { } ended)
            yield return Keys.Ended(squad, ended, @case.Id);
        if (@case.Issue is { } issue)
            yield return Keys.Issue(squad, issue.Number, @case.Id);
        if (@case.Answer is { } answer)
            yield return Keys.Answered(squad, answer.At, @case.Id);
        if (@case.Answer is { Source: { } source, At: var at })
            yield return Keys.Same(squad, source, at, @case.Id);
    }

    private void EveryWayLeadsSomewhere()
    {
        foreach (var (key, conversation) in conversations)
        {
            conversation.IsInDialog.ShouldBeFalse(key);
            conversation.Unsent.ShouldBeEmpty(key);
            references.ShouldContain(Keys.Reference(Keys.PlaceOf(key)));
        }
        foreach (var reached in reaches.Values.SelectMany(reach => reach.Channels.Values))
        {
            conversations.Keys.ShouldContain(reached.Document);
            references.ShouldContain(Keys.Reference(reached.Place));
        }
    }

    private void EveryDutyHasItsWakeUp()
    {
        var wakeUps = house.Store.WakeUps.ToLookup(w => w.Document);
        List<(string Key, Owing Document)> owing = [.. cases.Select(c => (KeyOf(c), (Owing)c)), .. days.Select(d => (Keys.Dag(d.Squad, d.Id), (Owing)d)), .. rota.All];
        wakeUps.Select(w => w.Key).Except(owing.Select(o => o.Key)).ShouldBeEmpty("Nothing is there to wake.");
        foreach (var (key, document) in owing.Where(o => o.Document.NextDue is not null))
            wakeUps[key].Where(w => w.Due <= document.NextDue).ShouldNotBeEmpty(key);
    }

    private void EveryIdIsTakenOnce()
    {
        var begun = house.Store.Commits.SelectMany(commit => commit.Puts).Where(put => put.Expected == Put.Absent && put.Body is not null).Select(put => put.Key).ToList();
        begun.ShouldBeUnique();
        cases.Select(KeyOf).Except(begun).ShouldBeEmpty();
    }

    private static string KeyOf(Case @case) => Keys.Case(@case.Squad, @case.Id);
}
