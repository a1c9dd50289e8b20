using Samstyring.Data.Import;
using Samstyring.Web.Features.Design;
using Samstyring.Web.Features.Design.Lists;

namespace Samstyring.Web.Features.Import;

/// <summary>The report of an import as a file: a row for each error and each fact that changes.</summary>
internal static class ImportReportFile
{
    private sealed record Line(int Row, string? Column, string Kind, string? Record, string? Before, string? After, string? Text);

    public static async Task<byte[]> WriteAsync(Ui ui, ImportReport report, CancellationToken ct)
    {
        ExportField<Line>[] fields =
        [
            new("row", l => l.Row), new("column", l => l.Column), new("kind", l => l.Kind), new("record", l => l.Record), new("before", l => l.Before), new("after", l => l.After), new("text", l => l.Text),
        ];
        IEnumerable<Line> lines = report.Errors.Select(e => new Line(e.Row, e.Column, "error", null, null, null, ImportWords.Error(ui, e)))
            .Concat(report.Changes.SelectMany(c => c.Changes.Select(f => new Line(c.Row, f.Field, c.IsNew ? "new" : "change", c.Record.Key, f.Before, f.After, null))));
        using var stream = new MemoryStream();
        await ListFiles.WriteCsvAsync(stream, fields, lines.ToAsyncEnumerable(), ct);
        return stream.ToArray();
    }
}
