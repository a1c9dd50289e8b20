using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Data.Loading;
using Samstyring.Data.People;
using Samstyring.Data.Records;
using Samstyring.Data.Search;
using Samstyring.Domain.Actors;
using Samstyring.Domain.Gates;
using Samstyring.Domain.Governance;
using Samstyring.Domain.Initiatives;
using Samstyring.Domain.Instruments;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.LifeEvents;
using Samstyring.Domain.Organisations;

namespace Samstyring.Benchmarks;

/// <summary>
/// An initiative with all that can be known of it, made up and the same every time. The benchmark measures the largest, and the tests hold what
/// its pages may cost: no release contains it.
/// </summary>
/// <param name="bodies">Bodies that take part, municipalities not among them; at least 120.</param>
/// <param name="municipalities">In a fixed order.</param>
/// <param name="owner">Who owns it, and whose people are the team.</param>
internal sealed class GeneratedInitiative(InitiativeSize size, IReadOnlyList<OrganisationId> bodies, IReadOnlyList<OrganisationId> municipalities, OrganisationId owner)
{
    public const string Owner = "4207";

    private const string MethodKey = "prosjektveiviseren-utvidet";

    private static readonly string[] Phases = ["idea", "concept", "planning", "execution", "closing", "realisation"];
    private static readonly string[] Groups = ["Foreldreutvalget for barnevern", "Leverandørforum for fagsystemer", "Tillitsvalgte i tjenesten", "Brukerpanel for ungdom", "Fagnettverk for saksbehandlere", "Samarbeidsråd for IKT"];
    private static readonly string[] Matters = ["Felles informasjonsmodell for meldinger", "Rekkefølge for innføring i kommunene", "Deling av kostnader ved drift", "Krav til leverandørenes grensesnitt", "Opplæring av saksbehandlere", "Tilgang til folkeregisteret"];

    private static readonly string[] AnsweredItems = ["G-KON-03", "G-KON-06", "G-KON-08", "G-PLA-11", "G-GJE-07", "G-AVS-02", "G-REA-05"];
    private static readonly bool[] Renderings = [false, true];

    private readonly InitiativeId _id = InitiativeId.Of(size.Key);

    private readonly DateOnly _begin = new(2024, 1, 8);

    /// <summary>Stores an initiative in a database that has the facts of the registry.</summary>
    public static async Task StoreAsync(SamstyringDb db, InitiativeSize size)
    {
        var bodies = await db.Organisations.Where(o => o.Kind != OrganisationKind.Municipality && !o.Key.StartsWith("gen-")).OrderBy(o => o.Key).Select(o => o.Id).ToListAsync();
        var municipalities = await db.Municipalities.OrderBy(m => m.Number).Select(m => m.Id).ToListAsync();
        var lifeEvent = await db.LifeEvents.OrderBy(e => e.Order).ThenBy(e => e.Key).Select(e => e.Id).FirstAsync();
        var owner = OrganisationId.Of(Owner);
        var made = new GeneratedInitiative(size, bodies, municipalities, owner);
        var initiative = made.Initiative();
        Person writer = new() { Name = "Generert person", UserName = $"{size.Key}@example.invalid", NormalizedUserName = $"{size.Key}@example.invalid".ToUpperInvariant() };
        if (!await db.SourceDocuments.AnyAsync(d => d.Key == GeneratedSource.Document.Key))
        {
            db.Add(GeneratedSource.Document);
        }

        InitiativePart[] parts = [.. made.Parts()];
        db.AddRange(initiative, writer, made.Link(lifeEvent), made.Matrix(), new AudienceMember { Audience = Team.Of(initiative.Id), Organisation = owner });
        db.AddRange(parts.AsEnumerable());
        foreach (var decision in made.Decisions(writer.Id))
        {
            db.Add(decision);
            db.AddRange(Snapshots(initiative, decision));
        }

        db.Record(new ReferenceLoaded(parts.Length, Changed: 0, Removed: 0, size.Key, Actor.Installation, TimeProvider.System.GetUtcNow()));
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.SaveChangesAsync();
        await SearchIndex.PutAsync(db, [InitiativeRecord.FindableOf(initiative)], CancellationToken.None);
        await transaction.CommitAsync();
        db.ChangeTracker.Clear();
    }

