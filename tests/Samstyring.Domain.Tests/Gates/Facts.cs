using System.Globalization;
using Samstyring.Domain.Actors;
using Samstyring.Domain.Gates;
using Samstyring.Domain.Governance;
using Samstyring.Domain.Initiatives;
using Samstyring.Domain.Instruments;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Organisations;
using Samstyring.Domain.Steering;
using Samstyring.TestKit;

namespace Samstyring.Domain.Tests.Gates;

/// <summary>Facts of an initiative, for tests of checks: a few bodies, a phase, a day, and what each test adds.</summary>
internal static class Facts
{
    public static readonly DateOnly Today = new(2026, 6, 15);

    public static readonly Provenance Here = new("000", "2026", Certainty.Stated);

    public static readonly OrganisationId Bufdir = Body("bufdir", "Bufdir", OrganisationKind.Agency, Level.State);

    public static readonly OrganisationId Ks = Body("ks", "KS", OrganisationKind.Ks, Level.Society);

    public static readonly OrganisationId Asker = Body("3203", "Asker", OrganisationKind.Municipality, Level.Municipality);

    public static readonly OrganisationId Others = Body("ovrige", "Øvrige kommuner", OrganisationKind.Municipality, Level.Municipality);

    public static readonly CheckRegistry Registry = new(
        [.. InitiativeChecks.All, .. GovernanceChecks.All, .. InstrumentChecks.All, .. ActorChecks.All, .. SteeringChecks.All],
        InitiativeChecks.Conditions.Concat(InstrumentChecks.Conditions).ToDictionary(StringComparer.Ordinal));

    public static readonly MethodPacks Packs = MethodPacks.Load(Path.Combine(Repository.Root, "data", "methods"), Registry);

    public static readonly MethodPack Prosjektveiviseren = Packs.NewestOf("prosjektveiviseren-utvidet")!;

    private static Dictionary<OrganisationId, BodyFact>? _bodies;

    public static IReadOnlyDictionary<OrganisationId, BodyFact> Bodies => _bodies!;

    public static LocalizedText Nb(string text) => new(text);

    public static Initiative Work(
        bool? needs = null, bool? personal = null, string? privacy = null, string? purpose = null, string? problem = null, string? shared = null, string? sectors = null, string? starts = null, string? ends = null,
        string? realised = null, string? evaluated = null, OrganisationId? keptBy = null, string? confirmed = null, int? months = null, CoOperationModel? model = null, Level[]? levels = null, AudienceId? audience = null) => new()
        {
            Id = InitiativeId.Of("work"),
            Key = "work",
            Name = Nb("Arbeidet"),
            Kind = InitiativeKind.Project,
            Type = "digital_service",
            Provenance = Here,
            SortKey = "",
            Folded = "",
            NeedsMunicipalDecisions = needs,
            TouchesPersonalData = personal,
            PrivacyAssessed = privacy,
            SecurityAssessed = privacy,
            Purpose = new(purpose),
            Problem = new(problem),
            SharedSolutions = new(shared),
            OtherSectors = new(sectors),
            Starts = starts,
            Ends = ends,
            Realised = realised,
            Evaluated = evaluated,
            KeptBy = keptBy,
            Confirmed = confirmed,
            ConfirmedForMonths = months,
            Model = model,
            Levels = levels ?? [],
            VisibleTo = audience,
        };

    public static GateFacts Of(params IReadOnlyList<InitiativePart> parts) => Of(Work(), parts);

    public static GateFacts Of(Initiative work, params IReadOnlyList<InitiativePart> parts) => At("bp3", work, parts);

    public static GateFacts At(string gate, Initiative work, params IReadOnlyList<InitiativePart> parts)
    {
        var phase = Prosjektveiviseren.PhaseOfGate(gate)!;
        return new(work, parts, Bodies, phase, Today) { Next = Prosjektveiviseren.After(phase) };
    }

    public static GateFacts With(Initiative work, IReadOnlyCollection<object> others, params IReadOnlyList<InitiativePart> parts)
    {
        var phase = Prosjektveiviseren.PhaseOfGate("bp3")!;
        return new(work, parts, Bodies, phase, Today) { Next = Prosjektveiviseren.After(phase), Others = others };
    }

    /// <summary>What a check says, on one line: «NotMet missing: 1 | 2 | [KS]».</summary>
    public static string Say(string check, GateFacts facts) => Say(Registry.Find(check).Run!(facts));

    public static string Say(CheckResult result) =>
        $"{result.State} {result.Because}{(result.With.Count > 0 ? ": " : "")}{string.Join(" | ", result.With.Select(Say))}";

    public static Participant In(ParticipantRole role, OrganisationId body, string? mandate = null) => new() { Provenance = Here, Id = PartId.Of($"{role}/{body.Value}"), Role = role, Organisation = body, Text = new(mandate) };

    public static Commitment Committed(OrganisationId body, string? on = "2026-01", params CommitmentTo[] covers) => new() { Provenance = Here, Organisation = body, Covers = covers, SignedOn = on };

    public static AffectedArea Deciding(OrganisationId body, int order = 0) => new() { Provenance = Here, Id = PartId.Of($"area/{body.Value}"), Order = order, Organisation = body, MustDecide = true };

    private static string Say(CheckWord word) =>
        word.Several.Count > 0 ? $"[{string.Join(", ", word.Several.Select(Say))}]" : word.Name?.ToString() ?? word.Number?.ToString(CultureInfo.InvariantCulture) ?? word.Time ?? (word.Code is { } code ? Codes.Of(code) : "[]");

    private static OrganisationId Body(string key, string name, OrganisationKind kind, Level level)
    {
        var id = OrganisationId.Of(key);
        (_bodies ??= []).Add(id, new(id, key, Nb(name), kind, level, Count: null));
        return id;
    }
}
