using Hausmeister.Bot.Channels.WebChat;
using Hausmeister.Bot.Channels.WebChat.Transcript;
using Hausmeister.Bot.Turns;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Documents;
using Hausmeister.Domain.Duties;
using Hausmeister.Domain.HandOffs;
using Hausmeister.Domain.Ports;
using Microsoft.Bot.Schema;
using NodaTime;
using Case = Hausmeister.Domain.Cases.Case;

namespace Hausmeister.Tests.Duties;

/// <summary>Conversations are kept for 90 days after their last use, and cases for two years after their end.</summary>
public sealed class RetentionTests
{
    private const string Guest = "data-infra.me.guest-1";
    private readonly DutyHouse house = new();

    [Fact]
    public async Task A_case_that_ended_long_ago_goes_with_everything_by_which_it_is_found()
    {
        var fixedLongAgo = await house.SaveAsync(c => c with { Issue = new IssueRef(1, new Uri("https://example.com/1")), Closed = new Closing(house.Now, DutyHouse.Ana, null) });
        var answeredLongAgo = await house.SaveAsync(Answered);
        var fromThread = await house.SaveAsync(c => c with { Origin = new Origin("slack/C1%3B1.1", new Uri("https://slack.example/p1")) });
        (await KeysAsync("data-infra/thread/")).ShouldHaveSingleItem();
        await house.DecideAsync(fromThread.Id, c => c with { Closed = new Closing(house.Now, DutyHouse.Ana, null) });
        (await KeysAsync("data-infra/thread/")).ShouldBeEmpty();
        await PassAsync(Duration.FromDays(729));
        (await FindAsync(fixedLongAgo)).ShouldNotBeNull();

        await PassAsync(Duration.FromDays(2));

        (await FindAsync(fixedLongAgo)).ShouldBeNull();
        (await FindAsync(answeredLongAgo)).ShouldBeNull();
        var handOffs = (await KeysAsync(Keys.HandOff(house.Squad.Id))).ToList();
        handOffs.ShouldNotContain(key => string.CompareOrdinal(key, Keys.HandOff(house.Squad.Id, HandOffRules.IdOf(house.Now - Duration.FromDays(731)))) < 0);
        (await KeysAsync(house.Squad.Id)).Except(handOffs).ShouldBe([Keys.Calendar(house.Squad.Id), Keys.Rota(house.Squad.Id)]);
    }

    [Fact]
    public async Task A_day_of_the_nightly_run_goes_two_years_after_its_morning()
    {
        var nights = new DutyHouse(squad: SampleSquad.WithDag);
        await nights.Calendar.EnsureAsync(nights.Squad, nights.Now, CancellationToken.None);
        nights.Pipeline.Begin(SampleSquad.At(2026, 11, 25, 23, 0));
        nights.Pipeline.Begin(SampleSquad.At(2026, 11, 26, 23, 0));
        foreach (var run in nights.Pipeline.Runs.ToList())
            nights.Pipeline.End(run, RunState.Success, nights.Now);
        await nights.AdvanceAsync(Duration.FromDays(1));
        (await DaysAsync()).ShouldContain(key => key.EndsWith("/2026-11-26", StringComparison.Ordinal));

        nights.Time.Advance(TimeSpan.FromDays(731));
        await nights.PumpAsync();

        (await DaysAsync()).ShouldNotContain(key => key.EndsWith("/2026-11-26", StringComparison.Ordinal));

        async Task<IEnumerable<string>> DaysAsync() => (await nights.Store.ListAsync(Keys.Dag(nights.Squad.Id), 100, CancellationToken.None)).Select(d => d.Key);
    }

    [Fact]
    public async Task What_is_open_or_owes_something_stays_for_ever()
    {
        var open = await house.SaveAsync(c => c);
        var owing = await house.SaveAsync(c => Answered(c) with { Duties = [new Duty("tell", DutyKind.Tell, house.Now + Duration.FromDays(9_999))] });
        var reopened = await house.SaveAsync(Answered);
        await house.DecideAsync(reopened.Id, c => c with { Answer = null });

        await PassAsync(Duration.FromDays(4_000));

        (await FindAsync(open)).ShouldNotBeNull();
        (await FindAsync(owing)).ShouldNotBeNull();
        (await FindAsync(reopened)).ShouldNotBeNull();
    }

