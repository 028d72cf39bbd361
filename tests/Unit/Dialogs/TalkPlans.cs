using CsCheck;
using static Hausmeister.Tests.SampleSquad;

namespace Hausmeister.Tests.Dialogs;

/// <summary>Generated talks: of members, Level 2, a lead and a guest, each in their own conversation and in a room.</summary>
internal static class TalkPlans
{
    private const int MostSteps = 18;

    /// <summary>What people write in earnest.</summary>
    private static readonly Gen<string> Plain = Gen.OneOf(
        "Contracts has gaps", "Contracts has duplicated rows", "Is my table missing?", "How do I add a dataset?", "The ledger is late again", "It is there.", "since Tuesday", "https://wiki.example/x");

    private static readonly Gen<string> Words = Gen.Frequency(
        (40, Plain),
        (4, Gen.OneOf("", " ", "\u0007")),
        (6, Gen.OneOf(NastyWords.All).Select(words => words.Replace("⏎", "\n", StringComparison.Ordinal))),
        (3, Gen.String[Gen.Char, 1, 30]),
        (1, Gen.OneOf(300, 5_000, 33_000).Select(length => string.Join(' ', Enumerable.Repeat("gaps", length / 5)))));

    /// <summary>Nothing that any question asks for by choice.</summary>
    private static readonly Gen<string> Misfits = Gen.OneOf("", " ", "\u0007", "\t\n");

    private static readonly Gen<string> Commands = Gen.OneOf(
        "who", "next", "issues", "backlog", "cases", "help", "?", "triage", "p4", "triage Is my table missing?", "p4 Contracts is invalid",
        "note 1 looked at it", "note 1", "note 77 nobody", "give 1 to bruno", "give 1 clara", "give 1 to nobody", "give 1", "priority 1 P4", "priority 1 P1", "priority 1 3", "priority 1 9",
        "1", "#2", "ana-1", "bruno-1", "issue-1", "priority 2", "severity yes", "asked by Maria", "yes", "4", "the second one", "type", "our service", "level 2", "none", "create");

    private static readonly Gen<string> RotaCommands = Gen.OneOf(
        "take over", "ill", "well", "swap", "swap for bruno", "cover", "cover tomorrow", "cover today", "cover Fri 12:00 to Mon 9:00", "cover nonsense", "handoff", "handoff history",
        "handoff to bruno", "handoff to davi", "handoff to nobody", "rota", "rota picture", "fairness", "dag", "dag", "dag history");

    private static readonly Gen<string> Said = Gen.Frequency((5, Gen.OneOf("cancel", "Cancel ", "back", "BACK", "start over")), (6, Commands), (5, RotaCommands), (2, Words));

    private static readonly Gen<Seat> Seats = Gen.Select(
        Gen.OneOf("Ana", "Bruno", "Clara", "Davi", "Gil"), Gen.Frequency((3, Gen.Const((string?)null)), (1, Gen.Const((string?)"help"))), (person, room) => new Seat(person, room));

    /// <summary>In the morning, at night, before a hand-off, and at the weekend.</summary>
    private static readonly Gen<NodaTime.Instant> Starts = Gen.OneOf(At(2026, 11, 26, 10, 0), At(2026, 11, 26, 22, 0), At(2026, 11, 27, 16, 50), At(2026, 11, 28, 10, 0));

    private static readonly Gen<string[]> Tracked = Gen.OneOf("The ledger is late", "Contracts has gaps").Array[0, 2];

    private static readonly Gen<TalkEnd> Ends = Gen.Select(Gen.Bool, Gen.Int[0, 99], Plain, (byAnswers, choice, words) => new TalkEnd(byAnswers, choice, words));

    /// <summary>A few people, so that they meet.</summary>
    public static readonly Gen<TalkPlan> All =
        from seats in Seats.Array[1, 4]
        from plan in Gen.Select(Starts, Gen.Bool, Tracked, StepOf(Gen.OneOf(seats)).Array[1, MostSteps], Ends, (start, byInvoke, tracked, steps, end) =>
            new TalkPlan(start, byInvoke, tracked, seats, steps, end))
        select plan;

    private static Gen<TalkStep> StepOf(Gen<Seat> seats) => Gen.Frequency<TalkStep>(
        (40, Gen.Select(seats, Gen.Int[0, 99], Words, (at, choice, words) => (TalkStep)new TalkStep.Answer(at, choice, words))),
        (6, Gen.Select(seats, Misfits, (at, words) => (TalkStep)new TalkStep.Misfit(at, words))),
        (22, Gen.Select(seats, Said, Gen.Bool, (at, words, byName) => (TalkStep)new TalkStep.Say(at, words, byName))),
        (40, TapOf(seats, CardsOf.Newest)),
        (10, TapOf(seats, CardsOf.Before)),
        (14, TapOf(seats, CardsOf.Anybody)),
        (3, Gen.Const((TalkStep)new TalkStep.TapAgain())),
        (3, Gen.Const((TalkStep)new TalkStep.Resend())),
        (1, seats.Select(at => (TalkStep)new TalkStep.Join(at.Person))),
        (8, Gen.Frequency((4, Gen.Int[0, 20]), (2, Gen.Int[21, 120]), (1, Gen.Int[121, 1_440])).Select(minutes => (TalkStep)new TalkStep.Pass(minutes))),
        (6, Gen.OneOf(TrackerState.Here, TrackerState.Away, TrackerState.Mute).Select(state => (TalkStep)new TalkStep.TrackerIs(state))));

    private static Gen<TalkStep> TapOf(Gen<Seat> seats, CardsOf from) => Gen.Select(
        seats, Gen.Int[0, 999], Gen.Int[0, 99], Words, (at, card, button, words) => (TalkStep)new TalkStep.Tap(at, from, card, button, words));
}
