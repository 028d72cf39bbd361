using System.Net.Sockets;

namespace Hausmeister.Tests;

/// <summary>Ports for programs that must be told one. They lie below those that systems lend to connections, so none is lent before its program listens.</summary>
internal static class FreePorts
{
    private const int First = 20_000;
    private const int Count = 12_000;

    // Other test runs on this machine begin elsewhere.
    private static int last = Random.Shared.Next(Count);

    /// <summary>Nobody listens there, and no other test is told it.</summary>
    public static int Next()
    {
        while (true)
        {
            var port = First + (int)((uint)Interlocked.Increment(ref last) % Count);
            if (IsFree(port))
                return port;
        }
    }

    private static bool IsFree(int port)
    {
        try
        {
            // On every address, of IPv4 and of IPv6.
            using var listener = TcpListener.Create(port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
