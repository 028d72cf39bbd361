using AdaptiveCards;
using Hausmeister.Cards.Parts;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Rota;
using Hausmeister.Domain.Text;

namespace Hausmeister.Cards;

/// <summary>The rota of a quarter as a picture.</summary>
public static class RotaPictureCard
{
    /// <summary>So many rows can still be read on a card.</summary>
    public const int Weeks = 12;

    public static AdaptiveCard Build(Moment moment, Uri picture) => Card.Of(
        $"The rota of {Weeks} weeks as a picture. Now {moment.Squad.NameOf(moment.OnDuty)} until {SquadTime.Day(moment.Squad, moment.Shift.End)}.",
        [
            Text.Head($"{moment.Squad.Name}", $"Rota, {Weeks} weeks"),
            new AdaptiveImage(picture)
            {
                AltText = RotaPictureWords.Of(RotaCalendar.Weeks(moment.Squad, moment.Now, 0, Weeks), moment),
                Size = AdaptiveImageSize.Stretch,
                Spacing = AdaptiveSpacing.Medium,
            },
        ],
        Target.Of(moment.Squad).Button("Rota", Verbs.Command.Rota),
        new AdaptiveOpenUrlAction { Title = "Full size", Url = picture });
}
