using System.Text;
using System.Text.Json;
using Hausmeister.Bot.Channels.Slack;

namespace Hausmeister.Tests.Slack;

/// <summary>The slash command.</summary>
public sealed class SlackCommandTests
{
    private const string Rows = "Contracts has duplicated rows since Tuesday";

    [Theory]
    [InlineData("who", "Ana is Hausmeister")]
    [InlineData("dag", "No nightly run")]
    [InlineData("handoff", "Nothing was handed over yet")]
    [InlineData("rota", "rota")]
    [InlineData("issues", "No open issues")]
    [InlineData("help", "Help")]
    [InlineData("", "Help")]
    [InlineData("  WHO ", "Ana is Hausmeister")]
    [InlineData("give 482 to <@U0ANA|ana>", "I know no open issue or case 482")]
    public async Task A_word_is_answered_to_whoever_typed_it_alone(string words, string answer)
    {
        await using var house = await SlackHouse.OpenAsync();
        var bruno = house.Person("bruno", SlackHouse.Help);

        (await bruno.CommandAsync(words)).ShouldBe(new Answered(200, ""));

        bruno.Seen.ShouldHaveSingleItem().Text.ShouldContain(answer, Shouldly.Case.Insensitive);
        house.Slack.Posts.ShouldBeEmpty();
        house.Log.Lines.ShouldBeEmpty();
    }

    [Fact]
    public async Task It_works_where_the_bot_is_not()
    {
        await using var house = await SlackHouse.OpenAsync();
        house.Slack.Strange.Add("C0STRANGE");
        var bruno = house.Person("bruno", "C0STRANGE");

        await bruno.CommandAsync("who");
        await bruno.TapAsync("Rota");

        bruno.Seen.Count.ShouldBe(2);
        house.Slack.Methods.ShouldNotContain("chat.postEphemeral");
    }

    [Fact]
    public async Task What_has_fields_comes_in_the_direct_message_where_the_bot_is_not()
    {
        await using var house = await SlackHouse.OpenAsync();
        house.Slack.Strange.Add("C0STRANGE");

        await house.Person("ana", "C0STRANGE").CommandAsync("swap");

        house.Person("ana").Last.Text.ShouldContain("swap", Shouldly.Case.Insensitive);
        house.Slack.Ephemeral.ShouldBeEmpty();
    }

    [Fact]
    public async Task Where_its_address_takes_nothing_the_bot_says_it_itself()
    {
        await using var house = await SlackHouse.OpenAsync();
        house.Slack.Refuse("response_url", "used_url");
        var bruno = house.Person("bruno", SlackHouse.Help);

        await bruno.CommandAsync("who");

        bruno.Seen.ShouldHaveSingleItem();
        house.Slack.Methods.TakeLast(2).ShouldBe(["response_url", "chat.postEphemeral"]);
    }

