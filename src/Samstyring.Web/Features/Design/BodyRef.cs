using Samstyring.Domain.Kernel;

namespace Samstyring.Web.Features.Design;

/// <summary>A body's key and name, where something points to it.</summary>
public sealed record BodyRef
{
    public required string Key { get; init; }

    public required LocalizedText Name { get; init; }
}
