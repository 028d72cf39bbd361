using CsCheck;
using Hausmeister.Domain.Rota;
using Hausmeister.Domain.Squads;
using NodaTime;
using static Hausmeister.Tests.SampleSquad;

namespace Hausmeister.Tests.Rota;

/// <summary>The rota's sentence, and how it comes into a topic without touching what else stands there.</summary>
public sealed class DutyTopicTests
{
    private const int Longest = 250;
    private const string Sentence = "Hausmeister: Ana until Fri 27 Nov 17:00 · Level 2: Clara";
    private const string Weekend = "Weekend on-call: Davi until Mon 30 Nov 11:00 · Level 2: Clara";
    private static readonly Instant Thursday = At(2026, 11, 26, 10);
    private static readonly Instant Saturday = At(2026, 11, 28, 10);
    private static readonly Instant NextTuesday = At(2026, 12, 1, 10);

    /// <summary>Names as people have them, and some that nobody has.</summary>
    private static readonly Gen<string> AnyName = Gen.OneOf(
        Gen.OneOf("Ana", "Ana Lima", "Ana-Lena", "R&D", "R&amp;D", "Jo|hn", "a · b", "Level 2: Eve", "<!channel>", "until Fri 27 Nov 17:00", "Hausmeister: X until Mon 1 Jan 00:00 · Level 2: Y", "名前", "Ana 😀", "J."),
        Gen.String[Gen.Char[' ', '~'], 1, 80].Where(name => name.Trim().Length > 0));

    private static readonly Gen<Squad> AnySquad = AnyName.Array[DataInfra.Members.Count].Select(names => WithoutOverrides with
    {
        Members = [.. WithoutOverrides.Members.Zip(names, (member, name) => member with { Name = name })],
    });

    /// <summary>What people write before it, ours being set apart from it, and after it.</summary>
    private static readonly Gen<string> AnyBefore = Gen.OneOf(Gen.Const(""), Gen.OneOf("Ask here", "R&amp;D · data", "<https://docs.example|Docs>", ":wave: hi", "Level 2: see docs", "until Friday").Select(text => text + " | "));

    private static readonly Gen<string> AnyAfter = Gen.OneOf("", " | Docs: <https://docs.example|here>", " · more", " please use threads", ", thanks", ". R&amp;D");

    public static readonly TheoryData<Instant, string> Sentences = new()
    {
        { Thursday, Sentence },
        { At(2026, 11, 27, 16, 59, 59), Sentence },
        { At(2026, 11, 27, 17), Weekend },
        { At(2026, 11, 30, 10, 59, 59), Weekend },
        { At(2026, 11, 30, 11), "Hausmeister: Bruno until Fri 4 Dec 17:00 · Level 2: Ana" },
    };

    public static readonly TheoryData<string, string> Topics = new()
    {
        { "", Sentence },
        { "Ask here", $"Ask here | {Sentence}" },
        { Sentence, Sentence },
        { Weekend, Sentence },
        { $"{Weekend} | Docs: <https://docs.example|here>", $"{Sentence} | Docs: <https://docs.example|here>" },
        { $"Ask here | {Weekend} | in threads", $"Ask here | {Sentence} | in threads" },
        { $"Ask here, {Weekend}, in threads", $"Ask here, {Sentence}, in threads" },
        { "Weekend on-call: Davi until Mon 30 Nov 11:00 | in threads", $"{Sentence} | in threads" },
        { "Hausmeister: nobody until Mon 30 Nov 11:00 · Level 2: Ana", Sentence },
        // Somebody who is no member any more, by the blank that none of our names has.
        { "Hausmeister: Eve\u00a0Lima until Mon 30 Nov 11:00 · Level 2: Eve\u00a0Lima please ask", $"{Sentence} please ask" },
        { "Hausmeister: R&amp;D until Mon 30 Nov 11:00 · Level 2: Clara", Sentence },
        // Words that are not ours.
        { "Hausmeister: ask in a thread", $"Hausmeister: ask in a thread | {Sentence}" },
        { "Vice-Hausmeister: Bo until Mon 30 Nov 11:00", $"Vice-Hausmeister: Bo until Mon 30 Nov 11:00 | {Sentence}" },
        { "Our Hausmeister: who | open until Mon 30 Nov 11:00", $"Our Hausmeister: who | open until Mon 30 Nov 11:00 | {Sentence}" },
    };

    [Theory]
    [MemberData(nameof(Sentences))]
    public void It_says_who_is_on_duty_until_when_and_who_is_Level_2(Instant now, string sentence) => DutyTopic.Of(WithoutOverrides, now).ShouldBe(sentence);

    [Fact]
    public void Where_whoever_holds_it_has_left_the_squad_it_is_nobody()
    {
        var squad = WithoutOverrides with { Rota = WithoutOverrides.Rota with { Overrides = [new Override(At(2026, 11, 26, 9), At(2026, 11, 26, 20), "eve", null)] } };

        DutyTopic.Of(squad, Thursday).ShouldBe("Hausmeister: nobody until Thu 26 Nov 20:00 · Level 2: Ana");
    }

    [Theory]
    [InlineData("Europe/Berlin", "Weekend on-call: Clara until Mon 26 Oct 11:00")]
    [InlineData("Australia/Lord_Howe", "Weekend on-call: Clara until Mon 26 Oct 11:00")]
    public void Its_times_are_those_of_the_squads_clocks_also_where_they_change(string zone, string beginning)
    {
        var squad = WithoutOverrides with { TimeZone = DateTimeZoneProviders.Tzdb[zone] };
        var now = new LocalDateTime(2026, 10, 24, 12, 0).InZoneLeniently(squad.TimeZone).ToInstant();

        DutyTopic.Of(squad, now).ShouldStartWith(beginning);
        DutyTopic.ChangesAt(squad, now).ShouldBe(new LocalDateTime(2026, 10, 26, 11, 0).InZoneStrictly(squad.TimeZone).ToInstant());
    }