    [Fact]
    public async Task An_answer_that_is_gone_answers_nobody()
    {
        var answered = await house.SaveAsync(c => Answered(c) with { Title = "Where is my table?" });
        (await house.Answers.FindAsync(house.Squad, "table", default)).ShouldHaveSingleItem().Source.ShouldBe(answered.Id);

        await PassAsync(Duration.FromDays(800));

        (await house.Answers.FindAsync(house.Squad, "table", default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_unused_conversation_goes_with_its_transcript_and_the_way_to_a_guest()
    {
        await WriteAsync(Guest, "guest-1", Person("guest-1", isGuest: true), cases: 0);
        await SayAsync(Guest);
        await PassAsync(Duration.FromDays(89));
        (await DocumentAsync(Guest, "guest-1")).ShouldNotBeNull();

        await PassAsync(Duration.FromDays(2));

        (await DocumentAsync(Guest, "guest-1")).ShouldBeNull();
        (await house.Store.ReadAsync(Keys.Reference(Place(Guest)), default)).ShouldBeNull();
        (await RowsAsync(Guest)).ShouldHaveSingleItem().Text.ShouldBeNull();
        (await new Transcripts(house.Store).IsEmptyAsync(Guest, default)).ShouldBeTrue();
        (await house.Store.ListAsync(Keys.Used(house.Squad.Id), 10, default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_member_stays_reachable_and_no_case_s_id_comes_again()
    {
        const string ana = "data-infra.me.ana";
        await WriteAsync(ana, "ana", Person("ana", isGuest: false), cases: 7);

        await PassAsync(Duration.FromDays(91));

        var left = (await DocumentAsync(ana, "ana")).ShouldNotBeNull();
        (left.Cases, left.CasePrefix, left.Person, left.Recent.Count).ShouldBe((7, "ana", null, 0));
        (await house.Store.ReadAsync(Keys.Reference(Place(ana)), default)).ShouldNotBeNull();
    }

    [Theory]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    [InlineData(false, false, true)]
    public async Task A_conversation_stays_while_something_is_owed_there_or_Hausmeister_has_written(bool hasUnsent, bool hasOpenCase, bool hasNewRow)
    {
        await WriteAsync(Guest, "guest-1", Person("guest-1", isGuest: true), cases: 0, hasUnsent ? [new SavedReply()] : []);
        if (hasOpenCase)
            await house.SaveAsync(c => c with { Conversation = Place(Guest) });
        house.Time.Advance(TimeSpan.FromDays(60));
        if (hasNewRow)
            await SayAsync(Guest);

        await PassAsync(Duration.FromDays(40));

        (await DocumentAsync(Guest, "guest-1")).ShouldNotBeNull().Person.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_room_in_which_only_Hausmeister_spoke_is_emptied_and_its_positions_go_on()
    {
        var room = WebChatPlaces.Room(house.Squad, "guild");
        await SayAsync(room);
        await SayAsync(room);
        await PassAsync(Duration.FromDays(91));
        await PassAsync(Duration.FromDays(1));
        await SayAsync(room);

        (await RowsAsync(room)).Select(row => row.Text).ShouldBe([null, "hello"]);
        (await house.Store.ReadRowsAsync(WebChatPlaces.Stream(room), 0, 10, default))[^1].Position.ShouldBe(4);
    }

    [Fact]
    public async Task It_is_done_once_a_day_and_goes_on_where_there_is_much()
    {
        for (var i = 0; i < 130; i++)
            await house.SaveAsync(Answered);
        await PassAsync(Duration.FromDays(800));
        (await house.Store.ListAsync(Keys.Ended(house.Squad.Id), 1_000, default)).Count.ShouldBe(30);
        (await CalendarAsync()).RetentionNext.ShouldBeNull();

        await PassAsync(SquadCalendar.TrackerPause);

        (await house.Store.ListAsync(Keys.Ended(house.Squad.Id), 1_000, default)).ShouldBeEmpty();
        (await CalendarAsync()).RetentionNext.ShouldNotBeNull().InZone(house.Squad.TimeZone).TimeOfDay.ShouldBe(new LocalTime(4, 0));
    }

    private static Case Answered(Case @case) => @case with
    {
        Kind = CaseKind.Question,
        Answer = new Answer(AnswerKind.Typed, "There.", null, "https://docs.example/tables", DutyHouse.Ana, @case.OpenedAt),
    };

    private static Person Person(string id, bool isGuest) => new(id, id, isGuest);

    private static string Place(string conversation) => Keys.Place("webchat", conversation);

    private static string Key(string conversation, string account) => Keys.Conversation("webchat", conversation, account);

    /// <summary>Some time, and then the calendar is served.</summary>
    private async Task PassAsync(Duration time)
    {
        house.Time.Advance(time.ToTimeSpan());
        await house.Calendar.EnsureAsync(house.Squad, house.Now, default);
        await house.Calendar.RunAsync(house.Squad, house.Now, default);
    }

    private Task<Case?> FindAsync(Case @case) => house.Commits.FindAsync(house.Moment, @case.Id, default);

    private async Task<SquadCalendar> CalendarAsync() => (await new Work(house.Store).LoadAsync(DocumentTypes.Calendar, Keys.Calendar(house.Squad.Id), default))!;

    private async Task<IEnumerable<string>> KeysAsync(string prefix) => (await house.Store.ListAsync(prefix, 1_000, default)).Select(document => document.Key);

    private Task<ConversationDocument?> DocumentAsync(string conversation, string account) =>
        new Work(house.Store).LoadAsync(TurnDocuments.Conversation, Key(conversation, account), default);

    private async Task WriteAsync(string conversation, string account, Person person, int cases, IReadOnlyList<SavedReply>? unsent = null)
    {
        var work = new Work(house.Store);
        var reference = new Reference { Channel = "webchat", Conversation = conversation, User = account };
        var document = new ConversationDocument
        {
            CasePrefix = account,
            Cases = cases,
            Squad = house.Squad.Id,
            Person = person,
            LastActivity = house.Now,
            Reference = reference,
            Recent = ["a1"],
            Unsent = unsent ?? [],
        };
        work.Save(TurnDocuments.Conversation, Key(conversation, account), document);
        work.Save(TurnDocuments.Reference, Keys.Reference(Place(conversation)), reference);
        work.Enter(Keys.Used(house.Squad.Id, house.Now, Key(conversation, account)));
        await work.CommitAsync(default);
    }

    private Task SayAsync(string conversation)
    {
        var row = new TranscriptRow { Type = ActivityTypes.Message, Id = "m1", Timestamp = house.Time.GetUtcNow(), From = new RowAuthor("hausmeister", "Hausmeister", RoleTypes.Bot), Text = "hello" };
        return house.Store.CommitAsync(new Commit([], [], [Transcripts.Row(conversation, row)]), default);
    }

    private async Task<IReadOnlyList<TranscriptRow>> RowsAsync(string conversation) =>
        (await new Transcripts(house.Store).ReadAsync(conversation, 0, default)).Activities;
}
