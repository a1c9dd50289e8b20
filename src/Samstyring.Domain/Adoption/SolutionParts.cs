using Samstyring.Domain.Kernel;

namespace Samstyring.Domain.Adoption;

/// <summary>Whether a product has what the solution needs of it.</summary>
public enum ModuleSupport { Supported = 1, Planned, NotSupported }

/// <summary>A vendor's product and what it can. The organisation is the vendor.</summary>
public sealed class SolutionProduct : SolutionPart
{
    public LocalizedText Name { get; init; } = LocalizedText.Unknown;

    /// <summary>The modules of the solution that it has, or is to have.</summary>
    public LocalizedText Text { get; init; } = LocalizedText.Unknown;

    public ModuleSupport? Support { get; init; }

    /// <summary>Whether it meets the published specification; null is not verified.</summary>
    public bool? Meets { get; init; }

    public OrganisationId? VerifiedBy { get; init; }

    public string? SignedOn { get; init; }

    /// <summary>Percent of the municipalities that have it, 0–100, on <see cref="Starts"/>.</summary>
    public int? Count { get; init; }

    public string? Starts { get; init; }

    /// <summary>Whether the vendor has said that it stops delivering it.</summary>
    public bool? Leaves { get; init; }

    /// <summary>When it stops.</summary>
    public string? Ends { get; init; }
}

/// <summary>What a starter package holds .</summary>
public enum StarterKind { Handbook = 1, ProcurementTemplate, Training, Communication }

public sealed class StarterResource : SolutionPart
{
    public StarterKind Kind { get; init; }

    public LocalizedText Name { get; init; } = LocalizedText.Unknown;

    public string? Link { get; init; }
}

/// <summary>A published figure of how many have it: an observation of the whole, from which no municipality gets a status .</summary>
public sealed class AdoptionObservation : SolutionPart
{
    public int? Count { get; init; }

    /// <summary>Of how many; null where the source does not say.</summary>
    public int? Of { get; init; }

    /// <summary>What is counted: municipalities that have implemented it, with active patients, organisations.</summary>
    public LocalizedText Text { get; init; } = LocalizedText.Unknown;

    /// <summary>The date as the source gives it, also where it is no date: «høsten 2020».</summary>
    public LocalizedText Name { get; init; } = LocalizedText.Unknown;

    /// <summary>The same as a year, a month or a day, as near as it can be said.</summary>
    public string? Starts { get; init; }

    /// <summary>Percent of the inhabitants, where the source says it.</summary>
    public int? Share { get; init; }
}

/// <summary>Why a municipality does not take a solution in use (R-104; 001 §11.1 p.38 l.771–777).</summary>
public enum ObstacleCode { Capacity = 1, Competence, Cost, Relevance, Timing, AlternativeChosen, Other }

public enum MeasureState { Planned = 1, UnderWay, Done }

/// <summary>What is done about an obstacle that many have, and by whom. The organisation is its owner.</summary>
public sealed class ObstacleMeasure : SolutionPart
{
    public ObstacleCode Obstacle { get; init; }

    public LocalizedText Text { get; init; } = LocalizedText.Unknown;

    public MeasureState? State { get; init; }

    public string? Starts { get; init; }

    public string? Ends { get; init; }

    /// <summary>What it has led to.</summary>
    public LocalizedText Outcome { get; init; } = LocalizedText.Unknown;
}

/// <summary>A wave of municipalities that take the solution in use together. The organisation is the vendor or the support that carries it.</summary>
public sealed class AdoptionWave : SolutionPart
{
    public LocalizedText Name { get; init; } = LocalizedText.Unknown;

    public string? Starts { get; init; }

    public string? Ends { get; init; }

    /// <summary>Municipalities that the vendor and the support can help in the wave.</summary>
    public int? Count { get; init; }
}

/// <summary>Municipalities that learn from each other while they take the same solution in use .</summary>
public sealed class ExperienceGroup : SolutionPart
{
    public LocalizedText Name { get; init; } = LocalizedText.Unknown;

