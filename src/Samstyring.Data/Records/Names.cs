using Microsoft.EntityFrameworkCore;
using Samstyring.Domain.Initiatives;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.LifeEvents;

namespace Samstyring.Data.Records;

/// <summary>Names, paths and mandates that the cards of records need.</summary>
internal static class Names
{
    public sealed record Body(string Key, LocalizedText Name);

    public static async Task<Body> BodyAsync(SamstyringDb db, OrganisationId id, CancellationToken ct) =>
        await db.Organisations.Where(o => o.Id == id).Select(o => new Body(o.Key, o.Name)).SingleAsync(ct);

    public static async Task<LocalizedText> OfAsync(SamstyringDb db, OrganisationId id, CancellationToken ct) => (await BodyAsync(db, id, ct)).Name;

    /// <summary>The page of a body: municipalities and the regional networks have pages of their own kind.</summary>
    public static async Task<string> PathAsync(SamstyringDb db, OrganisationId id, string key, CancellationToken ct)
    {
        if (key.Length == 4 && key.All(char.IsAsciiDigit))
        {
            return "/kommuner/" + key;
        }

        return (await db.Networks.AnyAsync(n => n.Id == id, ct) ? "/nettverk/" : "/organisasjoner/") + key;
    }

    /// <summary>«Kristiansand – Digi Agder», in each language that one of them has a name of its own in.</summary>
    public static LocalizedText Tied(params IReadOnlyList<LocalizedText> names) => new(
        string.Join(" – ", names.Select(n => n.In("nb")?.Text ?? "")),
        names.Any(n => n.Nn is not null) ? string.Join(" – ", names.Select(n => n.In("nn")?.Text ?? "")) : null,
        names.Any(n => n.En is not null) ? string.Join(" – ", names.Select(n => n.In("en")?.Text ?? "")) : null);

    /// <summary>Bodies that a municipality gave a mandate on a subject, and that have it today.</summary>
    public static async Task<IReadOnlyList<OrganisationId>> MandatedAsync(SamstyringDb db, OrganisationId municipality, string subject, DateOnly today, CancellationToken ct)
    {
        var folded = Folding.Fold(subject);
        var mandates = await db.DecisionMandates.Where(m => m.Municipality == municipality && m.Folded == folded).ToListAsync(ct);
        return [.. mandates.Where(m => m.Holds(today)).Select(m => m.Body)];
    }

    /// <summary>The same for a solution: a mandate for the solution by its name, or for the municipality's own facts.</summary>
    public static async Task<IReadOnlyList<OrganisationId>> MandatedForAsync(SamstyringDb db, OrganisationId municipality, LocalizedText solution, DateOnly today, CancellationToken ct) =>
        [.. await MandatedAsync(db, municipality, solution.ToString(), today, ct), .. await MandatedAsync(db, municipality, Domain.Organisations.DecisionMandate.OwnFacts, today, ct)];

    /// <summary>Those who own an initiative.</summary>
    public static async Task<IReadOnlyList<OrganisationId>> OwnersAsync(SamstyringDb db, InitiativeId initiative, CancellationToken ct) =>
        await db.Set<Participant>().Where(p => p.Initiative == initiative && p.Role == ParticipantRole.Owner && p.Organisation != null && p.IsWithdrawn != true).OrderBy(p => p.Order).Select(p => p.Organisation!.Value).ToListAsync(ct);

    /// <summary>The owner ministry and the executing agencies of a life event.</summary>
    public static async Task<IReadOnlyList<OrganisationId>> AnswerForAsync(SamstyringDb db, LifeEventId lifeEvent, CancellationToken ct) =>
        await db.LifeEventActors.Where(a => a.LifeEvent == lifeEvent && (a.Role == LifeEventRole.Owner || a.Role == LifeEventRole.Executing)).Select(a => a.Organisation).Distinct().ToListAsync(ct);
}

/// <summary>Times no more exact than their source: years, months and days, as far as they can be told apart.</summary>
internal static class Times
{
    /// <summary>Whether one time is surely before another: «2022» is not before «2022-05».</summary>
    public static bool IsBefore(string? time, string? other) => time is not null && other is not null && Math.Min(time.Length, other.Length) is var known && string.CompareOrdinal(time, 0, other, 0, known) < 0;
}
