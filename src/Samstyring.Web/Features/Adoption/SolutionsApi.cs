using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Samstyring.Analysis.Adoption.Curves;
using Samstyring.Analysis.Adoption.Spread;
using Samstyring.Data;
using Samstyring.Data.Adoption;
using Samstyring.Data.Import;
using Samstyring.Data.Records;
using Samstyring.Domain.Access;
using Samstyring.Domain.Adoption;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Stewardship;
using Samstyring.Web.Features.Design.Lists;
using Samstyring.Web.Platform;

namespace Samstyring.Web.Features.Adoption;

/// <summary>One solution with its published figures.</summary>
/// <param name="Eligible">Municipalities that it is for, which the figures are of.</param>
/// <param name="InUseInhabitants">Inhabitants of those that have it in use, on 1 January 2026.</param>
public sealed record SolutionDetail(
    string Key, LocalizedText Name, LocalizedText Purpose, string Owner, string? Initiative, SolutionState? State, string? Idea, string? Announced, string? Available, string? DecideBy, string? Mandatory, int? AgreedMonths, int? StaffDays, LocalizedText SetAside,
    string? Specification, bool IsExample, int Eligible, long EligibleInhabitants, int InUse, long InUseInhabitants, int Decided, int Unknown, IReadOnlyList<ObservationItem> Observations, Provenance Provenance);

/// <summary>A published figure, an observation of the whole.</summary>
public sealed record ObservationItem(string Key, LocalizedText When, string? CountedOn, int? Count, int? Of, int? InhabitantsPercent, LocalizedText Text, LocalizedText Note, Provenance Provenance);

/// <summary>A price for one municipality. Amounts are kroner as decimal strings.</summary>
/// <param name="IsKnown">Whether every part is known; where not, the amounts are the least it can be.</param>
public sealed record PriceItem(string Municipality, int Year, int Adopters, long AdopterInhabitants, PriceMoment Moment, string OneOff, string Yearly, string Currency, bool IsKnown);

/// <summary>A forecast: the published series continued, and the simulation.</summary>
/// <param name="CurveRefused">A stable code where no curve is made.</param>
/// <param name="FirstQuarter">The first that is simulated: <c>2027-Q1</c>.</param>
/// <param name="Assumptions">Codes of what is assumed.</param>
public sealed record ForecastItem(
    string Solution, CurveForecast? Curve, string? CurveRefused, string FirstQuarter, int Runs, long Seed, int ModelVersion, int Eligible, long EligibleInhabitants, IReadOnlyList<SpreadQuarter> Quarters, IReadOnlyList<SpreadArrival> Arrivals,
    IReadOnlyList<SpreadQuarter>? ChangedQuarters, IReadOnlyList<SpreadArrival>? ChangedArrivals, IReadOnlyList<string> Assumptions, IReadOnlyList<MemberProbability> Municipalities);

/// <summary>The probability that a municipality has the solution in use: for the owner's team, and for the municipality itself.</summary>
public sealed record MemberProbability(string Municipality, double InOneYear, double InFiveYears);

internal static class SolutionsApi
{
    private const string Tag = "Adoption";