    [Fact]
    public async Task A_triage_with_words_goes_on_in_the_direct_message()
    {
        await using var house = await SlackHouse.OpenAsync();
        var channel = house.Person("bruno", SlackHouse.Help);

        await channel.CommandAsync($"triage {Rows}");

        house.Person("bruno").Last.Text.ShouldContain("What is it?");
        channel.Seen.ShouldHaveSingleItem().Text.ShouldBe($"I have taken “{Rows}” to our direct message.");
        house.Slack.Views.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_triage_without_words_opens_the_form()
    {
        await using var house = await SlackHouse.OpenAsync();

        (await house.Person("bruno", SlackHouse.Help).CommandAsync("triage")).ShouldBe(new Answered(200, ""));

        ((string)house.Slack.Views.ShouldHaveSingleItem()["callback_id"]!).ShouldBe("triage.begin");
        house.Slack.Posts.Concat(house.Slack.Ephemeral).ShouldBeEmpty();
    }

    [Fact]
    public async Task And_begins_in_the_direct_message_where_Slack_does_not_open_it()
    {
        await using var house = await SlackHouse.OpenAsync();
        house.Slack.Refuse("views.open", "expired_trigger_id");

        await house.Person("bruno", SlackHouse.Help).CommandAsync("triage");

        house.Person("bruno").Last.Text.ShouldContain("What is it?");
    }

    [Fact]
    public async Task A_guest_gets_their_two_questions_with_what_they_typed()
    {
        await using var house = await SlackHouse.OpenAsync();
        var guest = house.Person("guest", SlackHouse.Help);

        await guest.CommandAsync("The table is empty");

        var view = house.Slack.Views.ShouldHaveSingleItem();
        ((string)view["callback_id"]!).ShouldBe("guest.begin");
        view.ToJsonString().ShouldContain("The table is empty");
        (await guest.SubmitAsync(("did", "The table is empty"), ("expected", "Rows"))).ShouldBe(new Answered(200, ""));
        house.Person("guest").Last.Text.ShouldStartWith("Sent to Ana");
        house.Person("ana").Last.Text.ShouldContain("The table is empty");
    }

    [Fact]
    public async Task In_the_direct_message_it_is_as_typed_there()
    {
        await using var house = await SlackHouse.OpenAsync();
        var bruno = house.Person("bruno");

        await bruno.CommandAsync("who");
        await bruno.CommandAsync($"triage {Rows}");

        bruno.All.Count.ShouldBe(2);
        bruno.Last.Text.ShouldContain("What is it?");
        house.Slack.Ephemeral.ShouldBeEmpty();
    }

    [Fact]
    public async Task In_two_peoples_direct_message_only_one_of_them_sees_it()
    {
        await using var house = await SlackHouse.OpenAsync();
        var bruno = house.Person("bruno", "D0THEIRS");
        house.Slack.Strange.Add("D0THEIRS");

        await bruno.CommandAsync("who");

        bruno.Seen.ShouldHaveSingleItem().Text.ShouldContain("Ana is Hausmeister");
        house.Slack.Posts.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_command_that_comes_again_is_answered_once()
    {
        await using var house = await SlackHouse.OpenAsync();
        var bruno = house.Person("bruno", SlackHouse.Help);
        var again = Encoding.UTF8.GetBytes(JsonSerializer.Serialize(bruno.Command($"triage {Rows}")));

        for (var time = 0; time < 2; time++)
            (await house.Get<SlackPatience>().TakeAsync(SlackKind.Command, again)).Status.ShouldBe(200);
        await house.PumpAsync();

        house.Person("bruno").All.ShouldHaveSingleItem();
        bruno.Seen.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_form_that_is_open_already_is_no_reason_to_ask_in_words()
    {
        await using var house = await SlackHouse.OpenAsync();
        house.Slack.Refuse("views.open", "exchanged_trigger_id");

        await house.Person("bruno", SlackHouse.Help).CommandAsync("triage");

        house.Slack.Posts.Concat(house.Slack.Ephemeral).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("ssl_check=1&token=x", 200)]
    [InlineData("command=%2Fhausmeister&text=who&team_id=T0OTHER&user_id=U0BRUNO&channel_id=C0XRWDYQ2&trigger_id=1", 403)]
    [InlineData("command=%2Fhausmeister&text=who&team_id=T0TEAM&user_id=U0BRUNO&channel_id=C0%2F&trigger_id=1", 400)]
    [InlineData("command=%2Fhausmeister&text=who&team_id=T0TEAM&user_id=U0BRUNO&channel_id=C0XRWDYQ2", 400)]
    [InlineData("", 403)]
    public async Task A_command_is_answered_by_what_it_is(string form, int status)
    {
        await using var house = await SlackHouse.OpenAsync();

        (await house.PostAsync("commands", form)).Status.ShouldBe(status);

        house.Slack.Posts.Concat(house.Slack.Ephemeral).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_command_is_signed()
    {
        await using var house = await SlackHouse.OpenAsync();

        (await house.PostAsync("commands", "ssl_check=1", "1", "v0=x")).Status.ShouldBe(401);
    }
}
