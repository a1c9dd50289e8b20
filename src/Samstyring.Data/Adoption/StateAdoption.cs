using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Samstyring.Data.Records;
using Samstyring.Domain.Access;
using Samstyring.Domain.Adoption;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Stewardship;

namespace Samstyring.Data.Adoption;

/// <summary>What somebody writes of a municipality and a solution: no more than ten fields .</summary>
/// <param name="Step">A code of <see cref="AdoptionStep"/>; null withdraws what an owner said.</param>
/// <param name="Version">Of what it was written on; 0 where there was nothing.</param>
public sealed record AdoptionWritten(string? Step, string? Since, string? Source, string? Reason, string? PlannedInUse, string? Product, string? Wave, string? Contact, int Version);

/// <summary>What was stored.</summary>
public sealed record AdoptionStored(int Version);

/// <summary>As what somebody may speak of a municipality and a solution.</summary>
public enum AdoptionVoice { None = 1, Municipality, Owner }

/// <summary>A municipality, or a co-operation with its mandate, says how far it has come; the owner of a solution says what it knows .</summary>
public sealed class StateAdoption(SamstyringDb db, TimeProvider clock)
{
    public const string LostUpdate = "adoption.lost-update";
    public const string NoSuchMunicipality = "adoption.no-such-municipality";
    public const string FormerNumber = "adoption.former-number";

    /// <param name="number">Of the municipality: a number of today.</param>
    public async Task<Outcome<AdoptionStored>> RunAsync(string solutionKey, string number, AdoptionWritten written, Standing standing, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await RecordVersion.LockAsync(db, new("adoption", RecordTypes.Tied(solutionKey, number)), ct);
        if (await db.Solutions.SingleOrDefaultAsync(s => s.Key == solutionKey, ct) is not { } solution)
        {
            return new Refusal(new Reason(ChangeRecord.NotFound));
        }

        if (await MunicipalityAsync(number, ct) is not { } municipality)
        {
            return new Refusal(await WhyUnknownAsync(db, number, ct));
        }

        var now = clock.GetUtcNow();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var voice = await VoiceAsync(db, solution, municipality.Id, standing, today, ct);
        if (voice is AdoptionVoice.None)
        {
            return new Refusal(new Reason(Correction.NotAllowed));
        }

        var stored = await StoreAsync(solution, number, municipality, written, voice, standing, now, ct);
        if (stored.IsAccepted(out _, out _))
        {
            await transaction.CommitAsync(ct);
        }

        return stored;
    }

    private async Task<Outcome<AdoptionStored>> StoreAsync(Solution solution, string number, Found municipality, AdoptionWritten written, AdoptionVoice voice, Standing standing, DateTimeOffset now, CancellationToken ct)
    {
        var known = await db.AdoptionRecords.AsTracking().SingleOrDefaultAsync(a => a.Solution == solution.Id && a.Municipality == municipality.Id, ct);
        if ((known?.Version ?? 0) != written.Version)
        {
            return new Refusal(new Reason(LostUpdate, Field: null, known?.Version.ToString(CultureInfo.InvariantCulture)));
        }

        var record = known ?? new AdoptionRecord { Solution = solution.Id, Municipality = municipality.Id };
        if (await ApplyAsync(record, solution, number, solution.IsFor(municipality.County, municipality.Population), written, voice, standing, now, ct) is { } wrong)
        {
            db.ChangeTracker.Clear();
            return new Refusal(wrong);
        }

        if (known is null)
        {
            db.Add(record);
        }

        await db.SaveChangesAsync(ct);
        return new AdoptionStored(record.Version);
    }

    /// <summary>The municipality itself and whoever has its mandate speak for it; the owner of the solution speaks for the solution.</summary>
    public static async Task<AdoptionVoice> VoiceAsync(SamstyringDb db, Solution solution, OrganisationId municipality, Standing standing, DateOnly today, CancellationToken ct)
    {
        if (standing.OnBehalfOf is not { } body || !standing.Is(Role.Contributor))
        {
            return AdoptionVoice.None;
        }

        return body == municipality || (await Names.MandatedForAsync(db, municipality, solution.Name, today, ct)).Contains(body) ? AdoptionVoice.Municipality
            : body == solution.Owner ? AdoptionVoice.Owner
            : AdoptionVoice.None;
    }

