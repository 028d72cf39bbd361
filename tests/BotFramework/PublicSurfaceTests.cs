using System.Reflection;
using BotFramework.Tests.PublicSurface;

namespace BotFramework.Tests;

/// <summary>
/// What the real packages do not have must not be used: so nothing of ours is public in their namespaces that is not in
/// <c>botframework-api.txt</c>, with the same signature.
/// </summary>
public class PublicSurfaceTests
{
    private static readonly ApiList List = ApiList.Read(Path.Combine(AppContext.BaseDirectory, "botframework-api.txt"));

    /// <summary>Types that the real packages have and the list leaves out altogether, each group with the reason why we have it.</summary>
    private static readonly HashSet<string> NotListed =
    [
        // The list names them as bases or types of members of listed types, and gives no members of their own.
        "Microsoft.Bot.Schema.AdaptiveCardAuthentication",
        "Microsoft.Bot.Schema.ICommandActivity",
        "Microsoft.Bot.Schema.ICommandResultActivity",
        "Microsoft.Bot.Schema.IContactRelationUpdateActivity",
        "Microsoft.Bot.Schema.IEndOfConversationActivity",
        "Microsoft.Bot.Schema.IHandoffActivity",
        "Microsoft.Bot.Schema.IMessageDeleteActivity",
        "Microsoft.Bot.Schema.IMessageUpdateActivity",
        "Microsoft.Bot.Schema.ISuggestionActivity",
        "Microsoft.Bot.Schema.SemanticAction",
        "Microsoft.Bot.Schema.TextHighlight",
        "Microsoft.Bot.Schema.Teams.CacheInfo",
        "Microsoft.Bot.Schema.Teams.OnBehalfOf",
        "Microsoft.Bot.Schema.Teams.TabEntityContext",
        "Microsoft.Bot.Schema.Teams.TaskModuleRequestContext",
        "Microsoft.Bot.Schema.Teams.TeamsChannelDataSettings",
        "Microsoft.Bot.Schema.Teams.TeamsMeetingInfo",
        "Microsoft.Bot.Connector.Authentication.ConnectorFactory",
        "Microsoft.Bot.Connector.Authentication.UserTokenClient",
        "Microsoft.Bot.Builder.Adapters.ValidateReply",

        // The connector, which the list leaves out: adapters need it, and the app tells refusals apart by its exception.
        "Microsoft.Bot.Connector.ConversationsExtensions",
        "Microsoft.Bot.Connector.IConnectorClient",
        "Microsoft.Bot.Connector.IConversations",
        "Microsoft.Bot.Schema.Error",
        "Microsoft.Bot.Schema.ErrorResponse",
        "Microsoft.Bot.Schema.ErrorResponseException",
        "Microsoft.Bot.Schema.PagedMembersResult",
        "Microsoft.Rest.HttpOperationResponse",
        "Microsoft.Rest.HttpOperationResponse<T>",
        "Microsoft.Rest.HttpResponseMessageWrapper",
        "Microsoft.Rest.RestException",

        // Ends an invoke with a status from inside an ActivityHandler; nested and protected.
        "Microsoft.Bot.Builder.InvokeResponseException",

        // The AdaptiveCards list gives only the types that cards commonly use; these are bases and types of their members.
        "AdaptiveCards.AdaptiveTargetElement",
        "AdaptiveCards.AdaptiveUnknownAction",
        "AdaptiveCards.AdaptiveAuthentication",
        "AdaptiveCards.AdaptiveTokenExchangeResource",
        "AdaptiveCards.AdaptiveAuthCardButton",
        "AdaptiveCards.AdaptiveBackgroundImage",
        "AdaptiveCards.AdaptiveException",
        "AdaptiveCards.AdaptiveMetadata",
        "AdaptiveCards.AdaptiveCollectionWithContentAlignment",
        "AdaptiveCards.AdaptiveWidth",
        "AdaptiveCards.AdaptiveInline",
        "AdaptiveCards.AdaptiveMedia",
        "AdaptiveCards.AdaptiveMediaSource",
        "AdaptiveCards.AdaptiveUnknownElement",
        "AdaptiveCards.IAdaptiveTextElement",
        "AdaptiveCards.AdaptiveFontType",
        "AdaptiveCards.AdaptiveHeightType",
        "AdaptiveCards.AdaptiveHorizontalContentAlignment",
        "AdaptiveCards.AdaptiveImageFillMode",
        "AdaptiveCards.AdaptiveImageStyle",
        "AdaptiveCards.AdaptiveTextBlockStyle",
        "AdaptiveCards.AdaptiveVerticalContentAlignment",
        "AdaptiveCards.SerializableDictionary<TKey,TValue>",
        "AdaptiveCards.AdaptiveFallbackType",
    ];

