using System.Text;
using AdvPortal.Exchange.Intake;

namespace AdvPortal.Exchange.Tests.Intake;

public sealed class RefusedFileTests
{
    [Theory]
    [InlineData("4D5A900003000000")]
    [InlineData("7F454C460201")]
    [InlineData("23212F62696E2F7368")]
    [InlineData("504B0304140000000800612E747874")]
    [InlineData("1F8B0800")]
    [InlineData("377ABCAF271C")]
    [InlineData("526172211A07")]
    [InlineData("89504E470D0A1A0A")]
    [InlineData("FFD8FFE000104A464946")]
    [InlineData("474946383961")]
    [InlineData("49492A0008000000")]
    [InlineData("524946460000000057454250")]
    public void Programs_archives_and_pictures_are_known_by_their_first_bytes(string hexadecimal) => Assert.True(RefusedFile.Is(Convert.FromHexString(hexadecimal)));

    [Theory]
    [InlineData("MZ-4711;5\n")]
    [InlineData("UNA:+.? 'UNB+")]
    [InlineData("<?xml version=\"1.0\"?><Order/>")]
    [InlineData("%PDF-1.7")]
    [InlineData("")]
    public void Whatever_may_be_an_order_is_taken(string text) => Assert.False(RefusedFile.Is(Encoding.UTF8.GetBytes(text)));

    public static TheoryData<string> Cases() => CaseFiles.In("*", "hostile", "xlsx", "pdf", "edifact/orders", "eml");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Broken_files_and_workbooks_are_kept(string file) => Assert.False(RefusedFile.Is(CaseFiles.Bytes(file)));
}