    [Fact]
    public void It_changes_at_the_end_of_the_shift_and_where_Level_2_goes_away_or_comes_back()
    {
        var (from, to) = (At(2026, 11, 26, 14), At(2026, 11, 26, 18));
        var squad = WithoutOverrides with { Rota = WithoutOverrides.Rota with { Absences = [new Absence("clara", from, to)] } };

        DutyTopic.ChangesAt(WithoutOverrides, Thursday).ShouldBe(At(2026, 11, 27, 17));
        DutyTopic.ChangesAt(squad, Thursday).ShouldBe(from);
        DutyTopic.ChangesAt(squad, from).ShouldBe(to);
        DutyTopic.ChangesAt(squad, to).ShouldBe(At(2026, 11, 27, 17));
    }

    [Theory]
    [MemberData(nameof(Topics))]
    public void It_takes_the_place_of_an_earlier_one_or_comes_last(string topic, string wanted) => In(topic).ShouldBe(wanted);

    [Theory]
    [InlineData(250 - 59, "whole")]
    [InlineData(250 - 58, "without Level 2")]
    [InlineData(250 - 42, "without Level 2")]
    [InlineData(250 - 41, null)]
    [InlineData(250, null)]
    public void Where_there_is_little_room_Level_2_is_left_out_and_what_people_wrote_is_never_cut(int written, string? what)
    {
        var topic = new string('x', written);

        In(topic).ShouldBe(what switch
        {
            "whole" => $"{topic} | {Sentence}",
            "without Level 2" => $"{topic} | Hausmeister: Ana until Fri 27 Nov 17:00",
            _ => null,
        });
    }

    [Fact]
    public void A_name_in_entities_is_the_same_name()
    {
        var squad = WithoutOverrides with { Members = [.. WithoutOverrides.Members.Select(m => m with { Name = $"{m.Name} R&D" })] };
        var topic = $"Ask here | {DutyTopic.Of(squad, Thursday)} | in threads";
        var escaped = topic.Replace("&", "&amp;", StringComparison.Ordinal);
        var spaced = escaped.Replace('\u00a0', ' ');

        DutyTopic.In(topic, squad, Thursday, Longest).ShouldBe(topic);
        DutyTopic.In(escaped, squad, Thursday, Longest).ShouldBe(escaped);
        DutyTopic.In(spaced, squad, Thursday, Longest).ShouldBe(spaced);
        DutyTopic.In(spaced, squad, Saturday, Longest).ShouldBe($"Ask here | {DutyTopic.Of(squad, Saturday)} | in threads");
    }

    [Fact]
    public void A_name_calls_nobody_and_ends_nothing() =>
        DutyTopic.Of(WithoutOverrides with { Members = [.. WithoutOverrides.Members.Select(m => m with { Name = "<!here> a|b · c\n" + m.Name })] }, Thursday)
            .ShouldBe("Hausmeister: ‹!here›\u00a0a¦b\u00a0•\u00a0c\u00a0Ana until Fri 27 Nov 17:00 · Level 2: ‹!here›\u00a0a¦b\u00a0•\u00a0c\u00a0Clara");

    [Theory]
    [InlineData("Ana 😀", "Ana")]
    [InlineData("👩🏽‍🚒Ana ☀️", "Ana")]
    [InlineData("𠮷田 ^_^ °", "𠮷田\u00a0_")]
    [InlineData("😀", "ana")]
    public void Emoji_which_come_back_as_words_are_left_out_of_a_name(string name, string written) =>
        DutyTopic.Of(WithoutOverrides with { Members = [.. WithoutOverrides.Members.Select(m => m.Id == "ana" ? m with { Name = name } : m)] }, Thursday)
            .ShouldStartWith($"Hausmeister: {written} until Fri");

    [Fact]
    public void Twice_is_once() => Gen.Select(AnySquad, AnyBefore, AnyAfter).Sample((squad, before, after) =>
    {
        if (DutyTopic.In(before + after, squad, Thursday, int.MaxValue) is { } once)
            DutyTopic.In(once, squad, Thursday, int.MaxValue).ShouldBe(once);
    });

    [Fact]
    public void What_people_wrote_around_it_stays_byte_for_byte_whoever_comes_next() => Gen.Select(AnySquad, AnyBefore, AnyAfter).Sample((squad, before, after) =>
    {
        foreach (var now in new[] { Thursday, Saturday, NextTuesday })
            DutyTopic.In(before + DutyTopic.Of(squad, Thursday) + after, squad, now, int.MaxValue).ShouldBe(before + DutyTopic.Of(squad, now) + after);
    });

    [Fact]
    public void Nothing_that_people_wrote_is_lost_in_any_room() => Gen.Select(Gen.String[Gen.Char[' ', '\u00ff'], 0, 250], Gen.Int[0, 300]).Sample((topic, longest) =>
    {
        if (DutyTopic.In(topic, WithoutOverrides, Thursday, longest) is not { } with)
            return;
        with.ShouldStartWith(topic);
        with.Length.ShouldBeLessThanOrEqualTo(longest);
    });

    private static string? In(string topic) => DutyTopic.In(topic, WithoutOverrides, Thursday, Longest);
}
