using Hausmeister.Cards.Parts;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Pipeline;
using Hausmeister.Domain.Text;
using NodaTime;

namespace Hausmeister.Cards;

/// <summary>What is wrong with the nightly run, to the guild: one line, edited until it is over.</summary>
internal static class TroubleNews
{
    public static Markdown Guild(PipelineDay day, StageTrouble trouble, Moment moment)
    {
        var run = DagWords.Name(day, moment);
        var name = Markdown.Of($"{(day.IsRecording ? $"{run} (recorded)" : run)}:");
        if (trouble.EndedAt is not null)
            return $"{name} {Ended(day, trouble, moment)}";
        var heldUp = TroubleRules.HeldUpBy(day, trouble).Count;
        return Markdown.Join(" ", [
            name,
            Markdown.Of($"**{TroubleWords.What(day, trouble, moment)}.**"),
            heldUp == 0 ? null : Markdown.Of($"Holds up {English.Plural(heldUp, "stage")}."),
            trouble.OnIt is { } onIt ? Markdown.Of($"{moment.Squad.NameOf(onIt.Member)} is on it.") : null]);
    }

    /// <summary><c>**Financial Reports were fixed:** loaded 05:31.</c></summary>
    public static Markdown Ended(PipelineDay day, StageTrouble trouble, Moment moment)
    {
        var stage = TroubleWords.StageOf(day, trouble);
        if (stage?.FinishedAt is { } loaded)
        {
            var at = StageWords.When(loaded, day, moment.Squad);
            return trouble.Kind == TroubleKind.Failed
                ? Markdown.Of($"**{stage.Name} were fixed:** loaded {at}.")
                : Markdown.Of($"**{stage.Name} were loaded {at},** {StageTimes.Words(StageTimes.Of(stage, day, moment).Late ?? Duration.Zero)}.");
        }
        if (trouble.Stage is null && day.Run?.StartedAt is { } started)
            return $"**The run has started,** {StageWords.When(started, day, moment.Squad)}.";
        return trouble.Stage is { } never ? Markdown.Of($"**The next run has begun.** {never} were not loaded.") : Markdown.Of($"**The next run has begun.** This one never started.");
    }
}
