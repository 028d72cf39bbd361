using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Documents;
using Hausmeister.Domain.Duties;
using Hausmeister.Domain.Pipeline;

namespace Hausmeister.Bot.Turns;

/// <summary>Documents learn of the messages that show them, and keep them up to date.</summary>
internal static class ShownDocuments
{
    /// <param name="isLater">The message went out after its turn: what happened to the document meanwhile is not in it yet.</param>
    public static async Task NoteAsync(Work work, Moment moment, Shown shown, string activity, bool isLater, CancellationToken cancellationToken)
    {
        if (shown.Kind == PostKind.DagShown)
            await new PipelineDesk(work, moment).ApplyAsync(shown.Document, Posted, cancellationToken);
        else
            await new CaseDesk(work, moment).ApplyAsync(shown.Document, Posted, cancellationToken);

        T Posted<T>(T document)
            where T : Owing
        {
            var posted = document.Posted(shown.At(activity));
            return !isLater || document.Revision == shown.Revision ? posted : posted.Refresh(moment.Now);
        }
    }
}
