using System.Collections.Concurrent;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Documents;
using Hausmeister.Domain.Ports;
using Hausmeister.Domain.Squads;

namespace Hausmeister.Domain.Support;

/// <summary>Something that may answer a question: a page of the docs catalogue, or a question answered earlier.</summary>
/// <param name="Source">The page's address or the case's id: what makes two questions the same.</param>
/// <param name="Earlier">The earlier case; null for a page.</param>
public sealed record AnswerMatch(string Source, string Title, Uri? Url, Case? Earlier);

/// <summary>
/// Finds answers in the docs catalogue and in the questions answered before. The index lives in memory, one for each squad,
/// built on first use and kept up with every answer.
/// </summary>
public sealed class Answers(IDocumentStore store, ITextIndexFactory indexes)
{
    /// <summary>How many matches a card shows.</summary>
    public const int Top = 3;

    private const int MostAnswered = 10_000;

    private readonly ConcurrentDictionary<string, Lazy<Task<SquadAnswers>>> squads = new();

    public async Task<IReadOnlyList<AnswerMatch>> FindAsync(Squad squad, string question, CancellationToken cancellationToken)
    {
        var answers = await For(squad).WaitAsync(cancellationToken);
        return [.. answers.Index.Search(question, Top).Select(answers.Known.GetValueOrDefault).OfType<AnswerMatch>()];
    }

    /// <summary>The matches with these sources, in their order; one that is not known any more is left out.</summary>
    public async Task<IReadOnlyList<AnswerMatch>> GetAsync(Squad squad, IEnumerable<string> sources, CancellationToken cancellationToken)
    {
        var answers = await For(squad).WaitAsync(cancellationToken);
        return [.. sources.Select(answers.Known.GetValueOrDefault).OfType<AnswerMatch>()];
    }

    /// <summary>From now on the answered question can answer others.</summary>
    public async Task LearnAsync(Squad squad, Case answered, CancellationToken cancellationToken) =>
        (await For(squad).WaitAsync(cancellationToken)).Learn(answered);

    /// <summary>The case is gone.</summary>
    public async Task ForgetAsync(Squad squad, string caseId, CancellationToken cancellationToken) =>
        (await For(squad).WaitAsync(cancellationToken)).Forget(caseId);

    private async Task<SquadAnswers> For(Squad squad)
    {
        var lazy = squads.GetOrAdd(squad.Id, _ => new(() => BuildAsync(squad)));
        try
        {
            return await lazy.Value;
        }
        catch
        {
            squads.TryRemove(KeyValuePair.Create(squad.Id, lazy));
            throw;
        }
    }

    private async Task<SquadAnswers> BuildAsync(Squad squad)
    {
        var answers = new SquadAnswers(indexes.Create([]));
        foreach (var page in squad.Docs)
            answers.Learn(page);
        foreach (var entry in await store.ListAsync(Keys.Answered(squad.Id), MostAnswered, CancellationToken.None))
            if (await store.ReadAsync(Keys.Case(squad.Id, Keys.LastPart(entry.Key)), CancellationToken.None) is { } document)
                answers.Learn(DocumentTypes.Case.Read(document.Body));
        return answers;
    }

    private sealed record SquadAnswers(ITextIndex Index)
    {
        public ConcurrentDictionary<string, AnswerMatch> Known { get; } = new();

        public void Learn(DocsPage page) =>
            Learn(new AnswerMatch(page.Url.ToString(), page.Title, page.Url, null), string.Join(' ', page.Keywords));

        public void Learn(Case @case)
        {
            // An answer by a page or an earlier case is found through these.
            if (@case.Answer is { Kind: AnswerKind.Typed or AnswerKind.Elsewhere } answer)
                Learn(new AnswerMatch(@case.Id, @case.Title, answer.Link, @case), answer.Text ?? "");
        }

        public void Forget(string source)
        {
            Known.TryRemove(source, out _);
            Index.Remove(source);
        }

        private void Learn(AnswerMatch match, string words)
        {
            Known[match.Source] = match;
            Index.Put(new IndexedText(match.Source, match.Title, words));
        }
    }
}
