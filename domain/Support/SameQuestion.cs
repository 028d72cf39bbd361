using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Documents;

namespace Hausmeister.Domain.Support;

/// <summary>The same question: somebody picked the same page or the same earlier case for it.</summary>
public static class SameQuestion
{
    private const int Most = 1_000;

    /// <summary>
    /// The questions of the last 30 days with the same answer, the newest first; empty while there are fewer than three, or
    /// once docs were offered for them.
    /// </summary>
    public static async Task<IReadOnlyList<Case>> ThatNeedDocsAsync(CaseDesk cases, Case answered, CancellationToken cancellationToken)
    {
        var same = await OfAsync(cases, answered, cancellationToken);
        return same.Count < Questions.SameQuestionsForDocs || same.Any(c => c.DocsOffered) ? [] : same;
    }

    /// <summary>The questions of the 30 days before with the same answer, this one among them, the newest first.</summary>
    public static async Task<IReadOnlyList<Case>> OfAsync(CaseDesk cases, Case answered, CancellationToken cancellationToken)
    {
        if (answered.Answer is not { Source: { } source, At: var at })
            return [];
        var since = at - Questions.SameQuestionWindow;
        var same = new List<Case> { answered };
        foreach (var entry in await cases.Work.Store.ListAsync(Keys.Same(cases.Moment.Squad.Id, source), Most, cancellationToken))
            if (await cases.FindAsync(Keys.LastPart(entry.Key), cancellationToken) is { Answer: { } answer } one && answer.At > since && one.Id != answered.Id)
                same.Add(one);
        return [.. same.OrderByDescending(c => c.Answer!.At)];
    }
}
