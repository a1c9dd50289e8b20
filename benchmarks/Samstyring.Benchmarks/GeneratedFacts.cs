using System.Globalization;
using Samstyring.Domain.Funding;
using Samstyring.Domain.Initiatives;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.LifeEvents;
using Samstyring.Domain.Organisations;
using Samstyring.Domain.Steering;

namespace Samstyring.Benchmarks;

/// <summary>How many rows there are in all, the facts of the registry included. Life events and activities come on top.</summary>
/// <param name="OfTheLargest">Activities of the life event that has most.</param>
internal sealed record Size(string Name, int Organisations, int Memberships, int LifeEvents, int Activities, int OfTheLargest)
{
    public static readonly Size Small = new("1,000 rows", 1_000, 1_000, 50, 1_000, 300);
    public static readonly Size Large = new("100,000 rows", 10_000, 100_000, 500, 100_000, 5_000);
}

/// <summary>
/// Facts made up for measuring: the same every time, marked by the key prefix <c>gen-</c> and by a source of their own. Names look like
/// real ones, so that order, search and encoding have real work.
/// </summary>
/// <param name="places">Names of municipalities, for the names of bodies and activities.</param>
internal sealed class GeneratedFacts(Size size, IReadOnlyList<string> places)
{
    private const int Seed = 4207;

    private static readonly string[] Bodies =
    [
        "legevakt", "kulturskole", "brann- og redningstjeneste", "vann- og avløpsselskap", "IKT-samarbeid", "næringsforening", "oppvekstkontor", "havnevesen", "frivilligsentral",
        "øyeblikkelig hjelp-tjeneste", "ungdomsråd", "eldreråd", "helsestasjon", "skjærgårdstjeneste", "læringssenter", "barnevernvakt", "renovasjonsselskap", "språkråd",
    ];

    private static readonly string[] Situations = ["Flytte til", "Bli pårørende i", "Få barn i", "Starte bedrift i", "Miste jobben i", "Bygge hus i", "Bli eldre i", "Begynne på skole i", "Søke støtte i", "Få hjelp hjemme i"];
    private static readonly string[] Works = ["Digital søknad om barnehageplass", "Felles innbyggerportal", "Deling av helseopplysninger", "Enklere dødsbooppgjør", "Varsling av pårørende", "Nytt saksbehandlingssystem", "Kartlegging av brukerreiser", "Prøveprosjekt for språkopplæring"];
    private static readonly string[] Types = ["digital_service", "project", "report", "insight", "programme", "cooperation"];
    private static readonly OrganisationKind[] Kinds = [OrganisationKind.Intermunicipal, OrganisationKind.Agency, OrganisationKind.Council, OrganisationKind.Private, OrganisationKind.Ngo, OrganisationKind.Vendor];

    public static string LargestLifeEvent { get; } = LifeEventKey(0);

    public IEnumerable<Organisation> Organisations(int known)
    {
        var random = new Random(Seed);
        return Enumerable.Range(0, size.Organisations - known).Select(i =>
        {
            var key = OrganisationKey(i);
            var name = $"{Pick(random, places)} {Pick(random, Bodies)}";
            var kind = Pick(random, Kinds);
            return new Organisation
            {
                Id = OrganisationId.Of(key),
                Key = key,
                Name = new(name),
                Kind = kind,
                Level = LevelOf(kind),
                Note = new(string.Create(CultureInfo.InvariantCulture, $"Generert for måling, nummer {i + 1}.")),
                Provenance = GeneratedSource.Origin(i),
                SortKey = NorwegianOrder.Key(name),
                Folded = Folding.Fold($"{key} {name}"),
            };
        });
    }

    /// <summary>Bodies with two hundred members each, spread evenly over everybody.</summary>
    /// <param name="members">All organisations, in a fixed order.</param>
    public IEnumerable<Membership> Memberships(int known, IReadOnlyList<(string Key, string SortKey)> members)
    {
        const int OfBody = 200;
        const int Stride = 7919;
        return Enumerable.Range(0, size.Memberships - known).Select(i =>
        {
            var body = OrganisationKey(i / OfBody);
            var (key, sortKey) = members[(int)((((long)i * Stride) + (i / OfBody)) % members.Count)];
            return new Membership { Id = MembershipId.Of($"{body}/{key}"), Body = OrganisationId.Of(body), Member = OrganisationId.Of(key), SortKey = sortKey, Provenance = GeneratedSource.Origin(i) };
        });
    }

