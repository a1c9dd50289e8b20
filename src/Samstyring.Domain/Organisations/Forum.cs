using Samstyring.Domain.Kernel;

namespace Samstyring.Domain.Organisations;

/// <summary>What a forum may do with a case, so that nobody mistakes advice for a decision .</summary>
public enum Mandate { Informing = 1, Advising, Preparing, Deciding }

/// <summary>A council, committee or meeting place across bodies.</summary>
public sealed class Forum
{
    public required OrganisationId Id { get; init; }

    /// <summary>Null where no source says what it may do.</summary>
    public Mandate? Mandate { get; init; }

    public required LocalizedText MandateNote { get; init; }

    public required LocalizedText Members { get; init; }

    public required Provenance Provenance { get; init; }
}

public enum SeatState { Yes = 1, No, Observer }

public readonly record struct ForumSeatId(Guid Value) : IStrongId
{
    public static ForumSeatId Of(string key) => new(NamedId.From("seat", key));
}

/// <summary>Who sits in a forum for a region, and which region has no seat .</summary>
public sealed class ForumSeat : IRestrictable
{
    public required ForumSeatId Id { get; init; }

    /// <summary>The forum, or the network in whose bodies the seat is.</summary>
    public required OrganisationId Forum { get; init; }

    public OrganisationId? Holder { get; init; }

    public string? Region { get; init; }

    public SeatState? Seat { get; init; }

    public required LocalizedText Note { get; init; }

    public required Provenance Provenance { get; init; }

    public AudienceId? VisibleTo { get; init; }
}

/// <summary>Who decides digital questions in a municipality .</summary>
public enum DecisionModelKind { OwnBoard = 1, SharedItCompany, Intermunicipal }

public readonly record struct DecisionModelId(Guid Value) : IStrongId
{
    public static DecisionModelId Of(string key) => new(NamedId.From("decision-model", key));
}

/// <summary>How one municipality decides on one subject, where a source says so.</summary>
public sealed class DecisionModel : IRestrictable
{
    public required DecisionModelId Id { get; init; }

    public required OrganisationId Municipality { get; init; }

    public required LocalizedText Subject { get; init; }

    public required DecisionModelKind Model { get; init; }

    public required LocalizedText DecidedBy { get; init; }

    public required LocalizedText Note { get; init; }

    public required Provenance Provenance { get; init; }

    public AudienceId? VisibleTo { get; init; }
}

public readonly record struct DecisionMandateId(Guid Value) : IStrongId
{
    /// <param name="key">The keys of the municipality and the body, and the subject, with slashes between them.</param>
    public static DecisionMandateId Of(string key) => new(NamedId.From("mandate", key));
}

/// <summary>A municipality lets a co-operation decide, or speak for it, on one subject, for a time .</summary>
public sealed class DecisionMandate : IRestrictable
{
    /// <summary>The subject that lets a co-operation keep the municipality's own facts.</summary>
    public const string OwnFacts = "Opplysninger om kommunen";

    public required DecisionMandateId Id { get; init; }

    public required OrganisationId Municipality { get; init; }

    public required OrganisationId Body { get; init; }

    public required LocalizedText Subject { get; init; }

    /// <summary>The subject in bokmål, folded: mandates and decision models meet on it.</summary>
    public required string Folded { get; init; }

    public string? ValidFrom { get; init; }

    public string? ValidTo { get; init; }

    public required LocalizedText Note { get; init; }

    public required Provenance Provenance { get; init; }

    public AudienceId? VisibleTo { get; init; }

    /// <summary>Whether it holds on a day. A time as exact as a year or a month holds to its end.</summary>
    public bool Holds(DateOnly day)
    {
        var text = day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        return (ValidFrom is null || string.CompareOrdinal(ValidFrom, text[..ValidFrom.Length]) <= 0) && (ValidTo is null || string.CompareOrdinal(ValidTo, text[..ValidTo.Length]) >= 0);
    }
}

/// <summary>A co-operation between municipalities that a source names.</summary>
public sealed class CoOperation : IRestrictable
{
    public required string Key { get; init; }

    public required LocalizedText Name { get; init; }

    public required string Kind { get; init; }

    /// <summary>The organisation that it is, where it has one.</summary>
    public OrganisationId? Organisation { get; init; }

    public int? StatedCount { get; init; }

    public required LocalizedText Note { get; init; }

    public required Provenance Provenance { get; init; }

    public AudienceId? VisibleTo { get; init; }
}
