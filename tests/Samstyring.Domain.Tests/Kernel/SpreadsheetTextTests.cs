using FsCheck;
using FsCheck.Fluent;
using Samstyring.Domain.Kernel;

namespace Samstyring.Domain.Tests.Kernel;

public sealed class SpreadsheetTextTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1"), InlineData("+47", "'+47"), InlineData("-", "'-"), InlineData("@sum", "'@sum"), InlineData("\tx", "'\tx"), InlineData("\rx", "'\rx")]
    [InlineData("'=1", "''=1"), InlineData("''-1", "'''-1"), InlineData("'hei'", "'hei'"), InlineData("a=b", "a=b"), InlineData("", ""), InlineData("'", "'")]
    public void A_text_that_a_spreadsheet_would_run_gets_an_apostrophe(string text, string cell)
    {
        Assert.Equal(cell, SpreadsheetText.Write(text));
        Assert.Equal(text, SpreadsheetText.Read(cell));
    }

    [Fact]
    public void What_is_written_is_what_is_read_and_never_begins_like_a_formula()
    {
        var starts = Gen.Elements("", "=", "+", "-", "@", "\t", "\r", "'", "''", "'=", "''@", "æ").Two();
        var texts = from start in starts from rest in ArbMap.Default.GeneratorFor<string?>() select start.Item1 + start.Item2 + rest;

        Prop.ForAll(texts.ToArbitrary(), text => SpreadsheetText.Read(SpreadsheetText.Write(text)) == text && !"=+-@\t\r".Contains((SpreadsheetText.Write(text) + " ")[0])).QuickCheckThrowOnFailure();
    }
}
