using System.IO.Compression;

namespace Hausmeister.Bot.Channels.WebChat.Page;

/// <summary>One file of the page, compressed once: every answer but the rare uncompressed one is a copy of bytes.</summary>
internal sealed record PageAsset(string ContentType, ReadOnlyMemory<byte> Brotli, ReadOnlyMemory<byte> Gzip)
{
    public static PageAsset Compress(string contentType, byte[] plain) =>
        new(contentType, Compress(plain, sink => new BrotliStream(sink, CompressionLevel.SmallestSize)), Compress(plain, sink => new GZipStream(sink, CompressionLevel.SmallestSize)));

    /// <summary>The content as it was, for whoever accepts neither compression.</summary>
    public async Task CopyPlainToAsync(Stream target, CancellationToken cancellationToken)
    {
        await using var plain = new BrotliStream(new MemoryStream(Brotli.ToArray()), CompressionMode.Decompress);
        await plain.CopyToAsync(target, cancellationToken);
    }

    private static byte[] Compress(byte[] plain, Func<Stream, Stream> compressor)
    {
        var sink = new MemoryStream();
        using (var compress = compressor(sink))
            compress.Write(plain);
        return sink.ToArray();
    }
}
