using Samstyring.Domain.Initiatives;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Organisations;

namespace Samstyring.Domain.Actors;

/// <summary>What a body has to do with a municipality that it can speak to, the closest first.</summary>
public enum ChannelRelation
{
    /// <summary>The municipality lets it decide or speak on its behalf .</summary>
    Mandate = 1,

    /// <summary>A joint IT company or IT co-operation that acts for the municipality .</summary>
    JointCompany,

    /// <summary>Sells to it.</summary>
    Vendor,

    /// <summary>The association that every municipality is a member of.</summary>
    Ks,

    /// <summary>A network that it is a member of.</summary>
    Network,

    /// <summary>Some other co-operation that it takes part in.</summary>
    CoOperation,
}

/// <summary>How strong a kind of relation is held to be for a piece of work. The note is the reason.</summary>
public sealed class ChannelStrength : InitiativePart
{
    public ChannelRelation Kind { get; init; }

    /// <summary>From 1, hardly heard, to 100, decides for the municipality.</summary>
    public int? Strength { get; init; }
}

/// <summary>The strength that holds for a kind of relation.</summary>
/// <param name="Strength">From 1 to 100.</param>
/// <param name="Stated">Who says so; null where it is the assumption of the program.</param>
public sealed record StrengthOfRelation(ChannelRelation Relation, int Strength, ChannelStrength? Stated);

/// <summary>
/// How strong each kind of relation is. No source measures it, so the numbers below are assumptions, shown as such; an initiative may
/// state its own. Their order is the sources': who may decide for the municipality comes before who acts for it, then KS and the vendors, the
/// two that influence municipalities most (000 §6.2 p.59 l.1122), then networks, where municipalities hear of projects (000 §5.2.2 p.44 l.815).
/// </summary>
public static class ChannelStrengths
{
    /// <summary>Every kind, the closest first, with the last that is stated of it.</summary>
    public static IReadOnlyList<StrengthOfRelation> Of(IEnumerable<ChannelStrength> stated)
    {
        var last = stated.Where(strength => strength.Strength is not null).GroupBy(strength => strength.Kind).ToDictionary(kind => kind.Key, kind => kind.Last());
        return [.. Enum.GetValues<ChannelRelation>().Select(relation => last.GetValueOrDefault(relation) is { } said ? new(relation, said.Strength!.Value, said) : new StrengthOfRelation(relation, Assumed(relation), null))];
    }

    private static int Assumed(ChannelRelation relation) => relation switch
    {
        ChannelRelation.Mandate => 100,
        ChannelRelation.JointCompany => 80,
        ChannelRelation.Vendor or ChannelRelation.Ks => 70,
        ChannelRelation.Network => 50,
        _ => 40,
    };
}

/// <summary>A body reaches a municipality.</summary>
public sealed record ChannelLink(OrganisationId Channel, OrganisationId Municipality, ChannelRelation Relation, Provenance Provenance)
{
    /// <summary>What taking part in a body is.</summary>
    /// <param name="coOperation">The kind of co-operation that the body is, as the registry has it; null where it is none.</param>
    public static ChannelRelation RelationTo(OrganisationKind body, string? coOperation) => (body, coOperation) switch
    {
        (OrganisationKind.Vendor or OrganisationKind.Private, _) => ChannelRelation.Vendor,
        (OrganisationKind.Ks, _) => ChannelRelation.Ks,
        (OrganisationKind.Intermunicipal, _) or (_, "shared_it_company" or "it_cooperation") => ChannelRelation.JointCompany,
        (OrganisationKind.Network, _) => ChannelRelation.Network,
        _ => ChannelRelation.CoOperation,
    };

    /// <summary>Whether the body acts for the municipality, so that what is for the municipality must reach it too (R-038; 000 §5.2.4 p.45 l.839).</summary>
    public bool ActsForIt => Relation is ChannelRelation.Mandate or ChannelRelation.JointCompany or ChannelRelation.CoOperation;
}
