using System.Globalization;
using AdaptiveCards;
using Hausmeister.Cards.Parts;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Duties;
using Hausmeister.Domain.HandOffs;

namespace Hausmeister.Cards;

/// <summary>Each message about a hand-off, as it is sent and as it is brought up to date.</summary>
public static class HandOffMessages
{
    /// <param name="viewer">Who reads it; null in a room.</param>
    /// <param name="text">Of a question: the item's id and the question's number.</param>
    public static AdaptiveCard Build(PostKind kind, HandOff handOff, Moment moment, string? viewer, string? text) => kind switch
    {
        PostKind.Readiness => ReadinessCard.Build(handOff, moment, viewer),
        PostKind.ReadinessLevel2 => NoticeCard.Of(HandOffNews.NotReady(handOff, moment)),
        PostKind.HandOffP4 => HandOffP4Card.Build(handOff, moment),
        PostKind.HandOffDraft => HandOffDraftCard.Build(handOff, moment),
        PostKind.HandOffStayed => NoticeCard.Of(HandOffNews.Stayed(handOff, moment, viewer)),
        PostKind.HandOff => HandOffCard.Build(handOff, moment, viewer),
        PostKind.HandOffGuild => NoticeCard.Of(HandOffNews.Guild(handOff, moment)),
        PostKind.HandOffUnreached => NoticeCard.Of(HandOffNews.Unreached(handOff, moment)),
        PostKind.HandOffReminder => HandOffReminderCard.Build(handOff, moment),
        PostKind.HandOffLevel2 => HandOffLevel2Card.Build(handOff, moment),
        PostKind.HandOffLead => HandOffLeadCard.Build(handOff, moment),
        PostKind.HandOffFree => NoticeCard.Of(HandOffNews.Free(handOff, moment, viewer)),
        PostKind.HandOffHeld => NoticeCard.Of(HandOffNews.Held(handOff, moment, viewer)),
        PostKind.HandOffAppointed => NoticeCard.Of(HandOffNews.Appointed(handOff, moment)),
        PostKind.HandOffQuestion when Asked(handOff, text) is var (item, number) => HandOffQuestionCard.Build(handOff, item, number, moment),
        PostKind.HandOffAnswer when Asked(handOff, text) is var (item, number) => NoticeCard.Of(
            $"**{moment.Squad.NameOf(item.Questions[number].Asked)}** about {HandOffWords.Short(item)}: {item.Questions[number].Answer}"),
        PostKind.TrackerRefused => NoticeCard.Build(text ?? ""),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such message."),
    };

    private static (HandOffItem Item, int Number)? Asked(HandOff handOff, string? text)
    {
        var slash = text?.LastIndexOf('/') ?? -1;
        return slash > 0
            && int.TryParse(text.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && handOff.Items.FirstOrDefault(i => i.Id == text![..slash]) is { } item && number < item.Questions.Count
            ? (item, number)
            : null;
    }
}