    public IEnumerable<LifeEvent> LifeEvents()
    {
        var random = new Random(Seed);
        return Enumerable.Range(0, size.LifeEvents).Select(i =>
        {
            var key = LifeEventKey(i);
            var name = $"{Situations[i % Situations.Length]} {Pick(random, places)}";
            return new LifeEvent
            {
                Id = LifeEventId.Of(key),
                Key = key,
                Slug = key,
                Order = 100 + i,
                Name = new(name, En: $"Generated life event {i + 1}"),
                Goal = new("Tjenestene skal henge sammen for den det gjelder.", En: "The services shall fit together."),
                Phase = JointPhase.StartingTogether,
                PhaseNote = LocalizedText.Unknown,
                Note = LocalizedText.Unknown,
                Provenance = GeneratedSource.Origin(i),
                SortKey = NorwegianOrder.Key(name),
                Folded = Folding.Fold(name),
            };
        });
    }

    public IEnumerable<LifeEventActor> Actors() =>
        from i in Enumerable.Range(0, size.LifeEvents)
        from role in Enum.GetValues<LifeEventRole>()
        select new LifeEventActor { LifeEvent = LifeEventId.Of(LifeEventKey(i)), Organisation = OrganisationId.Of(OrganisationKey((i * 3) + (int)role)), Role = role, Order = (i * 3) + (int)role, Note = LocalizedText.Unknown, Provenance = GeneratedSource.Origin(i) };

    public IEnumerable<LifeEventLetter> Letters() =>
        from i in Enumerable.Range(0, size.LifeEvents)
        from n in Enumerable.Range(0, 3)
        select new LifeEventLetter
        {
            LifeEvent = LifeEventId.Of(LifeEventKey(i)),
            Organisation = OrganisationId.Of(OrganisationKey((i * 3) + n)),
            Role = LifeEventRole.Executing,
            Year = 2020,
            Order = n,
            Mentioned = (Mention)((i + n) % 3 + 1),
            Assignment = (i + n) % 4 == 0,
            Notice = (i + n) % 5 == 0,
            Note = LocalizedText.Unknown,
            Provenance = GeneratedSource.Origin(i),
        };

    public IEnumerable<LifeEventFunding> Fundings() => Enumerable.Range(0, size.LifeEvents).Select(i => new LifeEventFunding
    {
        LifeEvent = LifeEventId.Of(LifeEventKey(i)),
        Funded = (Funded)(i % 3 + 1),
        TableText = new("Generert"),
        Schemes = [],
        Scope = LocalizedText.Unknown,
        Mapping = LocalizedText.Unknown,
        Provenance = GeneratedSource.Origin(i),
    });

    public IEnumerable<Initiative> Initiatives()
    {
        var random = new Random(Seed);
        return Enumerable.Range(0, size.Activities).Select(i =>
        {
            var key = ActivityKey(i);
            var name = $"{Works[i % Works.Length]} i {Pick(random, places)}";
            return new Initiative { Id = InitiativeId.Of(key), Key = key, Name = new(name), Kind = InitiativeKind.Activity, Type = Types[i % Types.Length], Provenance = GeneratedSource.Origin(i), SortKey = NorwegianOrder.Key(name), Folded = Folding.Fold(name) };
        });
    }

    public IEnumerable<LifeEventActivity> Links() => Enumerable.Range(0, size.Activities).Select(i => new LifeEventActivity
    {
        LifeEvent = LifeEventId.Of(LifeEventOf(i)),
        Initiative = InitiativeId.Of(ActivityKey(i)),
        Order = i,
        Phases = i % 3 == 0 ? [JointPhase.ShapingTogether] : [],
        State = LocalizedText.Unknown,
        PhaseNote = LocalizedText.Unknown,
        InTable2 = true,
        Note = LocalizedText.Unknown,
        Provenance = GeneratedSource.Origin(i),
    });

    /// <summary>The life event that an activity supports: the first ones support the largest, the others the rest in turn.</summary>
    public string LifeEventOf(int activity) => LifeEventKey(activity < size.OfTheLargest ? 0 : 1 + ((activity - size.OfTheLargest) % (size.LifeEvents - 1)));

    /// <summary>Numbers of different lengths, none of which is or begins like a municipality's.</summary>
    private static string OrganisationKey(int i) => string.Create(CultureInfo.InvariantCulture, $"gen-{i:00000}");

    private static string LifeEventKey(int i) => string.Create(CultureInfo.InvariantCulture, $"gen-{i:000}");

    private static string ActivityKey(int i) => string.Create(CultureInfo.InvariantCulture, $"gen-{i:000000}");

    private static Level LevelOf(OrganisationKind kind) => kind switch
    {
        OrganisationKind.Agency or OrganisationKind.Council => Level.State,
        OrganisationKind.Private or OrganisationKind.Vendor => Level.Market,
        OrganisationKind.Ngo => Level.Society,
        _ => Level.Municipality,
    };

    private static T Pick<T>(Random random, IReadOnlyList<T> among) => among[random.Next(among.Count)];
}
