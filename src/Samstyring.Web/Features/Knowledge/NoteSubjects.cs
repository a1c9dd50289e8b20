using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Domain.Kernel;
using Samstyring.Web.Features.Design;

namespace Samstyring.Web.Features.Knowledge;

/// <summary>Something a note is about, with its page.</summary>
/// <param name="Type">life-event, letters, funding, organisation, network, municipality, theme, council-project, measure or document.</param>
/// <param name="Url">Null where there is no such thing.</param>
public sealed record NoteSubject(string Type, LocalizedText Name, string? Url);

/// <summary>Turns <c>type:key</c> into names and links, with at most one query for each kind of thing.</summary>
public sealed class NoteSubjects(SamstyringDb db, Catalogue catalogue)
{
    private static readonly string[] Types = ["document", "life-event", "letters", "funding", "organisation", "network", "municipality", "theme", "council-project", "measure"];

    private static readonly string[] OfLifeEvents = ["life-event", "letters", "funding"];
    private static readonly string[] OfBodies = ["organisation", "network", "municipality"];

    /// <summary>Grouped by type, in a fixed order of types; within a type by name.</summary>
    public async Task<IReadOnlyList<NoteSubject>> ReadAsync(IReadOnlyList<string> about, CancellationToken ct)
    {
        var subjects = about.Select(subject => subject.Split(':', 2)).Where(parts => parts.Length == 2).Select(parts => (Type: parts[0], Key: parts[1])).ToList();
        var known = new Dictionary<(string Type, string Key), NoteSubject>();
        await LifeEventsAsync(known, Keys(OfLifeEvents), ct);
        await BodiesAsync(known, Keys(OfBodies), ct);
        await NumberedAsync(known, "theme", Keys("theme"), numbers => db.Themes.Where(t => numbers.Contains(t.Number)).Select(t => new Numbered(t.Number, t.Name)), "/nettverk/temaer#tema-", ct);
        await NumberedAsync(known, "measure", Keys("measure"), numbers => db.RecommendedMeasures.Where(m => numbers.Contains(m.Number)).Select(m => new Numbered(m.Number, m.Summary)), "/anbefalte-tiltak/", ct);
        await NumberedAsync(known, "council-project", Keys("council-project"), numbers => db.CouncilProjects.Where(p => numbers.Contains(p.Number)).Select(p => new Numbered(p.Number, p.Name)), "/radsprosjekter/", ct);
        foreach (var (key, source) in (await catalogue.GetAsync(ct)).Sources)
        {
            known[("document", key)] = new("document", source.Title, "/kilder/" + key);
        }

        return
        [
            .. subjects.Select(s => known.GetValueOrDefault(s) ?? new(s.Type, new(s.Key), Url: null))
                .OrderBy(s => Array.IndexOf(Types, s.Type)).ThenBy(s => NorwegianOrder.Key(s.Name.ToString()), StringComparer.Ordinal),
        ];

        string[] Keys(params IReadOnlyList<string> types) => [.. subjects.Where(s => types.Contains(s.Type, StringComparer.Ordinal)).Select(s => s.Key).Distinct(StringComparer.Ordinal)];
    }

    private async Task LifeEventsAsync(Dictionary<(string Type, string Key), NoteSubject> known, string[] keys, CancellationToken ct)
    {
        if (keys is [])
        {
            return;
        }

        foreach (var e in await db.LifeEvents.Where(e => keys.Contains(e.Key)).Select(e => new { e.Key, e.Slug, e.Name }).ToListAsync(ct))
        {
            var page = "/livshendelser/" + e.Slug;
            known[("life-event", e.Key)] = new("life-event", e.Name, page);
            known[("letters", e.Key)] = new("letters", e.Name, page + "#brev");
            known[("funding", e.Key)] = new("funding", e.Name, page + "#penger");
        }
    }

    /// <summary>
    /// A key of the sources may be another name of a municipality: «trondheim» is 5001. A collective of municipalities has no number and is an organisation.
    /// </summary>
    private async Task BodiesAsync(Dictionary<(string Type, string Key), NoteSubject> known, string[] keys, CancellationToken ct)
    {
        if (keys is [])
        {
            return;
        }

        var bodies = await db.Organisations.Where(o => keys.Contains(o.Key)).Select(o => new { Asked = o.Key, o.Key, o.Name, o.Kind })
            .Concat(db.OrganisationAliases.Where(a => keys.Contains(a.Alias)).Join(db.Organisations, a => a.Organisation, o => o.Id, (a, o) => new { Asked = a.Alias, o.Key, o.Name, o.Kind }))
            .ToListAsync(ct);
        foreach (var (type, body) in bodies.SelectMany(body => OfBodies.Select(type => (type, body))))
        {
            known[(type, body.Asked)] = new(type, body.Name, BodyPaths.Of(body.Key));
        }
    }

    private static async Task NumberedAsync(
        Dictionary<(string Type, string Key), NoteSubject> known, string type, string[] keys, Func<List<int>, IQueryable<Numbered>> find, string page, CancellationToken ct)
    {
        var numbers = keys.Select(key => int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0).ToList();
        if (numbers is [])
        {
            return;
        }

        foreach (var (number, name) in await find(numbers).ToListAsync(ct))
        {
            var key = number.ToString(CultureInfo.InvariantCulture);
            known[(type, key)] = new(type, name, page + key);
        }
    }

    private sealed record Numbered(int Number, LocalizedText Name);
}
