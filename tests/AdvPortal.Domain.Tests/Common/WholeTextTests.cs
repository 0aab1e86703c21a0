namespace AdvPortal.Domain.Tests.Common;

public sealed class WholeTextTests
{
    [Theory]
    [InlineData("abc", 3, "abc")]
    [InlineData("abcd", 3, "abc")]
    [InlineData("ab😀", 4, "ab😀")]
    [InlineData("ab😀", 3, "ab")]
    [InlineData("a\0b", 3, "a b")]
    public void A_text_is_cut_between_its_characters(string text, int most, string kept) => Assert.Equal(kept, WholeText.Cut(text, most));
}
