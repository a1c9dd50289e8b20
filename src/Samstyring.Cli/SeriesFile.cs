using System.Globalization;
using CsvHelper;
using Samstyring.Analysis.Adoption.Curves;
using Samstyring.Domain.Kernel;

namespace Samstyring.Cli;

/// <summary>A series of adopters as it stands in a CSV file with the columns <c>period</c> and <c>adopters</c>. Other columns are not read.</summary>
/// <param name="Lines">The line in the file of each point.</param>
internal sealed record SeriesFile(IReadOnlyList<AdoptionPoint> Points, IReadOnlyList<int> Lines)
{
    private const string PeriodColumn = "period";
    private const string AdoptersColumn = "adopters";

    /// <returns>The series, or what is wrong with the form of the file: a reason's field is the line.</returns>
    public static Outcome<SeriesFile> Read(Stream content)
    {
        try
        {
            using var csv = CsvReader.Create(content, new() { HasHeader = true, TrackLineNumbers = true, MalformedData = CsvMalformedDataHandling.Throw }, leaveOpen: true);
            csv.ReadHeader();
            List<string> header = [.. csv.Headers.Select(name => name.Trim())];
            Reason[] missing = [.. new[] { PeriodColumn, AdoptersColumn }.Except(header, StringComparer.Ordinal).Select(column => new Reason("series.no-column", Line(1), column))];
            return missing is [] ? Rows(csv, header.IndexOf(PeriodColumn), header.IndexOf(AdoptersColumn), header.Count) : new Refusal(missing);
        }
        catch (CsvFormatException broken)
        {
            return new Refusal(new Reason("series.no-csv", Line(Math.Max(1, (int)broken.LineNumber)), broken.Message));
        }
    }

    private static Outcome<SeriesFile> Rows(CsvReader csv, int period, int adopters, int columns)
    {
        var (points, lines, reasons) = (new List<AdoptionPoint>(), new List<int>(), new List<Reason>());
        while (csv.Read())
        {
            var line = (int)csv.LineNumber;
            if (csv.FieldCount != columns)
            {
                reasons.Add(new("series.cells", Line(line), string.Create(CultureInfo.InvariantCulture, $"{csv.FieldCount} cells, but the header has {columns}")));
            }
            else if (!double.TryParse(csv.GetString(adopters), NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            {
                reasons.Add(new("series.no-number", Line(line), csv.GetString(adopters)));
            }
            else
            {
                points.Add(new(csv.GetString(period), number));
                lines.Add(line);
            }
        }

        return reasons is [] ? new SeriesFile(points, lines) : new Refusal(reasons);
    }

    private static string Line(int number) => number.ToString(CultureInfo.InvariantCulture);
}
