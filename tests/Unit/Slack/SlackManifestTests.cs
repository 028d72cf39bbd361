using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Hausmeister.Tests.Slack;

/// <summary>The app's manifest asks for what the bot uses and for nothing else.</summary>
public sealed partial class SlackManifestTests
{
    private static readonly string Text = File.ReadAllText(Path.Combine(Checkout.Root, "deploymentTemplates", "slack", "manifest.yaml"));
    private static readonly YamlNode Manifest = Read();
    private static readonly string Sources = string.Join('\n', Directory.EnumerateFiles(Path.Combine(Checkout.Root, "bot", "Channels", "Slack"), "*.cs").Select(File.ReadAllText));

    /// <summary>Source: each method's page under docs.slack.dev/reference/methods, for bot tokens, and for what the bot does with it.</summary>
    private static readonly Dictionary<string, string[]> ScopesOfMethods = new()
    {
        ["auth.test"] = [],
        ["apps.connections.open"] = [],
        ["chat.postMessage"] = ["chat:write"],
        ["chat.postEphemeral"] = ["chat:write"],
        ["chat.update"] = ["chat:write"],
        ["chat.delete"] = ["chat:write"],
        ["conversations.open"] = ["im:write"],
        ["conversations.info"] = ["channels:read", "groups:read"],
        ["conversations.history"] = ["channels:history", "groups:history", "im:history"],
        ["conversations.setTopic"] = ["channels:write.topic", "groups:write.topic"],
        ["users.info"] = ["users:read"],
        ["views.open"] = [],
        ["views.publish"] = [],
        ["views.update"] = [],
    };

    /// <summary>Source: each event's page under docs.slack.dev/reference/events.</summary>
    private static readonly Dictionary<string, string[]> ScopesOfEvents = new()
    {
        ["app_home_opened"] = [],
        ["app_mention"] = ["app_mentions:read"],
        ["app_uninstalled"] = [],
        ["tokens_revoked"] = [],
        ["message.im"] = ["im:history"],
        ["message.channels"] = ["channels:history"],
        ["message.groups"] = ["groups:history"],
        ["channel_archive"] = ["channels:read"],
        ["channel_unarchive"] = ["channels:read"],
        ["channel_deleted"] = ["channels:read"],
        ["channel_left"] = ["channels:read"],
        ["group_archive"] = ["groups:read"],
        ["group_unarchive"] = ["groups:read"],
        ["group_deleted"] = ["groups:read"],
        ["group_left"] = ["groups:read"],
        ["member_joined_channel"] = ["channels:read", "groups:read"],
        ["member_left_channel"] = ["channels:read", "groups:read"],
        ["user_change"] = ["users:read"],
    };

    private static IEnumerable<string> Scopes => Values("oauth_config", "scopes", "bot");

    private static IEnumerable<string> Events => Values("settings", "event_subscriptions", "bot_events");

    [Fact]
    public void The_scopes_are_those_of_what_is_called_and_heard_and_of_commands()
    {
        var called = Method().Matches(Sources).Select(match => match.Groups[1].Value).Distinct().SelectMany(method => ScopesOfMethods[method]);
        var heard = Events.SelectMany(name => ScopesOfEvents[name]);

        Scopes.Order().ShouldBe(called.Concat(heard).Append("commands").Distinct().Order());
    }

    [Fact]
    public void Each_event_that_is_asked_for_is_one_that_the_bot_knows() => Events
        .Where(name => !Sources.Contains($"\"{name.Split('.')[0]}\"", StringComparison.Ordinal))
        .ShouldBeEmpty();

    [Fact]
    public void Each_scope_says_what_it_is_for()
    {
        var lines = Text.Split('\n').Select(line => line.Trim()).ToList();
        foreach (var scope in Scopes)
        {
            var above = lines.Take(lines.IndexOf($"- {scope}")).Reverse().SkipWhile(line => line.StartsWith("- ", StringComparison.Ordinal)).First();
            above.ShouldStartWith("# ", customMessage: scope);
        }
    }

    [Fact]
    public void The_names_of_the_shortcuts_are_those_that_the_bot_answers_to()
    {
        var names = At("features", "shortcuts").ShouldBeOfType<YamlSequenceNode>().Select(shortcut => shortcut["callback_id"].ToString()).ToList();

        names.ShouldBe(["triage_message", "triage"]);
        names.ShouldAllBe(name => Sources.Contains($"\"{name}\"", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Values(params string[] path) => At(path).ShouldBeOfType<YamlSequenceNode>().Select(node => node.ToString());

    private static YamlNode At(params string[] path) => path.Aggregate(Manifest, (node, name) => node[name]);

    private static YamlNode Read()
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(Text));
        return yaml.Documents[0].RootNode;
    }

    [GeneratedRegex("\"((?:auth|apps|chat|conversations|users|views|usergroups|reactions|files)\\.[a-zA-Z.]+)\"")]
    private static partial Regex Method();
}
