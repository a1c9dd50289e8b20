using Microsoft.EntityFrameworkCore;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.LifeEvents;
using Samstyring.Domain.Organisations;

namespace Samstyring.Data.Import;

/// <summary>What rows point to, read once for a whole file: asking the database for each cell would cost more than the import.</summary>
internal sealed class ImportContext
{
    public sealed record Body(OrganisationId Id, string Key, string SortKey, OrganisationId? Parent);

    private readonly Dictionary<string, Body> _byKey = new(StringComparer.Ordinal);

    private readonly Dictionary<OrganisationId, Body> _byId = [];

    public required ILookup<OrganisationId, OrganisationId> MandatedForOwnFacts { get; init; }

    public required IReadOnlyDictionary<LifeEventId, string> LifeEvents { get; init; }

    /// <summary>The owner ministry and the executing agencies.</summary>
    public required ILookup<LifeEventId, OrganisationId> AnswerFor { get; init; }

    /// <summary>The life events of the activities of this batch.</summary>
    public ILookup<Guid, LifeEventId> EventsOfActivities { get; set; } = Array.Empty<(Guid, LifeEventId)>().ToLookup(l => l.Item1, l => l.Item2);

    /// <summary>Documents that a source may name.</summary>
    public required HashSet<string> Documents { get; init; }

    public required int NextOrder { get; set; }

    public IEnumerable<Body> Bodies => _byId.Values;

    public static async Task<ImportContext> ReadAsync(SamstyringDb db, DateOnly today, CancellationToken ct)
    {
        var ownFacts = Folding.Fold(DecisionMandate.OwnFacts);
        var mandates = await db.DecisionMandates.Where(m => m.Folded == ownFacts).ToListAsync(ct);
        var actors = await db.LifeEventActors.Where(a => a.Role == LifeEventRole.Owner || a.Role == LifeEventRole.Executing).Select(a => new { a.LifeEvent, a.Organisation }).ToListAsync(ct);
        ImportContext context = new()
        {
            MandatedForOwnFacts = mandates.Where(m => m.Holds(today)).ToLookup(m => m.Municipality, m => m.Body),
            LifeEvents = await db.LifeEvents.Select(e => new { e.Id, e.Key }).ToDictionaryAsync(e => e.Id, e => e.Key, ct),
            AnswerFor = actors.ToLookup(a => a.LifeEvent, a => a.Organisation),
            Documents = [.. await db.SourceDocuments.Select(d => d.Key).ToListAsync(ct), ImportRecords.OwnSource],
            NextOrder = (await db.LifeEventActivities.MaxAsync(l => (int?)l.Order, ct) ?? 0) + 1,
        };
        await foreach (var body in db.Organisations.Select(o => new Body(o.Id, o.Key, o.SortKey, o.Parent)).AsAsyncEnumerable().WithCancellation(ct))
        {
            context.Add(body);
        }

        foreach (var alias in await db.OrganisationAliases.Select(a => new { a.Alias, a.Organisation }).ToListAsync(ct))
        {
            context._byKey.TryAdd(alias.Alias, context._byId[alias.Organisation]);
        }

        return context;
    }

    public void Add(Body body)
    {
        _byKey.TryAdd(body.Key, body);
        _byId.TryAdd(body.Id, body);
    }

    /// <summary>A body by its key or an alias.</summary>
    public Body? Find(string key) => _byKey.GetValueOrDefault(key);

    public Body Of(OrganisationId id) => _byId[id];
}
