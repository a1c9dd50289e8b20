using System.Globalization;
using System.IO.Compression;
using CsvHelper;
using ExcelDataReader;
using Samstyring.Domain.Kernel;

namespace Samstyring.Data.Import;

/// <summary>A file as a header and rows, read from the first to the last.</summary>
internal abstract class ImportTable : IDisposable
{
    public const int MostColumns = 200;

    /// <summary>The names of the columns.</summary>
    public abstract IReadOnlyList<string> Header { get; }

    /// <exception cref="UnreadableFileException">The file is broken from here on.</exception>
    public abstract IEnumerable<ImportRow> Rows();

    public abstract void Dispose();

    /// <summary>What a reader makes of a broken file: which exceptions it has for that, its authors did not write down.</summary>
    protected static T Guarded<T>(Func<T> read, Func<int> row)
    {
        try
        {
            return read();
        }
        catch (Exception broken) when (broken is not (OperationCanceledException or UnreadableFileException or OutOfMemoryException))
        {
            throw new UnreadableFileException(new(broken is CsvFormatException { LineNumber: > 0 and var line } ? (int)line : row(), null, "import.broken"));
        }
    }
}

/// <summary>Comma, semicolon or tab between the cells, whichever the header has most of.</summary>
internal sealed class TextTable : ImportTable
{
    private const int LongestRow = 1024 * 1024;

    private static readonly char[] Separators = [',', ';', '\t'];

    private readonly CsvReader _csv;

    public TextTable(string path)
    {
        _csv = Guarded(() => CsvReader.FromFile(path, new() { HasHeader = true, Separator = SeparatorOf(path), TrackLineNumbers = true, MaxRecordSize = LongestRow }), () => 1);
        Header = Guarded<IReadOnlyList<string>>(
            () =>
            {
                _csv.ReadHeader();
                return [.. _csv.Headers];
            },
            () => 1);
    }

    public override IReadOnlyList<string> Header { get; }

    public override IEnumerable<ImportRow> Rows()
    {
        while (Guarded(_csv.Read, () => (int)_csv.LineNumber + 1))
        {
            var line = (int)_csv.LineNumber;
            if (_csv.FieldCount != Header.Count)
            {
                throw new UnreadableFileException(new(line, null, "import.cells", string.Create(CultureInfo.InvariantCulture, $"{_csv.FieldCount}/{Header.Count}")));
            }

            yield return new(line, [.. Enumerable.Range(0, Header.Count).Select(Cell)], Numbers: null);
        }
    }

    public override void Dispose() => _csv.Dispose();

    private string? Cell(int i) => _csv.GetString(i) is { Length: > 0 } text ? SpreadsheetText.Read(text) : null;

    /// <summary>Byte order marks are honoured by the reader; what is no text was found before.</summary>
    private static char SeparatorOf(string path)
    {
        using var reader = new StreamReader(path, detectEncodingFromByteOrderMarks: true);
        var start = new char[8_192];
        var header = new string(start, 0, reader.ReadBlock(start)).Split('\n')[0];
        return Separators.MaxBy(separator => header.Count(separator.Equals));
    }
}

/// <summary>The first sheet of a workbook (XLSX).</summary>
internal sealed class WorkbookTable : ImportTable
{
    private const int MostEntries = 500;

    /// <summary>Unpacked. 200,000 rows with twenty cells take about half of it.</summary>
    private const long MostUnpacked = 300L * 1024 * 1024;

    /// <summary>Below this a file may be packed as tightly as it likes.</summary>
    private const long SmallUnpacked = 5L * 1024 * 1024;

    private const int MostRatio = 200;

    private readonly FileStream _file;

    private readonly IExcelDataReader _reader;

    private int _row;

    public WorkbookTable(string path)
    {
        _file = File.OpenRead(path);
        _reader = Guarded(() => ExcelReaderFactory.CreateOpenXmlReader(_file), () => 0);
        if (_reader.FieldCount > MostColumns)
        {
            throw new UnreadableFileException(new(0, null, "import.too-many-columns", MostColumns.ToString(CultureInfo.InvariantCulture)));
        }

        Header = Next() ? [.. Enumerable.Range(0, _reader.FieldCount).Select(i => Cell(i).Text ?? "")] : throw new UnreadableFileException(new(0, null, "import.empty"));
        while (Header is [.., ""])
        {
            Header = [.. Header.SkipLast(1)];
        }
    }

    public override IReadOnlyList<string> Header { get; }

    /// <summary>Unpacks everything once without keeping it: what a packed file says of its own size is not to be believed.</summary>
    public static ImportError? Check(string path)
    {
        try
        {
            using var zip = ZipFile.OpenRead(path);
            if (zip.Entries.Count > MostEntries)
            {
                return new(0, null, "import.bomb");
            }

            var (packed, unpacked, buffer) = (new FileInfo(path).Length, 0L, new byte[81_920]);
            foreach (var entry in zip.Entries)
            {
                using var content = entry.Open();
                int read;
                while ((read = content.Read(buffer)) > 0)
                {
                    unpacked += read;
                    if (unpacked > MostUnpacked || (unpacked > SmallUnpacked && unpacked / packed > MostRatio))
                    {
                        return new(0, null, "import.bomb");
                    }
                }
            }

            return null;
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException or NotSupportedException)
        {
            return new(0, null, "import.not-a-table");
        }
    }

    public override IEnumerable<ImportRow> Rows()
    {
        while (Next())
        {
            (string? Text, bool IsNumber)[] cells = Guarded<(string?, bool)[]>(() => [.. Enumerable.Range(0, _reader.FieldCount).Select(Cell)], () => _row);
            if (cells.Skip(Header.Count).Any(cell => cell.Text is not null))
            {
                throw new UnreadableFileException(new(_row, null, "import.cells", string.Create(CultureInfo.InvariantCulture, $"{cells.Length}/{Header.Count}")));
            }

            if (Array.Exists(cells, cell => cell.Text is not null))
            {
                yield return new(_row, [.. cells.Take(Header.Count).Select(cell => cell.Text)], [.. cells.Take(Header.Count).Select(cell => cell.IsNumber)]);
            }
        }
    }

    public override void Dispose()
    {
        _reader.Dispose();
        _file.Dispose();
    }

    private bool Next()
    {
        _row++;
        return Guarded(_reader.Read, () => _row);
    }

    private (string? Text, bool IsNumber) Cell(int i) => _reader.GetValue(i) switch
    {
        null or "" => (null, false),
        string text => (SpreadsheetText.Read(text), false),
        bool answer => (answer ? "yes" : "no", false),
        DateTime time => (time.ToString(time.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), false),
        double number => (number.ToString("R", CultureInfo.InvariantCulture), true),
        var other => (Convert.ToString(other, CultureInfo.InvariantCulture), true),
    };
}
