using System.Globalization;
using AdaptiveCards;
using Hausmeister.Cards.Parts;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Rota;
using NodaTime;

namespace Hausmeister.Cards;

/// <summary>Until when is a case waiting for something else? By the squad's clocks.</summary>
public static class WaitingForm
{
    public static AdaptiveCard Build(Case @case, Moment moment)
    {
        var today = moment.Now.InZone(moment.Squad.TimeZone).Date;
        var suggested = WorkCalendar.NextWorkDayStart(moment.Squad, moment.Now).InZone(moment.Squad.TimeZone).LocalDateTime;
        return CaseForm.Of(@case, $"Waiting until when?",
            [
                new AdaptiveDateInput { Id = "date", Label = "Day", Value = Iso(suggested.Date), Min = Iso(today), IsRequired = true, ErrorMessage = "Choose a day." }.First(),
                new AdaptiveTimeInput
                {
                    Id = "time",
                    Label = "Time",
                    Value = suggested.TimeOfDay.ToString("HH:mm", CultureInfo.InvariantCulture),
                    IsRequired = true,
                    ErrorMessage = "Choose a time.",
                },
                Text.Foot($"I do not ask before then. A P3 is asked about in work hours only."),
            ],
            Target.Of(@case).Positive("Wait", Verbs.Progress.WaitingSave));
    }

    private static string Iso(LocalDate date) => date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
}
