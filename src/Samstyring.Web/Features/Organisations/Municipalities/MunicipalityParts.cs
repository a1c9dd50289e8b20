using System.Text.Json.Serialization;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Organisations;

namespace Samstyring.Web.Features.Organisations.Municipalities;

/// <summary>A municipality beside another, or in the same county.</summary>
public sealed record NearbyItem
{
    public required string Number { get; init; }

    public required LocalizedText Name { get; init; }

    /// <summary>The county's number.</summary>
    public required string County { get; init; }

    public required int Population { get; init; }

    [JsonIgnore]
    public LocalizedText CountyName { get; init; } = LocalizedText.Unknown;

    [JsonIgnore]
    public int HexColumn { get; init; }

    [JsonIgnore]
    public int HexRow { get; init; }

    [JsonIgnore]
    public bool IsOwn { get; init; }

    [JsonIgnore]
    public bool IsNeighbour { get; init; }
}

/// <summary>A number that the municipality, or a part of it, had before.</summary>
public sealed record FormerNumberItem
{
    public required string Number { get; init; }

    /// <summary>The table begins in 1940, so 1940 means «1940 or earlier».</summary>
    public required int FirstYear { get; init; }

    public required int LastYear { get; init; }

    /// <summary>Below 1 the old municipality was split; the share is nominal, not inhabitants.</summary>
    public required double Weight { get; init; }

    public required Provenance Provenance { get; init; }
}

/// <summary>A municipality of today that an old number became, whole or in part.</summary>
public sealed record SuccessorItem
{
    public required string Number { get; init; }

    public required LocalizedText Name { get; init; }

    public required double Weight { get; init; }

    [JsonIgnore]
    public int Population { get; init; }

    [JsonIgnore]
    public int FirstYear { get; init; }

    [JsonIgnore]
    public int LastYear { get; init; }

    [JsonIgnore]
    public Provenance Provenance { get; init; } = null!;
}

/// <summary>How the municipality decides on one subject, where a source says so .</summary>
public sealed record DecisionModelItem
{
    /// <summary>Names the row for changing it.</summary>
    public string Key => Id.Value.ToString("D");

    [JsonIgnore]
    public DecisionModelId Id { get; init; }

    public required LocalizedText Subject { get; init; }

    public required DecisionModelKind Model { get; init; }

    public required LocalizedText DecidedBy { get; init; }

    public required LocalizedText Note { get; init; }

    public required Provenance Provenance { get; init; }

    [JsonIgnore]
    public bool IsRestricted { get; init; }
}
