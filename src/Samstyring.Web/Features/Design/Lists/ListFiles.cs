using System.Globalization;
using CsvHelper;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Samstyring.Domain.Kernel;

namespace Samstyring.Web.Features.Design.Lists;

/// <summary>Writes a list as a file, row by row. Numbers are numbers; a text that a spreadsheet would run gets an apostrophe first.</summary>
internal static class ListFiles
{
    public static async Task WriteCsvAsync<TRow>(Stream stream, IReadOnlyList<ExportField<TRow>> fields, IAsyncEnumerable<TRow> rows, CancellationToken ct)
    {
        await using var csv = CsvWriter.Create(stream, new() { NewLine = "\n", Injection = CsvInjection.None }, leaveOpen: true);
        csv.WriteHeader(fields.Select(f => f.Name).ToArray());
        await foreach (var row in rows.WithCancellation(ct))
        {
            foreach (var field in fields)
            {
                csv.WriteField(field.Value(row) switch
                {
                    null => "",
                    string text => SpreadsheetText.Write(text),
                    bool answer => answer ? "yes" : "no",
                    var number => Convert.ToString(number, CultureInfo.InvariantCulture),
                });
            }

            await csv.EndRecordAsync(ct);
        }

        await csv.FlushAsync(ct);
    }

    /// <summary>A workbook with one sheet, a frozen header row and inline texts.</summary>
    public static async Task WriteXlsxAsync<TRow>(Stream stream, string name, IReadOnlyList<ExportField<TRow>> fields, IAsyncEnumerable<TRow> rows, CancellationToken ct)
    {
        using var file = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook);
        var book = file.AddWorkbookPart();
        var sheet = book.AddNewPart<WorksheetPart>();
        using (var writer = OpenXmlWriter.Create(sheet))
        {
            writer.WriteStartElement(new Worksheet());
            writer.WriteElement(new SheetViews(new SheetView(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 }));
            writer.WriteStartElement(new SheetData());
            WriteRow(writer, fields.Select(f => (object?)f.Name));
            await foreach (var row in rows.WithCancellation(ct))
            {
                WriteRow(writer, fields.Select(f => f.Value(row)));
            }

            writer.WriteEndElement();
            writer.WriteEndElement();
        }

        book.Workbook = new Workbook(new Sheets(new Sheet { Id = book.GetIdOfPart(sheet), SheetId = 1, Name = name.Length > 31 ? name[..31] : name }));
    }

    private static void WriteRow(OpenXmlWriter writer, IEnumerable<object?> values)
    {
        writer.WriteStartElement(new Row());
        foreach (var value in values)
        {
            writer.WriteElement(value switch
            {
                null => new Cell(),
                string text => new Cell(new InlineString(new Text(SpreadsheetText.Write(text)) { Space = SpaceProcessingModeValues.Preserve })) { DataType = CellValues.InlineString },
                bool answer => new Cell(new InlineString(new Text(answer ? "yes" : "no"))) { DataType = CellValues.InlineString },
                _ => new Cell(new CellValue(Convert.ToString(value, CultureInfo.InvariantCulture)!)) { DataType = CellValues.Number },
            });
        }

        writer.WriteEndElement();
    }
}