    /// <summary>Members that the list gets wrong.</summary>
    private static readonly Dictionary<string, string> Corrections = new()
    {
        // The list lost the brackets: a send has one response for each activity, as in ITurnContext.SendActivitiesAsync.
        ["Microsoft.Bot.Builder.SendActivitiesHandler"] =
            "Task<ResourceResponse[]> Invoke(ITurnContext turnContext, List<Activity> activities, Func<Task<ResourceResponse[]>> next)",
    };

    public static TheoryData<string> Assemblies => ["Microsoft.Bot.Builder", "Microsoft.Bot.Builder.Dialogs", "AdaptiveCards"];

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Everything_public_is_public_in_the_real_packages_too(string assembly)
    {
        var types = Assembly.Load(assembly).GetTypes().Where(IsInScope).ToArray();

        types.ShouldNotBeEmpty();
        types.SelectMany(Differences).ShouldBeEmpty();
    }

    [Fact]
    public void Every_exception_is_still_needed()
    {
        var ours = Assemblies.SelectMany(assembly => Assembly.Load(assembly.Data).GetTypes()).Where(IsInScope).Select(Surface.Name).ToHashSet();

        NotListed.Where(name => !ours.Contains(name) || List.Types.ContainsKey(name)).ShouldBeEmpty();
        Corrections.Where(one => List.Types[one.Key].Members.Contains(one.Value)).ShouldBeEmpty();
    }

    [Fact]
    public void The_list_is_read_whole()
    {
        List.Types.Count.ShouldBeGreaterThan(190);
        List.Types["Microsoft.Bot.Builder.ITurnContext"].Members.ShouldContain(
            "Task<ResourceResponse> SendActivityAsync(string textReplyToSend, string speak = default, string inputHint = acceptingInput, CancellationToken cancellationToken = default)");
        List.Types["Microsoft.Bot.Schema.CardAction"].Members.ShouldContain("static CardAction op_Implicit(string input)");
        List.Types["Microsoft.Bot.Builder.Dialogs.Choices.ListStyle"].Members.ShouldContain("const Auto = 1");
        List.Types["AdaptiveCards.AdaptiveCard"].Members.ShouldContain("const TypeName = AdaptiveCard");
    }

    private static bool IsInScope(Type type) =>
        type is { IsPublic: true } or { IsNestedPublic: true } or { IsNestedFamily: true }
        && (type.Namespace.StartsWith("Microsoft.", StringComparison.Ordinal) || type.Namespace == "AdaptiveCards");

    private static IEnumerable<string> Differences(Type type)
    {
        var name = Surface.Name(type);
        if (!List.Types.TryGetValue(name, out var listed))
            return NotListed.Contains(name) ? [] : [$"{name} is not in the list"];
        var kind = Surface.Kind(type) == listed.Kind ? "" : $"{name} is a {Surface.Kind(type)}, not a {listed.Kind}";
        return Surface.Bases(type).Except(listed.Bases).Select(one => $"{name} must not derive from {one}")
            .Concat(Surface.Members(type).Where(member => !IsListed(member, name, listed)).Select(member => $"{name}: {member}"))
            .Prepend(kind)
            .Where(difference => difference.Length > 0);
    }

    private static bool IsListed(string member, string name, ListedType listed) =>
        listed.Members.Contains(member)
        || listed.Members.Contains("protected " + member)
            && member.StartsWith("ctor(", StringComparison.Ordinal) && listed.Kind == "abstract class"
        || member is "ctor()" && !listed.HasConstructors
        || Corrections.GetValueOrDefault(name) == member;
}
