using AdaptiveCards;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Duties;
using Hausmeister.Domain.Pipeline;

namespace Hausmeister.Cards;

/// <summary>Each message about the nightly run, as it is sent and as it is brought up to date.</summary>
public static class PipelineMessages
{
    /// <param name="viewer">Who reads it; null in a room.</param>
    /// <param name="text">Of a trouble its id, of a wish the stage's name.</param>
    public static AdaptiveCard Build(PostKind kind, PipelineDay day, Moment moment, string? viewer, string? text) => kind switch
    {
        PostKind.DagShown => DagCard.Build(day, moment, viewer),
        PostKind.DagPost => DagCard.Build(day, moment, viewer: null, isPost: true),
        PostKind.DagPreview => DagPreviewCard.Build(day, moment),
        PostKind.DagTell => text is null ? DagTellCard.Build(day, moment) : DagTellCard.Chosen(day, moment, text),
        PostKind.DagLoaded => NoticeCard.Of(DagNews.Loaded(text ?? "", day, moment)),
        PostKind.DagUnseen => NoticeCard.Of(DagNews.Unseen(day, moment)),
        PostKind.Trouble or PostKind.TroubleLevel2 when Find(day, text) is { } trouble => TroubleCard.Build(day, trouble, moment, viewer, kind),
        PostKind.TroubleGuild when Find(day, text) is { } trouble => NoticeCard.Of(TroubleNews.Guild(day, trouble, moment)),
        PostKind.TrackerRefused => NoticeCard.Build(text ?? ""),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such message."),
    };

    private static StageTrouble? Find(PipelineDay day, string? id) => day.Troubles.FirstOrDefault(t => t.Id == id);
}
