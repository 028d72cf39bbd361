namespace Hausmeister.Tests.Dialogs;

/// <summary>Looks at the rota and at how fair it is.</summary>
public sealed class RotaCommandTests : ScriptTests
{
    [Fact]
    public Task The_rota_of_four_weeks_and_one_s_own_shifts() => PlayAsync("""
        Bruno: rota
        < Data Infra / Rota
          Now / Ana / until Fri 27 Nov 17:00 / Level 2: Clara | Next / Davi / until Mon 30 Nov 11:00 / Level 2: Clara
          Four weeks
          | Week | Mon 11:00 | Fri 17:00
          | 23 Nov | Ana, now / Level 2 Clara | Davi / Level 2 Clara
          | 30 Nov | **Bruno** / Level 2 Ana | Ana / Level 2 Clara
          | 7 Dec | Clara / Level 2 Ana | **Bruno** / Level 2 Clara
          | 14 Dec | Davi / Level 2 Ana | Clara / Level 2 Ana
          **Your shifts:** the week of Mon 30 Nov, the weekend of Fri 11 Dec, and the week of Mon 28 Dec.
          [Swap…] [Cover…] [I'm ill] [Fairness] [Picture] [Calendar feed]
        Bruno > Fairness
        < Data Infra / Weekends and nights
          | Member | Last 13 weeks | Next 13 weeks
          | Ana | …
          | Bruno | …
          This week counts as the first of the next. …
          [Rota]
        """);

    [Fact]
    public Task The_rota_in_a_room_is_nobody_s_own() => PlayAsync("""
        Bruno in guild: hausmeister, rota
        < Data Infra / Rota
          Now / Ana / until Fri 27 Nov 17:00 / Level 2: Clara | Next / Davi / until Mon 30 Nov 11:00 / Level 2: Clara
          | 23 Nov | **Ana**, now / Level 2 Clara | Davi / Level 2 Clara
          | 30 Nov | Bruno / Level 2 Ana | Ana / Level 2 Clara
          [Fairness] [Picture] [Calendar feed]
        """);

    [Fact]
    public async Task A_week_that_an_override_cuts_shows_its_pieces_and_whom_it_puts_in_a_row()
    {
        using var christmas = new DialogHouse(SampleSquad.At(2026, 12, 23, 10));
        await christmas.PlayAsync("""
            Ana: rota
            < Data Infra / Rota
              Now / Ana / until Thu 24 Dec 12:00 / Level 2: Clara | Next / Davi / until Fri 25 Dec 17:00 / Level 2: Ana
              | 21 Dec | **Ana** to Thu 12:00, now / Level 2 Clara / Davi to Fri 17:00 / for Ana · Level 2 Ana | Davi / Level 2 Clara
              ! **Davi holds two shifts in a row,** from Thu 24 Dec 12:00 to Mon 28 Dec 11:00.
            """);
    }

    [Fact]
    public Task The_picture_of_the_weeks_and_its_words() => PlayAsync("""
        Bruno: rota
        < Data Infra / Rota
        Bruno > Picture
        < Data Infra / Rota, 12 weeks
          [picture: Mon 23 Nov Ana, weekend Davi. Mon 30 Nov Bruno, weekend Ana. …
          [Rota] [Full size]
        """);

    [Fact]
    public Task The_picture_is_looked_at_within_a_triage() => PlayAsync("""
        Ana: triage Contracts has duplicated rows
        < Triage / What is it?
        Ana: rota picture
        < Data Infra / Rota, 12 weeks
        < Triage / What is it?
        """);

    [Fact]
    public Task The_plans_are_no_guest_s() => PlayAsync("""
        Gina: rota
        < That is for the squad's members. …
        Gina: rota picture
        < That is for the squad's members. …
        """);
}
