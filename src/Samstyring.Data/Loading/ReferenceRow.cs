using Samstyring.Data.Trace;

namespace Samstyring.Data.Loading;

/// <summary>Which version of a row of the data files has been loaded, so that a later start loads only what is new.</summary>
public sealed class ReferenceRow : IUntraced
{
    public required string File { get; init; }

    public required string Key { get; init; }

    /// <summary>SHA-256 of the row and of the version of the mapping, in hexadecimal.</summary>
    public required string Hash { get; set; }
}
