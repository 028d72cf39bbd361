using System.Globalization;
using Hausmeister.Domain.Ports;

namespace Hausmeister.Integrations.Storage.Sqlite;

internal static class ETag
{
    /// <param name="version">The document's version; null: there is no document.</param>
    public static string Of(long? version) => version?.ToString(CultureInfo.InvariantCulture) ?? Put.Absent;
}
