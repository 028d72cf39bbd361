using CsCheck;
using Hausmeister.Domain.Text;

namespace Hausmeister.Tests.Text;

public class PeoplesTextTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("  hello \n", "hello")]
    [InlineData("\u0000 hello", "hello")]
    [InlineData("a\r\nb\rc\u2028d", "a\nb\nc\nd")]
    [InlineData("a\tb", "a\tb")]
    [InlineData("a\u0007b\u009bc\u007f", "abc")]
    [InlineData("<b>*bold*</b> & @here", "<b>*bold*</b> & @here")]
    [InlineData("שלום عربي", "שלום عربي")]
    [InlineData("👩‍👩‍👧 e\u0301", "👩‍👩‍👧 e\u0301")]
    public void Only_what_no_channel_can_carry_is_taken_out(string? text, string clean) => PeoplesText.Clean(text, 100).ShouldBe(clean);

    [Fact]
    public void Lone_surrogates_are_taken_out() => PeoplesText.Clean("a\ud83db\udc69c", 100).ShouldBe("abc");

    [Theory]
    [InlineData("hello", 5, "hello")]
    [InlineData("hello!", 5, "hell…")]
    [InlineData("hell o", 5, "hell…")]
    [InlineData("one two", 5, "one…")]
    [InlineData("ab👩‍👩‍👧cd", 10, "ab…")]
    [InlineData("ab👩‍👩‍👧cdef", 11, "ab👩‍👩‍👧…")]
    [InlineData("cafe\u0301s", 5, "caf…")]
    public void A_long_text_is_cut_between_characters_as_a_reader_sees_them(string text, int maxLength, string cut) =>
        PeoplesText.Clean(text, maxLength).ShouldBe(cut);

    [Theory]
    [InlineData("one\ntwo", "one")]
    [InlineData("\n\n  one  \ntwo", "one")]
    [InlineData("a line that is too long", "a line th…")]
    public void The_first_line_is_the_first_with_anything_on_it(string text, string line) => PeoplesText.FirstLine(text, 10).ShouldBe(line);

    [Fact]
    public void Any_text_becomes_short_enough_and_stays_as_it_is_when_cleaned_again() =>
        Gen.Select(Gen.Char.Array, Gen.Int[1, 40]).Sample((chars, maxLength) =>
        {
            var clean = PeoplesText.Clean(new string(chars), maxLength);

            clean.Length.ShouldBeLessThanOrEqualTo(maxLength);
            PeoplesText.Clean(clean, maxLength).ShouldBe(clean);
        });
}
