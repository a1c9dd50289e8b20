using Samstyring.Domain.Kernel;

namespace Samstyring.Domain.Organisations;

/// <summary>One fact of a network's work: what it leads, whom it has promised what, which cases it carries.</summary>
public abstract class NetworkPart : Part
{
    public OrganisationId Network { get; init; }
}

/// <summary>Something that one network leads for all of them, and what the others get of it .</summary>
public sealed class ThemeLead : NetworkPart
{
    /// <summary>The number of the theme, where it is one of the source's thirteen.</summary>
    public int? Theme { get; init; }

    public LocalizedText Name { get; init; } = LocalizedText.Unknown;

    /// <summary>What the network delivers to the others.</summary>
    public LocalizedText Text { get; init; } = LocalizedText.Unknown;

    public string? Starts { get; init; }

    public string? Ends { get; init; }
}

/// <summary>A role that somebody has in the network's work. Only the network itself sees it: it names a person. The organisation is where the person works.</summary>
public sealed class NetworkRole : NetworkPart
{
    public LocalizedText Name { get; init; } = LocalizedText.Unknown;

    /// <summary>The name of the person.</summary>
    public string? Holder { get; init; }

    public string? Starts { get; init; }

    public string? Ends { get; init; }
}

/// <summary>How many roles one person may have before the network is warned. A network has one.</summary>
public sealed class RoleLimit : NetworkPart
{
    /// <summary>What holds where the network has said nothing: an assumption of the product.</summary>
    public const int Default = 3;

    public int? Count { get; init; }

    public static PartId IdOf(OrganisationId network) => PartId.Of($"role-limit/{network.Value:D}");
}

/// <summary>A case that goes between local, regional and national level .</summary>
public sealed class NetworkCase : NetworkPart
{
    public LocalizedText Name { get; init; } = LocalizedText.Unknown;

    public LocalizedText Text { get; init; } = LocalizedText.Unknown;

    /// <summary>When it was raised.</summary>
    public string? Starts { get; init; }
}

public enum CaseState { Sent = 1, UnderWay, Answered, Rejected }

/// <summary>A case at one level: sent there, and answered or not. The organisation is where it lies.</summary>
public sealed class CaseStep : NetworkPart
{
    public PartId? Case { get; init; }

    public Level Level { get; init; }

    public CaseState? State { get; init; }

    /// <summary>When it came there.</summary>
    public string? Starts { get; init; }

    /// <summary>The answer that was given back.</summary>
    public LocalizedText Text { get; init; } = LocalizedText.Unknown;

    /// <summary>When it was answered.</summary>
    public string? Ends { get; init; }
}

/// <summary>What the network does for a municipality, and what the municipality does itself, as they have agreed on a day. The organisation is the municipality.</summary>
public sealed class Expectation : NetworkPart
{
    /// <summary>What the network does.</summary>
    public LocalizedText Text { get; init; } = LocalizedText.Unknown;

    /// <summary>What the municipality does.</summary>
    public LocalizedText Duty { get; init; } = LocalizedText.Unknown;

    /// <summary>When they agreed.</summary>
    public string? SignedOn { get; init; }

    /// <summary>When they are to look at it again.</summary>
    public string? Ends { get; init; }
}

/// <summary>Who pays, and for what .</summary>
public enum NetworkFeeKind { Base = 1, PerInhabitant, CountyBase, CountyPerInhabitant }

/// <summary>A rate of the network's yearly fee.</summary>
public sealed class NetworkFee : NetworkPart
{
    public NetworkFeeKind Kind { get; init; }

    /// <summary>Kroner a year, of which a rate for each inhabitant may be a part of one.</summary>
    public decimal? Amount { get; init; }

    public string? Starts { get; init; }

    public string? Ends { get; init; }
}

/// <summary>Something that the network has done for one member. The organisation is the municipality.</summary>
public sealed class MemberHelp : NetworkPart
{
    public LocalizedText Text { get; init; } = LocalizedText.Unknown;

    /// <summary>Hours of the network's work.</summary>
    public int? Count { get; init; }

    public string? Starts { get; init; }
}
