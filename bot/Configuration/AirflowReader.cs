using System.Diagnostics.CodeAnalysis;
using Hausmeister.Integrations.Airflow;

namespace Hausmeister.Bot.Configuration;

/// <summary>Reads <see cref="AppOptions.Airflow"/>: none of it, or an address with one kind of credentials.</summary>
internal static class AirflowReader
{
    public const string Password = "Airflow:Password";
    public const string Token = "Airflow:Token";

    private const string Address = "Airflow:Address";
    private const string Username = "Airflow:Username";
    private const string Version = "Airflow:Version";
    private const string Nothing = "nothing";

    // It stands in messages and in the log.
    private static readonly Format<Uri> PlainAddress = Formats.Address.Where(address => address is { UserInfo: "", Query: "", Fragment: "" }, "with neither credentials nor a query in it");

    // It goes into a header.
    private static readonly Format<string> Opaque = new(
        "ASCII characters without blanks", (string text, [MaybeNullWhen(false)] out string value) => (value = text).All(c => c is > ' ' and <= '~'));

    public static AirflowSettings? Read(Settings settings, Problems problems)
    {
        var address = settings.Secret(Address, PlainAddress);
        var (username, password, token) = (settings.Text(Username), settings.Text(Password), settings.Secret(Token, Opaque));
        AirflowVersion? version = settings.Text(Version, Formats.OneOf("2", "3")) switch { "2" => AirflowVersion.Two, "3" => AirflowVersion.Three, _ => null };

        if (username is not null && password is null)
            problems.Add(Password, Nothing, $"the password of {Username}");
        if (username is null && password is not null)
            problems.Add(Username, Nothing, $"the user name of {Password}");
        if (settings.Text(Token) is not null && (username ?? password) is not null)
            problems.Add(Token, "a token beside a user name or a password", "either the one or the other");
        if (settings.Text(Address) is null && new[] { Username, Password, Token, Version }.Any(key => settings.Text(key) is not null))
            problems.Add(Address, Nothing, "an address for what else is set of Airflow");

        return address is null ? null : new(address, username, password, token, version);
    }
}
