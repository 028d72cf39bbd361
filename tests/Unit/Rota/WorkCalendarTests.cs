using Hausmeister.Domain.Rota;
using Hausmeister.Domain.Text;
using static Hausmeister.Tests.SampleSquad;

namespace Hausmeister.Tests.Rota;

public class WorkCalendarTests
{
    // November 2026: the 26th is a Thursday. Work hours are Monday to Friday, 09:00 to 18:00.
    [Theory]
    [InlineData(26, 8, 59, false, "Thu 26 Nov 09:00", "Thu 26 Nov 09:00")]
    [InlineData(26, 9, 0, true, "Thu 26 Nov 09:00", "Fri 27 Nov 09:00")]
    [InlineData(26, 17, 59, true, "Thu 26 Nov 17:59", "Fri 27 Nov 09:00")]
    [InlineData(26, 18, 0, false, "Fri 27 Nov 09:00", "Fri 27 Nov 09:00")]
    [InlineData(27, 16, 30, true, "Fri 27 Nov 16:30", "Mon 30 Nov 09:00")]
    [InlineData(28, 10, 0, false, "Mon 30 Nov 09:00", "Mon 30 Nov 09:00")]
    public void Work_time_is_on_working_days_within_work_hours(
        int day, int hour, int minute, bool isWorkTime, string nextWorkTime, string nextWorkDayStart)
    {
        var now = At(2026, 11, day, hour, minute);

        WorkCalendar.IsWorkTime(DataInfra, now).ShouldBe(isWorkTime);
        SquadTime.Day(DataInfra, WorkCalendar.NextWorkTime(DataInfra, now)).ShouldBe(nextWorkTime);
        SquadTime.Day(DataInfra, WorkCalendar.NextWorkDayStart(DataInfra, now)).ShouldBe(nextWorkDayStart);
    }
}