    public static void MapSolutions(this IEndpointRouteBuilder api)
    {
        api.MapList(new SolutionList(), Tag);
        api.MapGet("/solutions/{key}", GetAsync).WithName("GetSolution").WithTags(Tag);
        api.MapListOf("/solutions/{key}/adoption", "ListAdoption", Tag, new AdoptionList(new Solution { Id = SolutionId.Of(""), Key = "", Name = LocalizedText.Unknown, Owner = default, Provenance = new("samstyring", "2026", Certainty.Stated), SortKey = "", Folded = "" }),
            async (db, key, ct) => await db.Solutions.SingleOrDefaultAsync(s => s.Key == key, ct) is { } solution ? new AdoptionList(solution) : null);
        api.MapPut("/solutions/{key}/adoption/{municipality}", PutAsync).WithName("StateAdoption").WithTags(Tag).Produces<AdoptionStored>().ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesProblem(StatusCodes.Status422UnprocessableEntity).ProducesProblem(StatusCodes.Status428PreconditionRequired);
        api.MapPost("/solutions/{key}/adoption", ImportAsync).WithName("ImportAdoption").WithTags(Tag).WithMetadata(new NeedsScope(TokenScope.Import)).Accepts<IFormFile>("text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
            .Produces<AdoptionImported>().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        api.MapGet("/solutions/{key}/price", PriceAsync).WithName("GetPrice").WithTags(Tag).ProducesProblem(StatusCodes.Status400BadRequest);
        api.MapGet("/solutions/{key}/forecast", ForecastAsync).WithName("GetForecast").WithTags(Tag).ProducesProblem(StatusCodes.Status400BadRequest);
    }

    private static async Task<Results<Ok<SolutionDetail>, ProblemHttpResult>> GetAsync(string key, SamstyringDb db, CancellationToken ct)
    {
        if (await SolutionReader.ReadAsync(db, key, ct) is not { } facts)
        {
            return ListApi.NotFound();
        }

        var s = facts.Solution;
        var figures = SolutionReader.FiguresOf(await SolutionReader.MunicipalitiesAsync(db, s, ct));
        return TypedResults.Ok(new SolutionDetail(
            s.Key, s.Name, s.Purpose, facts.Owner.Key, facts.Initiative?.Key, s.State, s.Idea, s.Announced, s.Available, s.DecideBy, s.Mandatory, s.AgreedMonths, s.StaffDays, s.SetAside, s.Specification, s.IsExample,
            figures.Eligible, figures.Inhabitants, figures.InUse.Municipalities, figures.InUse.Inhabitants, figures.Decided.Municipalities, figures.Unknown.Municipalities,
            [.. facts.Of<AdoptionObservation>().Select(o => new ObservationItem(o.Id.ToString(), o.Name, o.Starts, o.Count, o.Of, o.Share, o.Text, o.Note, o.Provenance))], s.Provenance));
    }

    /// <summary>A municipality says how far it has come, or the owner says what it knows. <c>If-Match</c> names the version; <c>"0"</c> is that nothing was said.</summary>
    private static async Task<IResult> PutAsync(string key, string municipality, [FromBody] AdoptionBody body, HttpContext http, StateAdoption state, CancellationToken ct)
    {
        if (http.Request.Headers.IfMatch is not [{ Length: > 2 } tag] || !int.TryParse(tag.Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version))
        {
            return Problem(StatusCodes.Status428PreconditionRequired, "if-match.required", "Name the version that you saw in If-Match. Nothing was changed.");
        }

        var outcome = await state.RunAsync(key, municipality, new(body.Step, body.Since, body.Source, body.Reason, body.PlannedInUse, body.Product, body.Wave, body.Contact, version), SignedIn.StandingOf(http), ct);
        if (outcome.IsAccepted(out var stored, out var refusal))
        {
            http.Response.Headers.ETag = $"\"{stored.Version}\"";
            return TypedResults.Ok(stored);
        }

        var reason = refusal.Reasons[0];
        return reason.Code switch
        {
            ChangeRecord.NotFound or Correction.NotAllowed => ListApi.NotFound(),
            StateAdoption.LostUpdate => Problem(StatusCodes.Status412PreconditionFailed, reason.Code, "Somebody stored something since you read it. Nothing was changed.", refusal),
            _ => Problem(StatusCodes.Status422UnprocessableEntity, reason.Code, "The change was refused. Nothing was changed.", refusal),
        };
    }

    /// <summary>Many statements from a file, all or none; the body is the file.</summary>
    private static async Task<IResult> ImportAsync(string key, HttpContext http, ImportAdoption import, CancellationToken ct)
    {
        if (http.Request.Headers["Sec-Fetch-Site"].ToString() is not ("" or "same-origin" or "none"))
        {
            return Problem(StatusCodes.Status403Forbidden, "other-site", "The request comes from another site. Nothing was changed.");
        }

        using var file = await ImportFile.ReceiveAsync(key, http.Request.Body, ct);
        return await import.RunAsync(key, file, SignedIn.StandingOf(http), ct) switch
        {
            null => ListApi.NotFound(),
            { Succeeded: true } done => TypedResults.Ok(done),
            var report => TypedResults.Problem(statusCode: StatusCodes.Status422UnprocessableEntity, title: "The file has errors. Nothing was changed.", extensions: [new("code", report.Errors[0].Code), new("errors", report.Errors)]),
        };
    }

    private static async Task<Results<Ok<Envelope<PriceItem>>, ProblemHttpResult>> PriceAsync(string key, string? municipality, string? adopters, string? uses, HttpContext http, SamstyringDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await SolutionReader.ReadAsync(db, key, ct) is not { } facts)
        {
            return ListApi.NotFound();
        }

        var all = await SolutionReader.MunicipalitiesAsync(db, facts.Solution, ct);
        // Nobody's in particular: that of the one who asks, else of the municipality in the middle by inhabitants.
        var wanted = municipality is not null ? all.FirstOrDefault(m => m.Number == municipality) : all.FirstOrDefault(m => m.Id == SignedIn.StandingOf(http).OnBehalfOf && m.IsEligible) ?? PriceCurve.Middle(all);
        if (municipality is not null && wanted is null)
        {
            var why = await StateAdoption.WhyUnknownAsync(db, municipality, ct);
            return TypedResults.Problem(statusCode: StatusCodes.Status400BadRequest, title: why.Code is StateAdoption.FormerNumber ? $"The number is no longer in use. The municipality now has {why.Value}." : "There is no such municipality.", extensions: [new("code", why.Code), new("value", why.Value), new("errors", new Dictionary<string, string[]>(StringComparer.Ordinal) { ["municipality"] = [$"«{municipality}» is not allowed. Allowed: {why.Code switch { StateAdoption.FormerNumber => why.Value, _ => "4207" }}"] })]);
        }

        List<BadValue> bad = [];
        var (count, cases) = (Whole("adopters", adopters, 1, all.Count(m => m.IsEligible), bad), Whole("uses", uses, 0, 10_000_000, bad));
        if (bad is not [])
        {
            return ListApi.BadQuery(bad);
        }

        var curve = PriceCurve.Of(facts, all, wanted, clock.GetUtcNow().Year + 1, count, cases);
        return TypedResults.Ok(ListApi.Whole<PriceItem>([.. (curve?.At ?? []).Select(at => new PriceItem(
            curve!.Municipality.Number, curve.Year, at.Adopters, at.Inhabitants, at.Moment, Kroner(at.Price.OneOff), Kroner(at.Price.Yearly), "NOK", at.Price.IsKnown))]));
    }

