using Hausmeister.Domain.Squads;

namespace Hausmeister.Cards.Parts;

/// <summary>Members' phone numbers as links.</summary>
internal static class Phones
{
    /// <summary>Null where there is no number.</summary>
    public static Markdown? Of(Member? member) => member?.Phone is { } number
        ? Markdown.Link(number, new Uri($"tel:{string.Concat(number.Where(c => char.IsAsciiDigit(c) || c == '+'))}"))
        : null;

    /// <summary><c>Call Clara: +55 … · Ana: +55 …</c>, those who have a number; null where nobody has one.</summary>
    public static Markdown? Call(Squad squad, params IEnumerable<string?> members)
    {
        var numbers = members.OfType<string>().Distinct().Select(squad.Find).Where(m => m?.Phone is not null).Select(m => Markdown.Of($"{m!.Name}: {Of(m)}"));
        var joined = Markdown.Join(" · ", numbers);
        return joined.Plain.Length == 0 ? null : Markdown.Of($"Call {joined}");
    }
}