    private Initiative Initiative() => new()
    {
        Id = _id,
        Key = size.Key,
        Name = new(size.Name, En: $"Generated initiative «{size.Key}»"),
        Kind = InitiativeKind.Programme,
        Type = "programme",
        Purpose = new("Barn skal få hjelp til rett tid, uansett hvor de bor."),
        Problem = new("Kommunene har ulike fagsystemer, og opplysninger må skrives av."),
        Model = CoOperationModel.Programme,
        Levels = [Level.State, Level.Municipality],
        Starts = Day(0),
        Ends = "2028-12-31",
        Realised = "2032",
        ArchiveReference = "24/01234",
        NeedsMunicipalDecisions = true,
        TouchesPersonalData = true,
        PrivacyAssessed = Day(200),
        SecurityAssessed = Day(220),
        SharedSolutions = new("Fiks meldingsformidling og ID-porten er vurdert."),
        OtherSectors = new("Skole og helse må melde på samme måte."),
        Evaluated = "2027-06",
        KeptBy = owner,
        Confirmed = Day(900),
        ConfirmedForMonths = 12,
        Method = MethodKey,
        MethodVersion = 1,
        Provenance = GeneratedSource.Origin(0),
        SortKey = NorwegianOrder.Key(size.Name),
        Folded = Folding.Fold(size.Name),
    };

    private IEnumerable<InitiativePart> Parts() =>
    [
        .. Participants(), .. Municipal(), .. Plans(), .. Actors(), .. Ties(), .. Agreements(), .. Steering(), .. Instruments(), .. Architecture(), .. Answers(),
    ];

    private IEnumerable<InitiativePart> Participants()
    {
        yield return new Participant { Id = Id("participant", 0), Initiative = _id, Order = 1, Organisation = owner, Role = ParticipantRole.Owner, Provenance = GeneratedSource.Origin(0) };
        for (var i = 1; i <= size.Others; i++)
        {
            var role = (ParticipantRole)(2 + (i % 7));
            yield return new Participant { Id = Id("participant", i), Initiative = _id, Order = i + 1, Organisation = Body(i), Role = role, Text = Text("Kan binde egne midler i planperioden", i), Note = Text("Oppgitt i mandatet", i), Provenance = GeneratedSource.Origin(i) };
            yield return new Commitment { Id = Id("commitment", i), Initiative = _id, Order = i, Organisation = Body(i), Name = new("Direktør"), Covers = [CommitmentTo.Resources, CommitmentTo.Execution], SignedOn = Day(i * 5), Provenance = GeneratedSource.Origin(1000 + i) };
            yield return new KeyEvent { Id = Id("event", i), Initiative = _id, Order = i, Organisation = Body(i + 3), Kind = (EventKind)(1 + (i % 9)), Starts = Day(i * 20), Text = Text("Behandling i styringsgruppen", i), Provenance = GeneratedSource.Origin(1500 + i) };
        }

        yield return new Dependency { Id = Id("dependency", 1), Initiative = _id, Order = 1, Other = InitiativeId.Of("digibarnevern"), Text = new("Bygger på fagsystemene derfra."), Days = 30, Provenance = GeneratedSource.Origin(1) };
    }

    /// <summary>Every third municipality has begun on its decision.</summary>
    private IEnumerable<InitiativePart> Municipal()
    {
        for (var i = 0; i < size.Municipalities; i++)
        {
            var municipality = municipalities[i % municipalities.Count];
            yield return new AffectedArea { Id = Id("area", i), Initiative = _id, Order = i + 1, Organisation = municipality, MustDecide = i % 2 == 0, Provenance = GeneratedSource.Origin(2000 + i) };
            yield return new ServiceVolume { Id = ServiceVolume.IdOf(_id, municipality), Initiative = _id, Order = i + 1, Organisation = municipality, Count = 5 + (i * 7 % 400), Starts = "2025", Choice = i % 9 == 0 ? RoutineChoice.ManualIsEnough : RoutineChoice.NeedsSolution, Note = Text("Få saker i året", i), Provenance = GeneratedSource.Origin(2500 + i) };
            if (i % 3 == 0)
            {
                yield return new DecisionPath { Id = Id("path", i), Initiative = _id, Order = i + 1, Organisation = municipality, State = (PathState)(1 + (i % 4)), Text = Text("Sak til kommunestyret", i), Name = new("Kommunedirektøren"), Ends = Day(600 + i), Provenance = GeneratedSource.Origin(3000 + i) };
            }
        }
    }

