namespace Microsoft.Bot.Connector;

/// <summary>The REST service of a channel, at an activity's service address.</summary>
public interface IConnectorClient : IDisposable
{
    Uri BaseUri { get; set; }

    IConversations Conversations { get; }
}
