using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Samstyring.Bare.Pages;

/// <summary>A row of the bare page: texts and nothing else.</summary>
public sealed record BareRow(string Key, string Name, string Kind, string Level, string Parent, string Source);

/// <summary>
/// What Razor itself costs: a table of rows in memory, encoded, in a layout. No database, no component, no language. What a page of
/// Samstyring is measured against.
/// </summary>
public sealed class IndexModel : PageModel
{
    /// <summary>Bytes of a row as the page writes it, near enough; the benchmark corrects what it asks for by what it gets.</summary>
    private const int BytesOfRow = 560;

    private static readonly string[] Places = ["Ålesund", "Bærum", "Tromsø", "Flekkefjord", "Nærøysund", "Hå", "Målselv", "Øygarden", "Kárášjohka – Karasjok", "Sør-Varanger"];
    private static readonly string[] Bodies = ["legevakt", "brann- og redningstjeneste", "kulturskole", "vann- og avløpsselskap", "IKT-samarbeid", "næringsforening", "oppvekstkontor"];

    private static readonly BareRow[] All = [.. Enumerable.Range(1, 5_000).Select(i => new BareRow(
        string.Create(CultureInfo.InvariantCulture, $"bar-{i}"), $"{Places[i % Places.Length]} {Bodies[i % Bodies.Length]}", "Interkommunalt samarbeid", "Kommune",
        $"{Places[(i + 3) % Places.Length]} kommune", string.Create(CultureInfo.InvariantCulture, $"Sju livshendelser – status, kapittel {i % 9}, side {i % 40}")))];

    public IEnumerable<BareRow> Rows { get; private set; } = [];

    /// <param name="bytes">About how many bytes of HTML are wanted.</param>
    public void OnGet([FromQuery] int bytes = 50_000) => Rows = All.Take(Math.Max(1, bytes / BytesOfRow));
}
