using Samstyring.Domain.Kernel;

namespace Samstyring.Data.Trace;

/// <summary>Somebody was shown something restricted. Reads are many and change nothing: they stand in a table of their own, in no chain.</summary>
public sealed class RestrictedRead : IUntraced
{
    /// <summary>In the order in which they were written down.</summary>
    public long Number { get; init; }

    public required DateTimeOffset At { get; init; }

    public UserId? User { get; init; }

    public OrganisationId? OnBehalfOf { get; init; }

    /// <summary>Of what was shown, as in <see cref="Subject"/>.</summary>
    public required string Type { get; init; }

    public required string Key { get; init; }
}
