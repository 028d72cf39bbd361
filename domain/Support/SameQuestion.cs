using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Documents;

namespace Hausmeister.Domain.Support;

/// <summary>The same question: somebody picked the same page or the same earlier case for it.</summary>
public static class SameQuestion
{
    private const int Most = 1_000;

    /// <summary>
    /// The questions of the last 30 days with the same answer, the newest first, this one among them; empty while there are fewer than
    /// three, or once docs were offered for it in that time.
    /// </summary>
    public static async Task<IReadOnlyList<Case>> ThatNeedDocsAsync(CaseDesk cases, Case answered, CancellationToken cancellationToken)
    {
        if (answered.Answer is not { Source: { } source, At: var at })
            return [];
        var since = at - Questions.SameQuestionWindow;
        var earlier = await cases.Work.Store.ListAsync(Keys.Same(cases.Moment.Squad.Id, source), Most, cancellationToken);
        var same = new List<Case> { answered };
        foreach (var entry in earlier)
            if (await cases.FindAsync(Keys.LastPart(entry.Key), cancellationToken) is { Answer: { } answer } one && answer.At > since && one.Id != answered.Id)
                same.Add(one);
        var offered = same.Any(c => c.DocsOffered);
        return same.Count < Questions.SameQuestionsForDocs || offered ? [] : [.. same.OrderByDescending(c => c.Answer!.At)];
    }
}
