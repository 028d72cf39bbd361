using System.Globalization;
using AdaptiveCards;
using Hausmeister.Cards.Parts;
using Hausmeister.Domain.Cases;
using NodaTime;

namespace Hausmeister.Cards;

/// <summary>From when to when? By the squad's clocks.</summary>
public static class CoverForm
{
    /// <summary>The fields' ids.</summary>
    public const string FromDate = "fromDate";

    public const string FromTime = "fromTime";

    public const string ToDate = "toDate";

    public const string ToTime = "toTime";

    public static AdaptiveCard Build(Moment moment)
    {
        var today = moment.Now.InZone(moment.Squad.TimeZone).Date;
        var tomorrow = today.PlusDays(1);
        return Card.Of("Cover: from when to when?",
            [
                Text.Head($"Rota · cover", $"From when to when?"),
                Day(FromDate, "From", tomorrow, today).First(),
                Time(FromTime, "At", "09:00"),
                Day(ToDate, "To", tomorrow, today),
                Time(ToTime, "At", "18:00"),
                Text.Foot($"What you hold then is offered to all. What somebody else holds then is yours, if you say so."),
            ],
            Target.Of(moment.Squad).Positive("Go on", Verbs.Rota.CoverDates),
            Target.Of(moment.Squad).Leave("Cancel", Verbs.Issue.FormCancel));
    }

    private static AdaptiveDateInput Day(string id, string label, LocalDate value, LocalDate min) =>
        new() { Id = id, Label = label, Value = Iso(value), Min = Iso(min), IsRequired = true, ErrorMessage = "Choose a day." };

    private static AdaptiveTimeInput Time(string id, string label, string value) =>
        new() { Id = id, Label = label, Value = value, IsRequired = true, ErrorMessage = "Choose a time." };

    private static string Iso(LocalDate date) => date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
}
