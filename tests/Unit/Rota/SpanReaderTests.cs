using Hausmeister.Domain.Rota;
using Hausmeister.Domain.Text;
using static Hausmeister.Tests.SampleSquad;

namespace Hausmeister.Tests.Rota;

/// <summary>On Thursday 26 November 2026 at ten.</summary>
public sealed class SpanReaderTests
{
    [Theory]
    [InlineData("Fri 27 Nov 17:00 to Mon 30 Nov 11:00", "Fri 27 Nov 17:00", "Mon 30 Nov 11:00")]
    [InlineData("27 november 17:00 until 30 nov", "Fri 27 Nov 17:00", "Tue 1 Dec 00:00")]
    [InlineData("24 Dec - 26 Dec", "Thu 24 Dec 00:00", "Sun 27 Dec 00:00")]
    [InlineData("Dec 24 – Dec 26", "Thu 24 Dec 00:00", "Sun 27 Dec 00:00")]
    [InlineData("24th dec to 26th dec", "Thu 24 Dec 00:00", "Sun 27 Dec 00:00")]
    [InlineData("2026-12-24 12:00 to 2026-12-26 12:00", "Thu 24 Dec 12:00", "Sat 26 Dec 12:00")]
    [InlineData("tomorrow", "Fri 27 Nov 00:00", "Sat 28 Nov 00:00")]
    [InlineData("today", "Thu 26 Nov 00:00", "Fri 27 Nov 00:00")]
    [InlineData("monday", "Mon 30 Nov 00:00", "Tue 1 Dec 00:00")]
    [InlineData("fri 17:00 to mon 11:00", "Fri 27 Nov 17:00", "Mon 30 Nov 11:00")]
    [InlineData("from 14:00 to 16:00", "Thu 26 Nov 14:00", "Thu 26 Nov 16:00")]
    [InlineData("tomorrow 14:00 to 16:00", "Fri 27 Nov 14:00", "Fri 27 Nov 16:00")]
    [InlineData("30 Dec to 2 Jan", "Wed 30 Dec 00:00", "Sun 3 Jan 00:00")]
    [InlineData("1 Nov", "Mon 1 Nov 00:00", "Tue 2 Nov 00:00")]
    public void Days_and_times_as_people_type_them(string text, string from, string to)
    {
        SpanReader.LooksLikeOne(text).ShouldBeTrue();
        var span = SpanReader.Read(text, DataInfra, At(2026, 11, 26, 10)).ShouldNotBeNull();

        (SquadTime.Day(DataInfra, span.From), SquadTime.Day(DataInfra, span.To)).ShouldBe((from, to));
    }

    [Theory]
    [InlineData("")]
    [InlineData("the page is broken")]
    [InlineData("24 Dec to 20 Dec 2026 and more")]
    [InlineData("31 Feb")]
    [InlineData("25:00 to 26:00")]
    [InlineData("16:00 to 14:00")]
    [InlineData("2026-11-01")]
    [InlineData("24")]
    [InlineData("Fri to Sat to Sun")]
    public void What_is_no_span_or_is_over_is_none(string text) => SpanReader.Read(text, DataInfra, At(2026, 11, 26, 10)).ShouldBeNull();

    [Theory]
    [InlineData("page is broken")]
    [InlineData("for the loader")]
    [InlineData("sheets are missing")]
    public void Words_that_begin_otherwise_are_something_else(string text) => SpanReader.LooksLikeOne(text).ShouldBeFalse();
}