    private IEnumerable<InitiativePart> Plans() => Phases.Select((phase, i) => new PhasePlan
    {
        Id = Id("plan", i),
        Initiative = _id,
        Order = i + 1,
        Phase = phase,
        State = i == 0 ? PhaseState.Done : i == 1 ? PhaseState.UnderWay : PhaseState.Planned,
        Starts = Day(i * 300),
        Ends = Day((i * 300) + 299),
        Cost = 2_000_000 * (i + 1),
        Count = 5 + i,
        Provenance = GeneratedSource.Origin(3500 + i),
    });

    /// <summary>Every fourth is no body of the registry. Each is assessed, and a document has placed some of them.</summary>
    private IEnumerable<InitiativePart> Actors()
    {
        for (var i = 0; i < size.Actors; i++)
        {
            var (body, name) = i % 4 == 3 ? ((OrganisationId?)null, Text(Groups[i % Groups.Length], i)) : (Body(i - (i / 4)), LocalizedText.Unknown);
            var problem = i % 2 == 0 ? Text("Vi får opplysningene for sent, og de må skrives av for hånd før vi kan bruke dem", i) : LocalizedText.Unknown;
            yield return new ActorEntry { Id = Id("actor", i), Initiative = _id, Order = i + 1, Organisation = body, Name = name, Sector = (Sector)(1 + (i % 3)), Problem = problem, Provenance = GeneratedSource.Origin(4000 + i) };
            yield return new ActorAssessment
            {
                Id = Id("assessment", i),
                Initiative = _id,
                Order = i + 1,
                Actor = Id("actor", i),
                Importance = (Rank)(1 + (i % 2)),
                Replaceability = (Rank)(1 + (i / 2 % 2)),
                Strategy = (Strategy)(1 + (i % 4)),
                Position = (Position)(1 + (i % 3)),
                CanBlock = i % 5 == 0,
                Text = Text("Kan holde tilbake midlene", i),
                Channel = Text("Faste møter hver måned", i),
                Plan = Text("Ta saken opp før budsjettet, og vis hva aktøren selv får igjen for arbeidet", i),
                Note = Text("Vurdert i teamets møte", i),
                Provenance = GeneratedSource.Origin(4500 + i),
                VisibleTo = Team.Of(_id),
            };
        }

        for (var i = 0; i < size.Others; i++)
        {
            yield return new PublishedPlacement { Id = Id("published", i), Initiative = _id, Order = i + 1, Organisation = Body(i), Name = Text("Aktør i tabellen", i), Importance = Rank.High, Replaceability = Rank.Low, Kind = ActorCategory.Important, Text = Text("Har midlene", i), Provenance = GeneratedSource.Origin(5000 + i) };
            yield return new ActorRejection { Id = Id("rejection", i), Initiative = _id, Order = i + 1, Organisation = municipalities[i], Note = Text("Har ingen del i saken", i), Provenance = GeneratedSource.Origin(5200 + i), VisibleTo = Team.Of(_id) };
        }

        yield return new ChannelStrength { Id = Id("strength", 0), Initiative = _id, Order = 1, Kind = ChannelRelation.Network, Strength = 40, Provenance = GeneratedSource.Origin(5500) };
    }

    /// <summary>A chain through everybody, and chords across it.</summary>
    private IEnumerable<InitiativePart> Ties() => Enumerable.Range(0, size.Ties).Select(i => new ActorTie
    {
        Id = Id("tie", i),
        Initiative = _id,
        Order = i + 1,
        Actor = Id("actor", i % size.Actors),
        OtherActor = Id("actor", (i + 1 + (i / size.Actors * 17)) % size.Actors),
        Kind = (TieKind)(1 + (i % 7)),
        Strength = i % 10 == 9 ? null : 1 + (i * 37 % 100),
        Provenance = GeneratedSource.Origin(6000 + i),
        VisibleTo = Team.Of(_id),
    });