    private static async Task<Results<Ok<ForecastItem>, ProblemHttpResult>> ForecastAsync(string key, HttpContext http, SamstyringDb db, TimeProvider clock, CancellationToken ct)
    {
        var (asked, wrong) = ForecastAsked.Read(http.Request.Query, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        if (wrong is not [])
        {
            return ListApi.BadQuery([.. wrong.Select(r => new BadValue(r.Field!, http.Request.Query[r.Field!].ToString(), r.Value!))]);
        }

        if (await Forecast.MakeAsync(db, key, asked, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), ct) is not { } made)
        {
            return ListApi.NotFound();
        }

        var standing = SignedIn.StandingOf(http);
        var seesEach = ForecastPageModel.SeesEach(standing, made.Facts.Solution);
        var each = made.Municipalities.Index().Where(m => m.Item.IsEligible && (seesEach || m.Item.Id == standing.OnBehalfOf)).Select(m => new MemberProbability(m.Item.Number, made.Spread.Probability(m.Index, 3), made.Spread.Probability(m.Index, 19)));
        var (year, quarter) = Quarter.At(made.Quarter);
        return TypedResults.Ok(new ForecastItem(
            key, made.Curve, made.CurveRefused?.Code, string.Create(CultureInfo.InvariantCulture, $"{year}-Q{quarter}"), made.Spread.Runs, (long)made.Spread.Seed, made.Spread.ModelVersion, made.Spread.EligibleMunicipalities, made.Spread.EligibleInhabitants,
            made.Spread.Quarters, made.Spread.Arrivals, made.Changed?.Quarters, made.Changed?.Arrivals, made.Spread.Assumptions, [.. each]));
    }

    private static int? Whole(string name, string? text, int least, int most, List<BadValue> bad)
    {
        if (text is null)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        bad.Add(new(name, text, $"{least}–{most}"));
        return null;
    }

    private static string Kroner(long øre) => (øre / 100m).ToString("0.00", CultureInfo.InvariantCulture);

    private static ProblemHttpResult Problem(int status, string code, string title, Refusal? refusal = null) => TypedResults.Problem(
        statusCode: status, title: title, extensions: refusal is null ? [new("code", code)] : [new("code", code), new("errors", refusal.Reasons.Select(r => new { r.Code, r.Field, r.Value }).ToList())]);
}

/// <summary>What is written of a municipality and a solution.</summary>
/// <param name="Step">A code such as <c>in_use</c>; null withdraws what an owner said.</param>
/// <param name="Since">A year, a month or a day.</param>
public sealed record AdoptionBody(string? Step, string? Since, string? Source, string? Reason, string? PlannedInUse, string? Product, string? Wave, string? Contact);
