using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Documents;
using Hausmeister.Domain.Squads;
using Hausmeister.Domain.Text;
using Microsoft.Bot.Schema;
using KnownChannels = Microsoft.Bot.Connector.Channels;

namespace Hausmeister.Bot.Turns;

/// <summary>Who wrote where, before it is known which squad is meant.</summary>
/// <param name="Account">The person's id on the channel.</param>
/// <param name="Accounts">What a squad's file may call that account, the surest first.</param>
/// <param name="IsRoom">Many people read there.</param>
/// <param name="Squads">The squads that can be meant; at least one.</param>
internal sealed record Sender(
    string Channel, string Conversation, string Account, IReadOnlyList<string> Accounts, string Name, bool IsRoom, IReadOnlyList<Squad> Squads)
{
    /// <summary>In a room, but only this person sees it: nothing is said there unasked, and no message is kept up to date.</summary>
    public bool IsPassing { get; init; }

    /// <summary>A member of whichever squad is meant.</summary>
    public bool IsMember => Squads.All(squad => !In(squad).IsGuest);

    /// <summary>The conversation's key.</summary>
    public string Place => Keys.Place(Channel, Conversation);

    /// <summary>The key of the document that this person and this conversation share.</summary>
    public string Document => Keys.Conversation(Channel, Conversation, Account);

    public Person In(Squad squad) => People.MemberOf(squad, Channel, Accounts) is { } member
        ? new Person(member.Id, member.Name, IsGuest: false)
        : new Person(Accounts[0], Name, IsGuest: true);

    /// <summary>
    /// <c>ana</c> in the person's own web chat, else with six characters of the conversation. A guest's account is replaced by such
    /// characters too, as it may be anything.
    /// </summary>
    public string CasePrefix(Squad squad)
    {
        var person = In(squad);
        var name = person.IsGuest ? $"guest-{ShortHash.Of(Accounts[0])}" : person.Id;
        return Channel == KnownChannels.Webchat && !IsRoom ? name : $"{name}-{ShortHash.Of(Place)}";
    }
}

/// <summary>The squad that something is about which somebody says in another place, as in their direct message.</summary>
internal sealed record SquadMeant(string Id);

/// <summary>A channel says with this that what was tapped is seen by everybody there, though the turn is for one person.</summary>
internal sealed record CardForAll;

/// <summary>Finds out whose squad it is and who speaks: by the configured room, else by the person's account.</summary>
internal sealed class People(IReadOnlyList<Squad> squads)
{
    /// <summary>The type of a conversation of which one person in a room sees everything, and nobody else anything.</summary>
    public const string Passing = "ephemeral";

    private const int LongestName = 80;

    /// <summary>A conversation in a channel of Teams or Slack carries its thread after this.</summary>
    private const char ThreadSeparator = ';';

    /// <summary>A conversation of the web chat begins with its squad's id: <c>data-infra.me.ana</c>.</summary>
    private const char WebChatSeparator = '.';

    public Squad? Find(string? squadId) => squads.FirstOrDefault(s => s.Id == squadId);

    /// <summary>Null where the activity does not say who wrote where.</summary>
    /// <param name="meant">Null: the room says it, or the person's accounts do.</param>
    public Sender? SenderOf(Activity activity, SquadMeant? meant = null)
    {
        if (activity is not { ChannelId.Length: > 0, From.Id.Length: > 0, Conversation.Id.Length: > 0 })
            return null;
        var accounts = AccountsOf(activity);
        return new Sender(
            activity.ChannelId,
            activity.Conversation.Id,
            activity.From.Id,
            accounts,
            PeoplesText.FirstLine(activity.From.Name, LongestName) is { Length: > 0 } name ? name : "A guest",
            IsRoom(activity.Conversation),
            Find(meant?.Id) is { } known ? [known] : SquadsOf(activity, accounts))
        {
            IsPassing = activity.Conversation.ConversationType == Passing,
        };
    }

    public static Member? MemberOf(Squad squad, string channel, IReadOnlyList<string> accounts) =>
        accounts.Select(account => squad.FindByAccount(channel, account)).FirstOrDefault(member => member is not null);

    /// <summary>In Teams the Entra object id; the channel's own id too, for clients such as the Playground, if a squad's file names it.</summary>
    private static IReadOnlyList<string> AccountsOf(Activity activity) =>
        activity.From.AadObjectId is { Length: > 0 } entra ? [entra, activity.From.Id] : [activity.From.Id];

    private IReadOnlyList<Squad> SquadsOf(Activity activity, IReadOnlyList<string> accounts)
    {
        var here = squads.Where(squad => IsOf(squad, activity)).ToList();
        IReadOnlyList<Squad> possible = here.Count > 0 ? here : squads;
        var own = possible.Where(squad => MemberOf(squad, activity.ChannelId, accounts) is not null).ToList();
        return own.Count > 0 ? own : possible;
    }

    private static bool IsOf(Squad squad, Activity activity) => activity.ChannelId == KnownChannels.Webchat
        ? activity.Conversation.Id.Split(WebChatSeparator)[0] == squad.Id
        : squad.Channels.Has(activity.ChannelId, RoomOf(activity.Conversation.Id));

    /// <summary>The room in which a conversation is, or which it is.</summary>
    public static string RoomOf(string conversation) => conversation.Split(ThreadSeparator)[0];

    private static bool IsRoom(ConversationAccount conversation) =>
        conversation.IsGroup == true || conversation.ConversationType is "channel" or "groupChat";
}
