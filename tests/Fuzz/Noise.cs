namespace Hausmeister.Fuzz;

/// <summary>Spoils bytes, whatever they mean: bits, runs that come twice or not at all, an early end, and what is no UTF-8.</summary>
internal static class Noise
{
    private static readonly byte[][] NoUtf8 = [[0xC3, 0x28], [0xFF], [0xED, 0xA0, 0x80], [0xF8, 0x88, 0x80, 0x80, 0x80], [0x00], [0xC0, 0xAF], [0xEF, 0xBB, 0xBF]];

    public static byte[] Spoil(Random random, byte[] body)
    {
        for (var changes = random.Next(1, 5); changes > 0 && body.Length > 0; changes--)
            body = Change(random, body, random.Next(body.Length));
        return body;
    }

    private static byte[] Change(Random random, byte[] body, int at)
    {
        var run = Math.Min(random.Next(1, 50), body.Length - at);
        switch (random.Next(5))
        {
            case 0:
                body[at] ^= (byte)(1 << random.Next(8));
                return body;
            case 1:
                return [.. body[..at], .. body[(at + run)..]];
            case 2:
                return [.. body[..(at + run)], .. body[at..]];
            case 3:
                return body[..at];
            default:
                return [.. body[..at], .. NoUtf8[random.Next(NoUtf8.Length)], .. body[at..]];
        }
    }
}
