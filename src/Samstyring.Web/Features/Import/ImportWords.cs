using Samstyring.Data.Import;
using Samstyring.Web.Features.Design;

namespace Samstyring.Web.Features.Import;

/// <summary>The words of a report in the reader's language.</summary>
internal static class ImportWords
{
    public static string Error(Ui ui, ImportError error) => ui["refusal." + error.Code, error.Value ?? ""];

    /// <summary>«Rad 4, kolonne parent».</summary>
    public static string Place(Ui ui, ImportError error) => error switch
    {
        { Row: 0 } => ui["import.whole-file"],
        { Column: null } => ui["import.row", error.Row],
        _ => ui["import.row-and-column", error.Row, error.Column],
    };

    public static IReadOnlyList<(string Value, string Name)> Types(Ui ui) => [.. ImportType.All.Select(type => (type.Name, ui["import.type." + type.Name]))];
}
