using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Samstyring.Data;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Organisations;
using Samstyring.Web.Features.Design;

namespace Samstyring.Web.Features.Networks;

/// <summary>A line of the table with the name of whom it is of.</summary>
/// <param name="Path">Its page.</param>
public sealed record FeeRow(FeeLine Line, LocalizedText Name, string Path);

/// <summary>What does taking part cost each member and county, and what would other rates, members and numbers of inhabitants give ?</summary>
public sealed class FeesModel(SamstyringDb db, TimeProvider clock, Ui ui) : PageModel
{
    private WorkFacts _facts = null!;

    private FeeTable _table = null!;

    /// <summary>Kroner a municipality.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Grunn { get; set; }

    /// <summary>Kroner an inhabitant.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Innbygger { get; set; }

    /// <summary>Kroner a county.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Fylke { get; set; }

    /// <summary>Kroner an inhabitant, from the county.</summary>
    [BindProperty(SupportsGet = true)]
    public string? FylkeInnbygger { get; set; }

    /// <summary>Numbers or names of municipalities that leave, with commas between.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Uten { get; set; }

    /// <summary>Percent that the inhabitants of each member change by.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Vekst { get; set; }

    /// <summary>Whether those that stay pay together what all pay today.</summary>
    public bool KeepsTotal { get; private set; }

    public string Key => _facts.Key;

    public LocalizedText Name => _facts.Name;

    public IEnumerable<NetworkFee> Recorded => _facts.Of<NetworkFee>();

    public FeeRates Rates { get; private set; } = null!;

    /// <summary>Whether the reader tries something else than what is.</summary>
    public bool IsAsked { get; private set; }

    public int Year { get; private set; }

    public IReadOnlyList<FeeRow> Members { get; private set; } = [];

    public IReadOnlyList<FeeRow> Counties { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string key, CancellationToken ct)
    {
        if (await WorkReader.ReadAsync(db, key, ct) is not { } facts)
        {
            return NotFound();
        }

        _facts = facts;
        Year = clock.GetUtcNow().Year;
        Rates = FeeRates.Of(facts.Of<NetworkFee>(), Year);
        var (trial, bad) = FeeAsked.Read(name => Request.Query[name], FeeParameters.OfPage, Rates, facts.Members);
        foreach (var wrong in bad)
        {
            ModelState.AddModelError(wrong.Parameter, wrong.Parameter switch { nameof(Uten) => ui["fees.no-such-member", wrong.Value], nameof(Vekst) => ui["fees.not-a-growth", wrong.Value, FeeTrial.LeastGrowth, FeeTrial.MostGrowth], _ => ui["refusal.field.not-an-amount", wrong.Value] });
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }

        KeepsTotal = trial.KeepsTotal;
        IsAsked = trial.Rates != Rates || trial.Without.Count > 0 || trial.Growth != 0;
        _table = facts.Fees(Rates, trial);
        var (names, counties) = (facts.Members.ToDictionary(m => m.Number, m => m.Name, StringComparer.Ordinal), facts.Members.DistinctBy(m => m.County, StringComparer.Ordinal).ToDictionary(m => m.County, m => m.CountyName, StringComparer.Ordinal));
        Members = [.. _table.Members.Select(line => new FeeRow(line, names[line.Key], "/kommuner/" + line.Key))];
        Counties = [.. _table.Counties.Select(line => new FeeRow(line, counties[line.Key], "/organisasjoner/" + line.Key))];
        return Page();
    }

    public string Lead() => Rates is { Base: null, PerInhabitant: null } ? ui["fees.lead-none"] : ui["fees.lead", Total(_table.TotalNow), ui.Number(Members.Count), Year.ToString(CultureInfo.InvariantCulture)];

    public string TotalNow => Total(_table.TotalNow);

    public string TotalThen => Total(_table.TotalThen);

    public string TotalChange => _table is { TotalNow: { } now, TotalThen: { } then } ? Signed(then - now) : ui["unknown"];

    public IHtmlContent Fee(long? øre) => øre is { } known ? new StringHtml(ui.Kroner(known)) : ui.Unknown();

    /// <summary>What a body would pay; a member that leaves pays nothing.</summary>
    public IHtmlContent Then(FeeLine line) => line.PopulationThen is null ? new StringHtml(ui["fees.leaves"]) : Fee(line.Then);

    public IHtmlContent Change(FeeLine line) => line.Change is { } change ? new StringHtml(Signed(change)) : ui.Unknown();

    /// <summary>What a field is in, and what it is today.</summary>
    public string Hint(decimal? rate) => ui["fees.hint", rate is { } known ? ui.Rate(known) : ui["unknown"]];

    private string Total(long? øre) => øre is { } known ? ui.Kroner(known) : ui["unknown"];

    private string Signed(long øre) => øre > 0 ? "+" + ui.Kroner(øre) : ui.Kroner(øre);
}