    public string? Starts { get; init; }

    public string? Ends { get; init; }

    /// <summary>Who is in it, and how to join.</summary>
    public LocalizedText Text { get; init; } = LocalizedText.Unknown;
}

/// <summary>A municipality that takes part in an experience group. Which group it is, its identifier says: a municipality is in a group once. The organisation is the municipality.</summary>
public sealed class GroupMember : SolutionPart
{
    public bool IsOf(ExperienceGroup group) => Organisation is { } municipality && Id == IdOf(group.Id, municipality);

    public static PartId IdOf(PartId group, OrganisationId municipality) => PartId.Of($"group-member/{group}/{municipality.Value:D}");
}

/// <summary>What a vendor registers of itself.</summary>
public enum VendorEntryKind { Product = 1, Version, Exit, Customer }

/// <summary>What a vendor has registered of a solution and itself: for its own people alone, whatever is published of it. The organisation is a municipality that it says is its customer.</summary>
public sealed class VendorEntry : SolutionPart
{
    public OrganisationId? Vendor { get; init; }

    public VendorEntryKind Kind { get; init; }

    public LocalizedText Name { get; init; } = LocalizedText.Unknown;

    public LocalizedText Text { get; init; } = LocalizedText.Unknown;

    public string? Starts { get; init; }

    public string? Ends { get; init; }
}

/// <summary>What municipalities are asked for beside taking the solution in use .</summary>
public enum RequestKind { Survey = 1, Pilot, Adoption, Group }

/// <summary>A request to the municipalities that the solution is for: all, or the one that is named.</summary>
public sealed class MunicipalRequest : SolutionPart
{
    public RequestKind Kind { get; init; }

    public LocalizedText Text { get; init; } = LocalizedText.Unknown;

    public string? Starts { get; init; }

    public string? Ends { get; init; }

    /// <summary>Hours of work that it asks for.</summary>
    public int? Count { get; init; }
}

/// <summary>What stands in a municipality's way. Never shown to vendors: the organisation is the municipality.</summary>
public sealed class ReportedObstacle : SolutionPart
{
    public ObstacleCode Obstacle { get; init; }

    public LocalizedText Text { get; init; } = LocalizedText.Unknown;

    /// <summary>When it was met.</summary>
    public string? Starts { get; init; }

    /// <summary>When it was gone.</summary>
    public string? Ends { get; init; }
}

/// <summary>When a municipality is to procure. Never shown to vendors.</summary>
public sealed class ProcurementPlan : SolutionPart
{
    public LocalizedText Text { get; init; } = LocalizedText.Unknown;

    public string? Starts { get; init; }

    public string? Ends { get; init; }

    /// <summary>The vendor whose agreement it replaces or prolongs.</summary>
    public OrganisationId? Vendor { get; init; }
}

/// <summary>An upgrade that a vendor imposed, and what it cost the municipality. Never shown to vendors.</summary>
public sealed class ForcedUpgrade : SolutionPart
{
    public OrganisationId? Vendor { get; init; }

    public LocalizedText Text { get; init; } = LocalizedText.Unknown;

    public string? Starts { get; init; }

    /// <summary>In øre.</summary>
    public long? Cost { get; init; }
}

public enum ReadinessLevel { Ready = 1, Partly, Missing }

/// <summary>A municipality's own check of whether it is ready (R-108; 001 §10 p.36 l.709–711). Only for itself.</summary>
public sealed class ReadinessCheck : SolutionPart
{
    public ReadinessLevel? Leadership { get; init; }

    public ReadinessLevel? Competence { get; init; }

    public ReadinessLevel? Capacity { get; init; }

    public ReadinessLevel? Money { get; init; }

    public ReadinessLevel? Routines { get; init; }

    public static PartId IdOf(SolutionId solution, OrganisationId municipality) => PartId.Of($"readiness/{solution.Value:D}/{municipality.Value:D}");
}
