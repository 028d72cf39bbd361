using System.Text.RegularExpressions;
using Hausmeister.Domain.Squads;
using Hausmeister.Domain.Text;
using NodaTime;

namespace Hausmeister.Domain.Rota;

/// <summary>
/// The rota in the topic of a room where people ask: <c>Hausmeister: Ana until Fri 27 Nov 17:00 · Level 2: Clara</c>. The sentence is known
/// again by its shape, wherever it stands; what else stands there is people's and stays as it is.
/// </summary>
public static partial class DutyTopic
{
    /// <summary>Between what stands there and our sentence.</summary>
    public const string Separator = " | ";

    private const int LongestName = 60;
    private const string Level2 = " · Level 2: ";
    private const char NoBreak = '\u00a0';

    public static string Of(Squad squad, Instant now)
    {
        var shift = RotaCalendar.At(squad, now);
        return $"{Short(squad, shift)}{Level2}{NameOf(squad, shift.Level2)}";
    }

    /// <summary>When the sentence changes by itself: at the end of the shift, or where somebody goes away or comes back.</summary>
    public static Instant ChangesAt(Squad squad, Instant now)
    {
        var end = RotaCalendar.At(squad, now).End;
        return squad.Rota.Absences.SelectMany(a => new[] { a.From, a.To }).Where(edge => edge > now && edge < end).Append(end).Min();
    }

    /// <summary>
    /// The topic with the sentence of now: in the place of an earlier one, else after everything. The same topic where it says so already, also
    /// in the entities (<c>&amp;amp;</c>) in which a channel may give it back.
    /// </summary>
    /// <param name="longest">How many characters the channel takes. Where there is no room, Level 2 is left out.</param>
    /// <returns>Null where there is no room even so.</returns>
    public static string? In(string topic, Squad squad, Instant now, int longest)
    {
        var earlier = Find(topic, squad);
        foreach (var sentence in new[] { Of(squad, now), Short(squad, RotaCalendar.At(squad, now)) })
        {
            if (Plain(topic[earlier]) == Plain(sentence))
                return topic;
            if (With(topic, earlier, sentence) is var with && with.Length <= longest)
                return with;
        }

        return null;
    }

    private static string With(string topic, Range earlier, string sentence)
    {
        var separator = topic[earlier].Length > 0 || string.IsNullOrWhiteSpace(topic) ? "" : Separator;
        return $"{topic[..earlier.Start]}{separator}{sentence}{topic[earlier.End..]}";
    }

    private static string Short(Squad squad, Shift shift)
    {
        var role = shift.Role == DutyRole.Hausmeister ? "Hausmeister" : "Weekend on-call";
        return $"{role}: {NameOf(squad, shift.Holder)} until {SquadTime.Day(squad, shift.End)}";
    }

    /// <summary>Where our sentence stands; nowhere is the topic's end.</summary>
    private static Range Find(string topic, Squad squad)
    {
        if (Shape().Match(topic) is not { Success: true } head)
            return ^0..;
        var end = head.Index + head.Length;
        return head.Groups["level2"].Success ? head.Index..(end + NameLength(topic[end..], squad)) : head.Index..end;
    }

    /// <summary>A name ends where a member's does; of somebody who is no member any more, at a blank, which none of our names has.</summary>
    private static int NameLength(string text, Squad squad) => squad.Members.Select(Written)
        .SelectMany(name => new[] { name.Length, name.Replace("&", "&amp;", StringComparison.Ordinal).Length }
            .Where(length => length <= text.Length && Plain(text[..length]) == Plain(name) && !NameGoesOn().IsMatch(text[length..])))
        .DefaultIfEmpty(UnbrokenWord().Match(text).Length)
        .Max();

    private static string NameOf(Squad squad, string member) => squad.Find(member) is { } found ? Written(found) : "nobody";

    /// <summary>Nothing in a name ends the sentence, calls somebody or becomes a link; and emoji, which come back as words, are left out.</summary>
    private static string Written(Member member)
    {
        var name = PeoplesText.FirstLine(Blank().Replace(Symbols().Replace(member.Name, ""), " "), LongestName);
        return (name.Length > 0 ? name : member.Id).Replace(' ', NoBreak).Replace('|', '¦').Replace('·', '•').Replace('<', '‹').Replace('>', '›');
    }

    private static string Plain(string text) => text.Replace(NoBreak, ' ').Replace("&amp;", "&", StringComparison.Ordinal);

    [GeneratedRegex(
        @"(?<![\p{L}\p{N}-])(Hausmeister|Weekend on-call): [^|·\r\n]+? until (Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d{1,2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d\d:\d\d(?<level2> · Level 2: (?=\S))?",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Shape();

    [GeneratedRegex(@"^([^\s|·]|\u00a0)+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex UnbrokenWord();

    [GeneratedRegex(@"^[\p{L}\p{M}\p{N}\u00a0'’_-]", RegexOptions.CultureInvariant)]
    private static partial Regex NameGoesOn();

    // Emoji of the basic plane and their selectors, and those of the planes above, where names have other letters too.
    [GeneratedRegex(@"[\p{So}\p{Sk}\u200d\ufe0f\u20e3]|[\ud83c-\ud83e][\udc00-\udfff]", RegexOptions.CultureInvariant)]
    private static partial Regex Symbols();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Blank();
}
