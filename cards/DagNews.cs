using Hausmeister.Cards.Parts;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Pipeline;

namespace Hausmeister.Cards;

/// <summary>What happened to the nightly run, in one line each.</summary>
internal static class DagNews
{
    /// <summary>To whoever waited for it; somebody may have cleared it since.</summary>
    public static Markdown Loaded(string name, PipelineDay day, Moment moment) => day.Stages.FirstOrDefault(s => s.Name == name) switch
    {
        { FinishedAt: { } at } => Markdown.Of($"**{name} are loaded,** {StageTimes.Clock(at, day, moment)}."),
        { } cleared => Markdown.Of($"{StageWords.Line(cleared, day, moment.Squad)}."),
        null => Markdown.Of($"**{name} are loaded.**"),
    };

    /// <summary>To the one on duty.</summary>
    public static Markdown Unseen(PipelineDay day, Moment moment)
    {
        if (day.Unseen is not { } unseen)
            return $"**Airflow answers again.**";
        var since = StageTimes.Clock(unseen.Since, day, moment);
        return Markdown.Join(" ", [
            Markdown.Of($"**Airflow not seen since {since}.** {unseen.Why} I ask again each minute."),
            day.PostedAt is null ? Markdown.Of($"Nothing is posted until it answers.") : Markdown.Of($"The post says that it shows the state of {since}.")]);
    }
}
