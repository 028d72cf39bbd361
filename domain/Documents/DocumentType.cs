using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Hausmeister.Domain.Documents;

/// <summary>A kind of document: its bytes, its version, and how older versions become the present one.</summary>
/// <param name="Name">For people and for the check of versions at start.</param>
/// <param name="Json">How it is written.</param>
/// <param name="Upgrades">The n-th turns version n + 1 into n + 2; the present version is one more than there are upgrades.</param>
public sealed record DocumentType<T>(string Name, JsonTypeInfo<T> Json, params Func<JsonObject, JsonObject>[] Upgrades)
{
    private const string VersionMember = "v";

    public int Version => Upgrades.Length + 1;

    /// <summary>The version goes before the members as bytes: each turn writes a document, and to write its members twice would double that.</summary>
    public ReadOnlyMemory<byte> Write(T document)
    {
        ReadOnlySpan<byte> members = JsonSerializer.SerializeToUtf8Bytes(document, Json).AsSpan(1);
        ReadOnlySpan<byte> separator = members is [(byte)'}'] ? [] : ","u8;
        return (byte[])[.. Encoding.UTF8.GetBytes($"{{\"{VersionMember}\":{Version}"), .. separator, .. members];
    }

    /// <exception cref="NewerDocumentException">It was written by a newer program.</exception>
    public T Read(ReadOnlyMemory<byte> body)
    {
        var version = VersionOf(body.Span);
        if (version > Version)
            throw new NewerDocumentException(Name, version, Version);
        if (version == Version)
            return JsonSerializer.Deserialize(body.Span, Json)!;
        var old = JsonNode.Parse(body.Span)!.AsObject();
        foreach (var upgrade in Upgrades.AsSpan(version - 1))
            old = upgrade(old);
        return old.Deserialize(Json)!;
    }

    /// <summary>The version stands first, so that it is read without parsing the rest.</summary>
    private static int VersionOf(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body);
        reader.Read();
        reader.Read();
        if (reader.TokenType != JsonTokenType.PropertyName || !reader.ValueTextEquals(VersionMember))
            throw new JsonException("A document begins with its version.");
        reader.Read();
        return reader.GetInt32();
    }
}

/// <summary>A document is newer than the program.</summary>
public sealed class NewerDocumentException(string name, int found, int known)
    : Exception($"A {name} has version {found}, and this program knows up to {known}. Start the newer program again.");
