using System.Text.Json.Nodes;
using Hausmeister.Bot.Duties;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Documents;
using Hausmeister.Domain.Duties;
using Hausmeister.Domain.Squads;
using NodaTime;
using static Hausmeister.Tests.SampleSquad;
using Case = Hausmeister.Domain.Cases.Case;

namespace Hausmeister.Tests.Slack;

/// <summary>A case and the thread that it came from: what is posted there, and what becomes of replies.</summary>
public sealed class SlackThreadTests
{
    private const string Question = "How do I add a dataset to itaipu?";

    private static readonly Squad WithDocs = WithoutOverrides with
    {
        Docs = [new DocsPage("How to add a dataset to itaipu", new Uri("https://docs.example/itaipu/datasets"), ["dataset", "new"])],
    };

    [Fact]
    public async Task A_mention_reaches_the_one_on_duty_who_opens_the_thread_and_posts_the_link_there()
    {
        await using var house = await SlackHouse.OpenAsync(WithDocs);
        var (guest, ana) = (await AskedAsync(house), house.Person("ana"));

        var report = ana.All.ShouldHaveSingleItem();
        SlackPost.Found(report.Json["blocks"], "mrkdwn").Select(text => (string)text["text"]!).ShouldContain(text => text.Contains($"|Open the thread>", StringComparison.Ordinal) && text.Contains($"{FakeSlack.Url}archives/{SlackHouse.Help}/p", StringComparison.Ordinal));
        await ana.TapAsync("Take it");
        await ana.TapAsync("A user question");
        ana.Last.Labels.ShouldBe(["Post this link in the thread", "Type the answer, I post it", "I answered myself", "Ask Level 2", "It is our service after all"]);
        var before = guest.All.Count;
        await ana.TapAsync("Post this link in the thread");

        guest.All.Count.ShouldBe(before + 1);
        guest.Last.Text.ShouldBe("This answers it: How to add a dataset to itaipu");
        SlackPost.Found(guest.Last.Json["blocks"], "mrkdwn").Single()["text"]!.ToString().ShouldBe("*This answers it:* <https://docs.example/itaipu/datasets|How to add a dataset to itaipu>");
        guest.Last.Labels.ShouldBeEmpty();
        (await OpenAsync(house)).ShouldBeEmpty();
        house.Log.Lines.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_answer_is_typed_and_stands_in_the_thread()
    {
        await using var house = await SlackHouse.OpenAsync(WithDocs);
        var (guest, ana) = await TakenAsync(house);

        await ana.TapAsync("Type the answer, I post it");
        ana.Last.Text.ShouldContain("What is the answer?");
        await ana.TapAsync("Post the answer…");
        (await ana.SubmitAsync(("answer", "Add it to <!channel> the list."))).ShouldBe(new Answered(200, ""));

        guest.Last.Text.ShouldStartWith("Ana answers: Add it to &lt;");
        guest.Last.Text.ShouldEndWith("!channel&gt; the list.");
        ana.All.ShouldContain(post => post.Text.Contains("Posted in the thread", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_answered_in_the_thread_says_so_and_its_link_is_kept()
    {
        await using var house = await SlackHouse.OpenAsync(WithDocs);
        var (guest, ana) = await TakenAsync(house);
        var (id, said) = ((await OpenAsync(house)).Single().Id, guest.All.Count);

        await ana.TapAsync("I answered myself");

        guest.All.Count.ShouldBe(said);
        var answered = (await house.CaseAsync(id))!;
        answered.Answer!.Link.ShouldBe(answered.Origin!.Link);
        answered.Answer.Kind.ShouldBe(AnswerKind.Elsewhere);
        ana.Last.Text.ShouldStartWith("Answered: How do I add");
    }

    [Fact]
    public async Task A_kept_question_is_answered_from_its_card_later()
    {
        await using var house = await SlackHouse.OpenAsync(WithDocs);
        var (guest, ana) = await TakenAsync(house);
        await ana.TapAsync("Ask Level 2");
        ana.Last.Labels.ShouldBe(["Type the answer, I post it", "I answered myself", "Ask Level 2", "It is our service after all"]);
        var (id, said) = ((await OpenAsync(house)).Single().Id, guest.All.Count);
        var kept = ana.Last.Ts;

        await ana.TapAsync("I answered myself");

        guest.All.Count.ShouldBe(said);
        ana.All.Single(post => post.Ts == kept).Text.ShouldContain("Answered: in the thread");
        (await house.CaseAsync(id))!.Answer!.Link!.AbsoluteUri.ShouldStartWith(FakeSlack.Url);
    }

    [Fact]
    public async Task A_kept_question_whose_answer_is_typed_later_is_posted_too()
    {
        await using var house = await SlackHouse.OpenAsync(WithDocs);
        var (guest, ana) = await TakenAsync(house);
        await ana.TapAsync("Ask Level 2");

        await ana.TapAsync("Type the answer, I post it");
        await ana.SayAsync("See the list.");

        guest.Last.Text.ShouldBe("Ana answers: See the list.");
    }

    [Fact]
    public async Task What_became_an_issue_is_told_in_the_thread_kept_true_and_ended()
    {
        await using var house = await SlackHouse.OpenAsync(WithDocs);
        var (guest, ana) = await TakenAsync(house, "The table my_sales is empty", "A service issue", "P3");
        await ana.TapAsync("Create");

        var told = guest.Last;
        told.Text.ShouldBe("This is on our side: #1, P3, Ana is on it.");
        var tracked = (await house.Tracker.GetAsync(house.Squad.Issues, 1, CancellationToken.None))!;
        SlackPost.Found(told.Json["blocks"], "mrkdwn").Single()["text"]!.ToString().ShouldBe($"*This is on our side:* <{tracked.Url}|#1>, P3, Ana is on it.");
        tracked.Body.ShouldContain($", in [this message]({FakeSlack.Url}archives/");

        await ana.SayAsync("priority 1 P2");
        await ana.SayAsync("give 1 to bruno");
        Now(told).ShouldBe("This is on our side: #1, P2, Bruno is on it.");
        guest.Last.Ts.ShouldBe(told.Ts);

        await ana.TapAsync("Fixed");
        await ana.TapAsync("It is fixed");
        guest.Last.Text.ShouldBe("#1 is fixed.");
        Now(told).ShouldBe("This was on our side: #1 is fixed.");

        await ana.TapAsync("Open again");
        guest.Last.Text.ShouldBe("#1 is open again.");
        Now(told).ShouldBe("This is on our side: #1, P2, Bruno is on it.");
        guest.All.Count(post => post.Text.StartsWith("This is on our side", StringComparison.Ordinal)).ShouldBe(1);
        house.Log.Lines.ShouldBeEmpty();

        string Now(SlackPost post) => guest.All.Single(p => p.Ts == post.Ts).Text;
    }

    [Fact]
    public async Task An_issue_that_is_known_is_told_in_each_thread_that_it_came_up_in()
    {
        await using var house = await SlackHouse.OpenAsync();
        var first = await TriagedAsync(house, "The ledger has duplicated rows");
        var channel = house.Person("ana", SlackHouse.Help);
        var second = channel.In(await channel.SayAsync("<@U0BOT> triage Ledger: duplicated rows"));
        await house.Person("ana").SayAsync("issue");
        await house.Person("ana").SayAsync("1");

        second.Last.Text.ShouldBe("This is on our side: #1, P3, Ana is on it.");
        await house.Person("bruno", SlackHouse.Help).In(second.Thread!).SayAsync("Here too");
        var known = (await OpenAsync(house)).ShouldHaveSingleItem();
        known.Notes.Select(note => note.Text).ShouldBe(["Ledger: duplicated rows", "Here too"]);

        await house.Person("ana").SayAsync("1");
        await house.Person("ana").TapAsync("Fixed");
        await house.Person("ana").TapAsync("It is fixed");
        first.Last.Text.ShouldBe("#1 is fixed.");
        second.Last.Text.ShouldBe("#1 is fixed.");
    }

    [Fact]
    public async Task A_reply_is_a_note_once_by_whoever_wrote_it_and_the_bot_says_nothing()
    {
        await using var house = await SlackHouse.OpenAsync();
        var ts = (await TriagedAsync(house, "The ledger is empty")).Thread!;
        var (bruno, guest) = (house.Person("bruno", SlackHouse.Help).In(ts), house.Person("gil", SlackHouse.Help).In(ts));
        var said = guest.All.Count;

        var reply = bruno.Message("The job ran out of memory");
        (await house.EventAsync(reply)).Status.ShouldBe(200);
        (await house.EventAsync(reply.DeepClone().AsObject())).Status.ShouldBe(200);
        var shot = guest.Message("Looks like this");
        shot["subtype"] = "file_share";
        shot["files"] = new JsonArray(
            new JsonObject { ["permalink"] = "https://files.example/1", ["url_private"] = "https://private.example/1" }, new JsonObject { ["permalink"] = "https://files.example/2" });
        await house.EventAsync(shot);
        await guest.SayAsync("<@U0BOT> still empty");

        var @case = (await OpenAsync(house)).ShouldHaveSingleItem();
        @case.Notes.Select(note => (note.By.Name, note.Text)).ShouldBe(
            [("Bruno", "The job ran out of memory"), ("A guest", "Looks like this\nhttps://files.example/1\nhttps://files.example/2"), ("A guest", "still empty")]);
        @case.Duties.ShouldNotContain(duty => duty.Kind == DutyKind.Comment);
        guest.All.Count.ShouldBe(said);
        house.Person("ana").All.ShouldContain(post => post.Text.StartsWith("#1 P3 The ledger is empty", StringComparison.Ordinal) && post.Json.ToJsonString().Contains("still empty", StringComparison.Ordinal));
        house.Log.Lines.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_reply_that_meets_another_change_of_the_case_is_noted_once()
    {
        await using var house = await SlackHouse.OpenAsync();
        var thread = await TriagedAsync(house, "The ledger is empty");
        var id = (await OpenAsync(house)).Single().Id;
        house.Stored.BeforeCommit = commit =>
        {
            if (commit.Puts.All(put => put.Key != Keys.Case(house.Squad.Id, id)))
                return;
            house.Stored.BeforeCommit = _ => { };
            house.Get<CaseCommits>().DecideAsync(new Moment(house.Squad, house.Now), id, c => ServiceIssues.AddNote(c, "Meanwhile", Person.Bot, new Moment(house.Squad, house.Now)), CancellationToken.None)
                .IsCompletedSuccessfully.ShouldBeTrue();
        };

        await house.Person("bruno", SlackHouse.Help).In(thread.Thread!).SayAsync("Here too");

        (await house.CaseAsync(id))!.Notes.Select(note => note.Text).ShouldBe(["Meanwhile", "Here too"]);
    }

    [Fact]
    public async Task The_owner_sees_a_reply_on_their_card()
    {
        await using var house = await SlackHouse.OpenAsync(WithDocs);
        var (guest, ana) = await TakenAsync(house, "The table my_sales is empty", "A service issue", "P3");
        await ana.TapAsync("Create");

        await guest.SayAsync("It is filled again since five minutes");

        ana.Last.Json.ToJsonString().ShouldContain("It is filled again since five minutes");
        (await OpenAsync(house)).Single().Progress!.NewsAt.ShouldBe(At(2026, 11, 26, 10, 0));
    }

    [Fact]
    public async Task What_a_guest_adds_before_anybody_took_it_is_on_the_report_and_in_the_tracker()
    {
        await using var house = await SlackHouse.OpenAsync(WithDocs);
        var (guest, ana) = (await AskedAsync(house, "The table my_sales is empty"), house.Person("ana"));

        await guest.SayAsync("And my_orders too");

        ana.All.ShouldHaveSingleItem().Json.ToJsonString().ShouldContain("And my_orders too");
        await ana.TapAsync("Take it");
        await ana.TapAsync("A service issue");
        await ana.TapAsync("P3");
        await ana.TapAsync("Create");
        (await house.Tracker.HasCommentAsync(house.Squad.Issues, 1, "And my_orders too\n\nA guest, from chat.", Instant.MinValue, CancellationToken.None)).ShouldBeTrue();
    }

    [Theory]
    [InlineData("<@U0BOT> who", false)]
    [InlineData("<@U0BOT> is it fixed?", true)]
    [InlineData("is it fixed?", true)]
    [InlineData("", false)]
    public async Task A_command_in_the_thread_is_no_note(string words, bool isNote)
    {
        await using var house = await SlackHouse.OpenAsync();
        var thread = await TriagedAsync(house, "The ledger is empty");
        var said = thread.All.Count;

        await house.EventAsync(house.Person("bruno", SlackHouse.Help).In(thread.Thread!).Message(words));

        (await OpenAsync(house)).Single().Notes.Count.ShouldBe(isNote ? 1 : 0);
        thread.All.Count.ShouldBe(said);
    }

    [Fact]
    public async Task Outside_of_the_thread_by_a_bot_and_after_the_end_nothing_is_noted()
    {
        await using var house = await SlackHouse.OpenAsync();
        var thread = await TriagedAsync(house, "The ledger is empty");
        var (id, bruno) = ((await OpenAsync(house)).Single().Id, house.Person("bruno", SlackHouse.Help));
        await bruno.SayAsync("Good morning");
        await bruno.In("1764100000.000100").SayAsync("Another thread");
        var ofBot = bruno.In(thread.Thread!).Message("I am a bot");
        ofBot["bot_id"] = "B1";
        await house.EventAsync(ofBot);
        var edit = bruno.In(thread.Thread!).Message("edited");
        edit["subtype"] = "message_changed";
        await house.EventAsync(edit);
        (await house.CaseAsync(id))!.Notes.ShouldBeEmpty();

        await house.Person("ana").TapAsync("Fixed");
        await house.Person("ana").TapAsync("It is fixed");
        await bruno.In(thread.Thread!).SayAsync("Thanks!");

        (await house.CaseAsync(id))!.Notes.ShouldBeEmpty();
        (await house.DocumentAsync($"{SlackHouse.Help};{thread.Thread!}", "U0BRUNO")).ShouldBeNull();
    }

    [Fact]
    public async Task Words_of_a_guest_in_the_middle_of_their_dialog_answer_it()
    {
        await using var house = await SlackHouse.OpenAsync();
        var thread = await TriagedAsync(house, "The ledger is empty");
        var guest = house.Person("gil", SlackHouse.Help).In(thread.Thread!);
        await guest.SayAsync("<@U0BOT> triage my_sales is empty too");
        guest.Last.Text.ShouldBe("What did you expect?");

        await guest.SayAsync("Rows");

        guest.Last.Text.ShouldStartWith("Sent to Ana");
        (await OpenAsync(house)).ShouldAllBe(open => open.Notes.Count == 0);
    }

    [Fact]
    public async Task A_thread_in_an_archived_channel_is_told_to_a_member_and_tried_again()
    {
        await using var house = await SlackHouse.OpenAsync(WithDocs);
        var (guest, ana) = await TakenAsync(house, "The table my_sales is empty", "A service issue", "P3");
        house.Slack.IsArchived = channel => channel == SlackHouse.Help;
        await ana.TapAsync("Create");
        await house.AdvanceToAsync(house.Now + Duration.FromMinutes(2));

        ana.Last.Text.ShouldBe("#1 The table my_sales is empty: The thread that it came from could not be written to: the channel is archived (is_archived). I keep trying.");
        house.Slack.IsArchived = _ => false;
        await house.AdvanceToAsync(house.Now + Duration.FromMinutes(20));
        guest.Last.Text.ShouldBe("This is on our side: #1, P3, Ana is on it.");
    }

    [Fact]
    public async Task A_guest_who_taps_Ask_in_a_thread_asks_from_there()
    {
        await using var house = await SlackHouse.OpenAsync();
        var channel = house.Person("gil", SlackHouse.Help);
        var thread = channel.In(await channel.SayAsync("<@U0BOT> who"));
        await thread.TapAsync("Ask");
        await thread.SayAsync("The table my_sales is empty");
        await thread.SayAsync("Rows");

        (await OpenAsync(house)).ShouldHaveSingleItem().Origin!.Thread.ShouldBe(Keys.Place("slack", $"{SlackHouse.Help};{thread.Thread!}"));
    }

    /// <summary>A guest mentions the bot in the help channel, and answers the one question.</summary>
    private static async Task<SlackPerson> AskedAsync(SlackHouse house, string question = Question)
    {
        var channel = house.Person("gil", SlackHouse.Help);
        var guest = channel.In(await channel.SayAsync($"<@U0BOT> {question}"));
        guest.All.ShouldHaveSingleItem().Text.ShouldBe("What did you expect?");
        await guest.SayAsync("That it works");
        return guest;
    }

    /// <summary>What a guest asks in the help channel, which Ana takes.</summary>
    /// <param name="taps">What she taps then.</param>
    private static async Task<(SlackPerson Guest, SlackPerson Ana)> TakenAsync(SlackHouse house, string question = Question, params string[] taps)
    {
        var (guest, ana) = (await AskedAsync(house, question), house.Person("ana"));
        foreach (var label in taps.Length > 0 ? ["Take it", .. taps] : new[] { "Take it", "A user question" })
            await ana.TapAsync(label);
        return (guest, ana);
    }

    /// <summary>Ana's triage in a thread, which became issue #1.</summary>
    private static async Task<SlackPerson> TriagedAsync(SlackHouse house, string what)
    {
        var channel = house.Person("ana", SlackHouse.Help);
        var thread = channel.In(await channel.SayAsync($"<@U0BOT> triage {what}"));
        foreach (var words in new[] { "issue", "P3", "create" })
            await house.Person("ana").SayAsync(words);
        thread.Last.Text.ShouldBe("This is on our side: #1, P3, Ana is on it.");
        return thread;
    }

    private static Task<IReadOnlyList<Case>> OpenAsync(SlackHouse house) => new CaseDesk(new Work(house.Store), new Moment(house.Squad, house.Now)).OpenAsync(CancellationToken.None);
}
