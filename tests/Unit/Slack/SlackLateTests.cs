using System.Text;
using Hausmeister.Bot.Channels.Slack;
using Hausmeister.Bot.Turns;
using Hausmeister.Domain.Documents;
using Hausmeister.Domain.Ports;
using Hausmeister.Tests.Turns;
using NodaTime;

namespace Hausmeister.Tests.Slack;

/// <summary>What takes longer than Slack waits.</summary>
public sealed class SlackLateTests
{
    private const string Rows = "Contracts has duplicated rows since Tuesday";

    private static readonly Duration Minute = Duration.FromMinutes(1);

    public static TheoryData<string, string> Kinds => new()
    {
        { "message", "Ana is Hausmeister" },
        { "mention", Rows },
        { "tap", "Your shifts" },
        { "modal", Rows },
        { "command", Rows },
        { "shortcut", Rows },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task It_is_stored_before_Slack_is_told_and_the_next_process_does_it_once(string kind, string said)
    {
        await using var house = await SlackHouse.OpenAsync();
        await PrepareAsync(house, kind);
        using var slow = await HoldAsync(house);
        house.Real.IsLate = true;

        (await BringAsync(house, kind)).ShouldBe(new Answered(200, ""));
        (await KeptAsync(house)).ShouldHaveSingleItem().ShouldContain("U0BRUNO");

        await using var next = await SlackHouse.OpenAsync(store: house.Stored, before: slack => slack.Refuses = (method, _) => method == "views.open" ? "expired_trigger_id" : null);
        next.Slack.Calls.Clear();
        await next.AdvanceToAsync(next.Now + (3 * Minute));

        Said(next).Where(message => message.Contains(said, StringComparison.Ordinal)).ShouldHaveSingleItem();
        (await KeptAsync(next)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_done_a_little_later_is_not_kept_and_not_done_again()
    {
        await using var house = await SlackHouse.OpenAsync();
        var slow = await HoldAsync(house);
        house.Real.IsLate = true;
        await BringAsync(house, "message");

        slow.Dispose();
        await Eventually.IsTrueAsync(async () => await KeptAsync(house) is []);
        await house.AdvanceToAsync(house.Now + (3 * Minute));

        house.Person("bruno").All.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_is_still_in_hand_is_not_begun_beside_it()
    {
        await using var house = await SlackHouse.OpenAsync();
        var slow = await HoldAsync(house);
        house.Real.IsLate = true;
        await BringAsync(house, "message");

        await house.AdvanceToAsync(house.Now + (10 * Minute));
        (await KeptAsync(house)).ShouldHaveSingleItem();
        slow.Dispose();
        await Eventually.IsTrueAsync(async () => await KeptAsync(house) is []);
        await house.PumpAsync();

        house.Person("bruno").All.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_is_done_in_time_is_not_kept()
    {
        await using var house = await SlackHouse.OpenAsync();
        house.Stored.BeforeCommit = commit => commit.Puts.ShouldAllBe(put => !Keys.IsLate(put.Key));

        foreach (var kind in new[] { "message", "command", "shortcut" })
            (await BringAsync(house, kind)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Where_it_cannot_be_stored_Slack_is_told_so_and_it_is_found_done_when_it_comes_again()
    {
        await using var house = await SlackHouse.OpenAsync();
        var message = house.Person("bruno").Message("who");
        var slow = await HoldAsync(house);
        house.Real.IsLate = true;
        house.Stored.BeforeCommit = _ => throw new StorageException("The disk is full. Make room.");
        (await house.EventAsync(message)).ShouldBe(new Answered(503, "It takes long and could not be stored. Please come again."));

        house.Stored.BeforeCommit = _ => { };
        house.Real.IsLate = false;
        slow.Dispose();
        (await house.EventAsync(message)).Status.ShouldBe(200);

        house.Person("bruno").All.ShouldHaveSingleItem();
        (await KeptAsync(house)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Only_so_much_is_kept()
    {
        await using var house = await SlackHouse.OpenAsync();
        var late = Enumerable.Range(0, SlackPatience.MostKept).Select(n => new Put(Keys.Late("slack", $"U{n}", house.Now, "x"), ReadOnlyMemory<byte>.Empty, null));
        await house.Store.CommitAsync(new Commit([.. late], [], []), CancellationToken.None);
        using var slow = await HoldAsync(house);
        house.Real.IsLate = true;

        (await BringAsync(house, "message")).Status.ShouldBe(503);

        house.Log.Lines.ShouldContain("Error: 200 things of Slack's are stored and not done: no more are taken that take long");
    }

    [Fact]
    public async Task One_persons_things_are_done_in_their_order()
    {
        await using var house = await SlackHouse.OpenAsync();
        using var slow = await HoldAsync(house);
        house.Real.IsLate = true;
        await house.Person("bruno").SayAsync($"triage {Rows}");
        await house.AdvanceToAsync(house.Now + Duration.FromSeconds(1));
        await house.Person("bruno").SayAsync("issue");

        await using var next = await SlackHouse.OpenAsync(store: house.Stored);
        next.Stored.BeforeCommit = _ => throw new StorageException("The disk is full. Make room.");
        await Should.ThrowAsync<StorageException>(() => next.AdvanceToAsync(next.Now + Minute));
        next.Stored.BeforeCommit = _ => { };
        await next.AdvanceToAsync(next.Now + (10 * Minute));

        Said(next).Count.ShouldBe(2);
        next.Person("bruno").All[0].Text.ShouldContain("What is it?");
        next.Person("bruno").Last.Text.ShouldContain("How urgent is it?");
    }

    [Theory]
    [InlineData("bruno", "bruno")]
    [InlineData("guest", "ana")]
    public async Task Whoever_did_it_hears_when_it_could_not_be_done(string who, string told)
    {
        await using var house = await SlackHouse.OpenAsync();
        house.Slack.Refuses = (method, _) => method == "views.open" ? "expired_trigger_id" : null;
        for (var tries = 0; tries < SlackLateRunner.MostTries; tries++)
            house.Slack.Refuse("conversations.open", "internal_error");
        var late = SlackLate.Of(SlackKind.Interaction, Encoding.UTF8.GetBytes(house.Person(who).Shortcut().ToJsonString()), house.Now);
        var work = new Work(house.Store);
        work.Save(SlackDocuments.Late, late.Key, late);
        await work.CommitAsync(CancellationToken.None);

        await house.AdvanceToAsync(house.Now + (SlackLateRunner.MostTries * Minute));
        await house.PumpAsync();

        house.Slack.Posts.ShouldHaveSingleItem().Channel.ShouldBe(house.Person(told).Channel);
        house.Slack.Posts[0].Text.ShouldBe("What you did in Slack at 10:00 could not be done, though I tried several times. Please do it again.");
        (await KeptAsync(house)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_Slack_it_waits_for_it_to_come_back()
    {
        await using var house = await SlackHouse.OpenAsync();
        using var slow = await HoldAsync(house);
        house.Real.IsLate = true;
        await BringAsync(house, "message");

        await using var without = await SlackHouse.OpenAsync(store: house.Stored, isInSlack: false);
        await without.AdvanceToAsync(without.Now + Duration.FromHours(2));
        (await KeptAsync(without)).ShouldHaveSingleItem();
        await using var next = await SlackHouse.OpenAsync(store: house.Stored, start: without.Now);
        await next.AdvanceToAsync(next.Now + Duration.FromHours(1));

        Said(next).ShouldHaveSingleItem().ShouldContain("Ana is Hausmeister");
    }

    private static async Task PrepareAsync(SlackHouse house, string kind)
    {
        var bruno = house.Person("bruno");
        if (kind == "tap")
            await bruno.SayAsync("who");
        if (kind == "modal")
            await bruno.UseShortcutAsync();
    }

    private static Task<Answered> BringAsync(SlackHouse house, string kind)
    {
        var (bruno, channel) = (house.Person("bruno"), house.Person("bruno", SlackHouse.Help));
        return kind switch
        {
            "message" => house.EventAsync(bruno.Message("who")),
            "mention" => house.EventAsync(channel.Message($"<@{FakeSlack.Bot}> triage {Rows}", "app_mention")),
            "tap" => house.InteractAsync(bruno.Tap("Rota")),
            "modal" => bruno.SubmitAsync(("what", Rows)),
            "command" => channel.CommandAsync($"triage {Rows}"),
            _ => channel.UseShortcutAsync(house.Person("davi", SlackHouse.Help).Message(Rows)),
        };
    }

    /// <summary>Whatever Bruno does in his direct message takes long.</summary>
    private static Task<IDisposable> HoldAsync(SlackHouse house)
    {
        house.Slack.Refuses = (method, _) => method == "views.open" ? "expired_trigger_id" : null;
        return house.Get<KeyedLocks>().TakeAsync(Keys.Conversation("slack", "D0BRUNO", "U0BRUNO"), CancellationToken.None);
    }

    private static async Task<IReadOnlyList<string>> KeptAsync(SlackHouse house) =>
        [.. (await house.Store.ListAsync(Keys.Late("slack"), 10, CancellationToken.None)).Select(document => document.Key)];

    /// <summary>What was said in direct messages.</summary>
    private static List<string> Said(SlackHouse house) =>
        [.. house.Slack.Calls.Where(call => call.Method is "chat.postMessage" or "chat.update").Select(call => call.Arguments.ToJsonString())];
}
