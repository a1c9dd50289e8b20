namespace Samstyring.Domain.Kernel;

/// <summary>
/// Text in the cells of files that people open in a spreadsheet, which would run a text that begins like a formula. Such a text is
/// written with an apostrophe before it, and so is one that would be read as such: what was written is always what is read back.
/// </summary>
public static class SpreadsheetText
{
    private const string Dangerous = "=+-@\t\r";

    /// <summary>The text as it stands in a cell. Only for texts: a negative number is no formula.</summary>
    public static string Write(string text) => Runs(text.AsSpan().TrimStart('\'')) ? "'" + text : text;

    /// <summary>The text that a cell means.</summary>
    public static string Read(string cell) => cell.StartsWith('\'') && Runs(cell.AsSpan().TrimStart('\'')) ? cell[1..] : cell;

    private static bool Runs(ReadOnlySpan<char> text) => text.Length > 0 && Dangerous.Contains(text[0], StringComparison.Ordinal);
}