    private IEnumerable<InitiativePart> Agreements()
    {
        for (var i = 0; i < size.Agreements; i++)
        {
            yield return new Agreement
            {
                Id = Id("agreement", i),
                Initiative = _id,
                Order = i + 1,
                Name = Text("Samarbeidsavtale om innføring", i),
                Kind = (AgreementKind)(1 + (i % 5)),
                Starts = Day(i),
                Ends = Day(1200 + (i * 10)),
                MoneyEnds = Day(1300 + (i * 7)),
                SignedOn = Day(i),
                Covers = [Coverage.Ambition, Coverage.Organisation, Coverage.Roles, Coverage.RollOut],
                Lacks = i % 3 == 0 ? [Coverage.Money] : [],
                Provenance = GeneratedSource.Origin(7000 + i),
            };
            for (var party = 0; party < size.Parties; party++)
            {
                yield return new AgreementParty { Id = Id("party", (i * size.Parties) + party), Initiative = _id, Order = (i * size.Parties) + party + 1, Agreement = Id("agreement", i), Organisation = Body(i + (party * 11)), SignedOn = Day(i), Provenance = GeneratedSource.Origin(7500 + (i * size.Parties) + party) };
            }
        }
    }

    private IEnumerable<InitiativePart> Steering()
    {
        for (var i = 0; i < size.Decisions; i++)
        {
            yield return new ForumDecision { Id = Id("decision", i), Initiative = _id, Order = i + 1, Organisation = Body(i % 6), Starts = Day(i * 2), Text = Text(Matters[i % Matters.Length], i), Outcome = Text("Forslaget ble vedtatt med de endringene som kom fram i møtet", i), Provenance = GeneratedSource.Origin(8500 + i) };
        }

        for (var i = 0; i < size.Others; i++)
        {
            yield return new Disagreement { Id = Id("disagreement", i), Initiative = _id, Order = i + 1, Organisation = Body(i), Text = Text("Hvem som skal betale for integrasjonene", i), Parties = new("Kommunene og direktoratet"), State = (DisagreementState)(1 + (i % 4)), Starts = Day(i * 11), Provenance = GeneratedSource.Origin(9500 + i) };
            yield return new CoOperationRule { Id = Id("rule", i), Initiative = _id, Order = i + 1, Kind = (CoOperationRuleKind)(1 + (i % 2)), Text = Text("Styringsgruppen avgjør når arbeidsgruppen ikke blir enig", i), Days = i % 2 == 1 ? 14 : null, Provenance = GeneratedSource.Origin(9700 + i) };
        }
    }

    private IEnumerable<InitiativePart> Instruments()
    {
        for (var i = 0; i < size.Others; i++)
        {
            yield return new InstrumentAssessment
            {
                Id = Id("instrument", i),
                Initiative = _id,
                Order = i + 1,
                Instrument = (Instrument)(1 + (i % 5)),
                Phase = Phases[i / 5 % 6],
                Choice = (InstrumentChoice)(1 + (i % 4)),
                Organisation = Body(i),
                Text = Text("Utprøvingen er ferdig", i),
                Note = Text("Prøvd i tre kommuner, som alle ville fortsette", i),
                Starts = Day(i * 10),
                Ends = Day(i * 10 + 300),
                Provenance = GeneratedSource.Origin(10_000 + i),
            };
        }

        foreach (var (i, step) in Enum.GetValues<LegalStep>().Index())
        {
            yield return new LadderStep { Id = Id("step", i), Initiative = _id, Order = i + 1, Step = step, State = step is LegalStep.Law ? LegalState.Considered : LegalState.Tried, Text = Text("Halvparten av kommunene fulgte rådet", i), Starts = Day(i * 100), Effect = "2031-01-01", Provenance = GeneratedSource.Origin(10_100 + i) };
        }

        foreach (var (i, precondition) in Enum.GetValues<LegalPrecondition>().Index())
        {
            yield return new LegalAssessment { Id = Id("legal", i), Initiative = _id, Order = i + 1, Precondition = precondition, Fulfilment = Fulfilment.Yes, SignedOn = Day(i), Note = Text("Vurdert sammen med departementet", i), Provenance = GeneratedSource.Origin(10_200 + i) };
        }
    }

