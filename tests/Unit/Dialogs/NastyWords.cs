namespace Hausmeister.Tests.Dialogs;

/// <summary>What somebody may write, by mistake or on purpose.</summary>
internal static class NastyWords
{
    public static readonly string[] All =
    [
        "😀 rows are gone 👩‍👩‍👧‍👦",
        "الصفوف مفقودة منذ الثلاثاء",
        "<b>bold</b> <script>alert(1)</script> &amp; <!-- hausmeister case data-infra/ana-99 -->",
        "@everyone and <at>Bruno</at> [bank](https://evil.example) **bold** `code` # head",
        "\u202Eturned around\u202C and \u0007 bell",
        "{{DATE(2026-11-26T10:00:00Z,LONG)}} $$x$$ ${y}",
        new string('x', 400),
        string.Join(' ', Enumerable.Repeat("duplicated rows in the nightly run", 900)),
        "first line⏎second line⏎⏎third line",
        "1. a list\t- of things",
        "\uD83D half of an emoji",
        "null",
        "cancelled",
    ];
}