    /// <summary>Why a number is none of today's: it was one before, and then it says which it became.</summary>
    public static async Task<Reason> WhyUnknownAsync(SamstyringDb db, string number, CancellationToken ct)
    {
        var became = await db.FormerMunicipalityNumbers.Where(f => f.OldNumber == number).Join(db.Municipalities, f => f.Municipality, m => m.Id, (_, m) => m.Number).Distinct().OrderBy(n => n).ToListAsync(ct);
        return became is [] ? new(NoSuchMunicipality, "municipality", number) : new(FormerNumber, "municipality", string.Join(", ", became));
    }

    private sealed record Found(OrganisationId Id, string County, int Population);

    private async Task<Found?> MunicipalityAsync(string number, CancellationToken ct) =>
        await (from m in db.Municipalities
               join c in db.Organisations on m.County equals c.Id
               where m.Number == number
               select new Found(m.Id, c.Key, m.Population2026)).SingleOrDefaultAsync(ct);

    /// <summary>Puts what is written into a record, and tells of it; nothing where it is refused.</summary>
    internal async Task<Reason?> ApplyAsync(AdoptionRecord record, Solution solution, string number, bool isEligible, AdoptionWritten written, AdoptionVoice voice, Standing standing, DateTimeOffset now, CancellationToken ct)
    {
        var (before, claimed) = (record.Step, record.ClaimedStep);
        if (await ApplyAsync(record, solution, isEligible, written, voice, standing.OnBehalfOf!.Value, DateOnly.FromDateTime(now.UtcDateTime), ct) is { } wrong)
        {
            return wrong;
        }

        db.Record(voice is AdoptionVoice.Municipality
            ? new AdoptionStated(solution.Key, number, before, record.Step!.Value, record.Since, record.Source, standing.Actor, now) { Reason = record.AnswerReason }
            : new AdoptionClaimed(solution.Key, number, claimed, record.ClaimedStep, record.ClaimedSince, record.ClaimSource, standing.Actor, now));
        return null;
    }

    private async Task<Reason?> ApplyAsync(AdoptionRecord record, Solution solution, bool isEligible, AdoptionWritten written, AdoptionVoice voice, OrganisationId by, DateOnly today, CancellationToken ct)
    {
        if (Tidy(written.Step) is not { } code)
        {
            return voice is AdoptionVoice.Owner ? LadderRules.Claim(record, said: null, by, today) : new(RecordReader.Required, "step");
        }

        if (!Codes.TryParse<AdoptionStep>(code, out var step))
        {
            return new(RecordReader.NotAllowed, "step", code);
        }

        StepSaid said = new(step, Tidy(written.Since), Tidy(written.Source));
        if (TooLong(written) is { } wrong)
        {
            return wrong;
        }

        if (LadderRules.Check(solution, isEligible, said, today) is { } refused)
        {
            return refused;
        }

        if (voice is AdoptionVoice.Owner)
        {
            return LadderRules.Claim(record, said, by, today);
        }

        return LadderRules.State(record, said, Tidy(written.Reason), by, today) ?? await DescribeAsync(record, written, ct);
    }

    /// <summary>What only the municipality says: its plan, its product, its wave and whom to ask.</summary>
    private async Task<Reason?> DescribeAsync(AdoptionRecord record, AdoptionWritten written, CancellationToken ct)
    {
        var planned = Tidy(written.PlannedInUse);
        if (planned is not null && !AsOf.IsValid(planned))
        {
            return new(RecordReader.NotATime, "plannedInUse", planned);
        }

        (record.PlannedInUse, record.Contact) = (planned, Tidy(written.Contact));
        foreach (var (name, text) in new[] { ("product", Tidy(written.Product)), ("wave", Tidy(written.Wave)) })
        {
            PartId? part = Guid.TryParseExact(text, "D", out var guid) ? new(guid) : null;
            if (text is not null && (part is not { } wanted || !await (name == "product" ? db.Set<SolutionProduct>().AnyAsync(p => p.Id == wanted && p.Solution == record.Solution, ct) : db.Set<AdoptionWave>().AnyAsync(p => p.Id == wanted && p.Solution == record.Solution, ct))))
            {
                return new("field.no-such-thing", name, text);
            }

            _ = name == "product" ? record.Product = part : record.Wave = part;
        }

        return null;
    }

    private static Reason? TooLong(AdoptionWritten written)
    {
        foreach (var (name, text) in new[] { ("source", written.Source), ("reason", written.Reason), ("contact", written.Contact) })
        {
            if (text?.Length > RecordField.LineLength)
            {
                return new(RecordReader.TooLong, name, RecordField.LineLength.ToString(CultureInfo.InvariantCulture));
            }
        }

        return null;
    }

    private static string? Tidy(string? text) => text?.Trim() is { Length: > 0 } tidy ? tidy : null;
}
