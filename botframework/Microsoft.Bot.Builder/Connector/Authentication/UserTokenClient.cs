namespace Microsoft.Bot.Connector.Authentication;

/// <summary>People's OAuth tokens. The bot signs nobody in, so there is none of these.</summary>
public abstract class UserTokenClient : IDisposable
{
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
    }
}
