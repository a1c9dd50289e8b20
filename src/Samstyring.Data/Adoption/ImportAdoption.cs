using Microsoft.EntityFrameworkCore;
using Samstyring.Data.Import;
using Samstyring.Data.Records;
using Samstyring.Domain.Access;
using Samstyring.Domain.Adoption;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Organisations;

namespace Samstyring.Data.Adoption;

/// <summary>What an import of statements did. With any error nothing is stored.</summary>
/// <param name="Rows">Rows that were read.</param>
/// <param name="Stored">Statements that are stored.</param>
public sealed record AdoptionImported(int Rows, int Stored, IReadOnlyList<ImportError> Errors)
{
    public bool Succeeded => Errors.Count == 0;
}

/// <summary>
/// Many statements of one solution from a file, all or none: the owner says what it knows of many municipalities, a co-operation speaks for those that gave it a mandate.
/// </summary>
public sealed class ImportAdoption(SamstyringDb db, StateAdoption state, TimeProvider clock)
{
    public const string NotYours = "adoption.not-yours";
    public const string Twice = "adoption.twice";

    /// <summary>Municipalities that there are at most, and a good deal more.</summary>
    private const int MostRows = 2_000;

    private static readonly string[] Needed = ["municipality", "step"];

    private static readonly string[] Columns = ["municipality", "step", "since", "source", "reason", "planned_in_use", "contact"];

    /// <returns>Null where the viewer has no such solution, or speaks for nobody.</returns>
    public async Task<AdoptionImported?> RunAsync(string solutionKey, ImportFile file, Standing standing, CancellationToken ct)
    {
        if (standing.OnBehalfOf is not { } body || !standing.Is(Role.Contributor) || await db.Solutions.SingleOrDefaultAsync(s => s.Key == solutionKey, ct) is not { } solution)
        {
            return null;
        }

        if (Read(file, out var rows) is { } unreadable)
        {
            return new(0, 0, [unreadable]);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await RecordVersion.LockAsync(db, new("adoption-import", solutionKey), ct);
        var known = await KnownAsync(solution, body, ct);
        List<ImportError> errors = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (var (number, cells) in rows)
        {
            var municipality = cells["municipality"] ?? "";
            if (!seen.Add(municipality))
            {
                errors.Add(new(number, "municipality", Twice, municipality));
            }
            else if (await StoreAsync(solution, known, municipality, cells, standing, ct) is { } wrong)
            {
                errors.Add(new(number, Column(wrong.Field), wrong.Code, wrong.Value));
            }
        }

        if (errors.Count > 0)
        {
            db.ChangeTracker.Clear();
            db.BeginFor(db.Viewer);
            return new(rows.Count, 0, errors);
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return new(rows.Count, rows.Count, []);
    }

    private sealed record Known(IReadOnlyDictionary<string, (OrganisationId Id, bool IsEligible)> Municipalities, IReadOnlySet<OrganisationId> Mandated, Dictionary<OrganisationId, AdoptionRecord> Records);

    private async Task<Known> KnownAsync(Solution solution, OrganisationId body, CancellationToken ct)
    {
        var municipalities = await (from m in db.Municipalities join c in db.Organisations on m.County equals c.Id select new { m.Id, m.Number, County = c.Key, m.Population2026 }).ToListAsync(ct);
        string[] subjects = [Folding.Fold(solution.Name.ToString()), Folding.Fold(DecisionMandate.OwnFacts)];
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var mandates = await db.DecisionMandates.Where(m => m.Body == body && subjects.Contains(m.Folded)).ToListAsync(ct);
        return new(
            municipalities.ToDictionary(m => m.Number, m => (m.Id, solution.IsFor(m.County, m.Population2026)), StringComparer.Ordinal), mandates.Where(m => m.Holds(today)).Select(m => m.Municipality).ToHashSet(),
            await db.AdoptionRecords.AsTracking().Where(a => a.Solution == solution.Id).ToDictionaryAsync(a => a.Municipality, ct));
    }

    private async Task<Reason?> StoreAsync(Solution solution, Known known, string number, IReadOnlyDictionary<string, string?> cells, Standing standing, CancellationToken ct)
    {
        if (!known.Municipalities.TryGetValue(number, out var municipality))
        {
            return await StateAdoption.WhyUnknownAsync(db, number, ct);
        }

        var body = standing.OnBehalfOf!.Value;
        var voice = body == municipality.Id || known.Mandated.Contains(municipality.Id) ? AdoptionVoice.Municipality : body == solution.Owner ? AdoptionVoice.Owner : AdoptionVoice.None;
        if (voice is AdoptionVoice.None)
        {
            return new(NotYours, "municipality", number);
        }

        var isNew = !known.Records.TryGetValue(municipality.Id, out var record);
        record ??= new AdoptionRecord { Solution = solution.Id, Municipality = municipality.Id };
        AdoptionWritten written = new(cells["step"], cells["since"], cells["source"], cells["reason"], cells["planned_in_use"], record.Product?.ToString(), record.Wave?.ToString(), cells["contact"], record.Version);
        if (written.Step is null)
        {
            return new(RecordReader.Required, "step");
        }

        if (await state.ApplyAsync(record, solution, number, municipality.IsEligible, written, voice, standing, clock.GetUtcNow(), ct) is { } wrong)
        {
            return wrong;
        }

        if (isNew)
        {
            db.Add(record);
        }

        return null;
    }

    private static ImportError? Read(ImportFile file, out List<(int Number, IReadOnlyDictionary<string, string?> Cells)> rows)
    {
        rows = [];
        if (file.Check() is { } unreadable)
        {
            return unreadable;
        }

        using var table = file.Open();
        var places = table.Header.Index().Where(column => Columns.Contains(column.Item, StringComparer.Ordinal)).DistinctBy(column => column.Item, StringComparer.Ordinal).ToDictionary(column => column.Item, column => column.Index, StringComparer.Ordinal);
        if (Needed.FirstOrDefault(column => !places.ContainsKey(column)) is { } missing)
        {
            return new(1, missing, "import.missing-column", string.Join(", ", Columns));
        }

        foreach (var row in table.Rows())
        {
            if (rows.Count == MostRows)
            {
                return new(row.Number, null, "import.too-many-rows", MostRows.ToString(System.Globalization.CultureInfo.InvariantCulture));
            }

            rows.Add((row.Number, Columns.ToDictionary(column => column, column => places.TryGetValue(column, out var place) && row.Cells.Count > place && row.Cells[place]?.Trim() is { Length: > 0 } cell ? cell : null, StringComparer.Ordinal)));
        }

        return rows.Count == 0 ? new(0, null, "import.empty") : null;
    }

    private static string? Column(string? field) => field == "plannedInUse" ? "planned_in_use" : field;
}