    private IEnumerable<InitiativePart> Architecture()
    {
        foreach (var (i, guideline) in Enum.GetValues<Guideline>().Index())
        {
            yield return new Conformity { Id = Id("conformity", i), Initiative = _id, Order = i + 1, Guideline = guideline, Conforming = Conforming.Partly, Note = Text("Følges i nye deler", i), Provenance = GeneratedSource.Origin(10_300 + i) };
        }

        for (var i = 0; i < size.Others; i++)
        {
            yield return new Deviation
            {
                Id = Id("deviation", i),
                Initiative = _id,
                Order = i + 1,
                Organisation = Body(i),
                Guideline = (Guideline)(1 + (i % 7)),
                Text = Text("Opplysninger lagres hos leverandøren til grensesnittet er byttet", i),
                Starts = Day(i),
                Name = new("Styringsgruppen"),
                SignedOn = Day(i + 20),
                Ends = "2030-01-01",
                Note = Text("Leverandøren trenger tid", i),
                Provenance = GeneratedSource.Origin(10_400 + i),
            };
        }
    }

    private IEnumerable<InitiativePart> Answers() => AnsweredItems.Select((item, i) => new GateAnswer
    {
        Id = GateAnswer.IdOf(_id, item),
        Initiative = _id,
        Order = i + 1,
        Item = item,
        Answer = (Answer)(1 + (i % 3)),
        Organisation = owner,
        Note = Text("Svart i ledermøtet", i),
        Text = new("Sak 24/01234"),
        SignedOn = Day(400 + i),
        Provenance = GeneratedSource.Origin(11_000 + i),
    });

    private LifeEventActivity Link(LifeEventId lifeEvent) => new()
    {
        LifeEvent = lifeEvent,
        Initiative = _id,
        Order = 9_000 + size.Actors,
        Phases = [],
        State = LocalizedText.Unknown,
        PhaseNote = LocalizedText.Unknown,
        InTable2 = false,
        Note = LocalizedText.Unknown,
        Provenance = GeneratedSource.Origin(1),
    };

    private DecisionMatrix Matrix() => new()
    {
        Id = DecisionMatrixId.Of(size.Key),
        Key = size.Key,
        Name = new($"Beslutningsrett: {size.Name}"),
        Initiative = _id,
        PrinciplesInput = [Archetype.Federal],
        PrinciplesDecided = [Archetype.BusinessMonarchy],
        InvestmentsDecided = [Archetype.Anarchy],
        Provenance = GeneratedSource.Origin(2),
    };

    /// <summary>The first gate is passed, and the second was tried.</summary>
    private IEnumerable<GateDecision> Decisions(UserId writer) => new[] { ("bp1", 1, GateOutcome.Rework), ("bp1", 2, GateOutcome.Proceed), ("bp2", 1, GateOutcome.Hold) }.Select((gate, i) => new GateDecision
    {
        Id = new(NamedId.From("generated", $"{size.Key}/{i}")),
        Initiative = _id,
        Gate = gate.Item1,
        Number = gate.Item2,
        Outcome = gate.Item3,
        OnBehalfOf = owner,
        By = writer,
        Mandate = "Programmandatet",
        DecidedBy = "Programstyret",
        Reason = "Generert for måling.",
        At = new(_begin.AddDays(300 + (i * 30)), new(12, 0), TimeSpan.Zero),
        Method = MethodKey,
        MethodVersion = 1,
    });

    /// <summary>A board without lines: what these decisions were taken on is not measured.</summary>
    private static IEnumerable<GateSnapshot> Snapshots(Initiative initiative, GateDecision decision)
    {
        var content = JsonSerializer.Serialize(new
        {
            initiative = initiative.Key,
            name = new { nb = initiative.Name.Nb },
            method = new { nb = MethodKey },
            methodKey = MethodKey,
            methodVersion = 1,
            phase = new { nb = decision.Gate },
            gate = decision.Gate,
            rows = Array.Empty<object>(),
            rules = Array.Empty<object>(),
        });
        return Renderings.Select(team => new GateSnapshot
        {
            Decision = decision.Id,
            IsOfTeam = team,
            Content = content,
            Digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content))),
            VisibleTo = team ? Team.Of(initiative.Id) : null,
        });
    }

    private PartId Id(string kind, int number) => PartId.Of(string.Create(CultureInfo.InvariantCulture, $"{size.Key}/{kind}/{number}"));

    private OrganisationId Body(int number) => bodies[number % bodies.Count];

    private string Day(int number) => _begin.AddDays(number).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static LocalizedText Text(string text, int number) => new(string.Create(CultureInfo.InvariantCulture, $"{text} (nr. {number + 1})"));
}
