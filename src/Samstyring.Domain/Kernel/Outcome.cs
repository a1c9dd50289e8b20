using System.Diagnostics.CodeAnalysis;

namespace Samstyring.Domain.Kernel;

/// <summary>
/// The answer to a request that the domain may refuse. A refusal is an expected answer, given as
/// reason codes that the caller turns into text. A broken assumption is a bug, and throws instead.
/// </summary>
public sealed class Outcome<T>
    where T : class
{
    private readonly T? _accepted;
    private readonly Refusal? _refusal;

    private Outcome(T? accepted, Refusal? refusal) => (_accepted, _refusal) = (accepted, refusal);

    public static implicit operator Outcome<T>(T accepted) => new(accepted, refusal: null);

    public static implicit operator Outcome<T>(Refusal refusal) => new(accepted: null, refusal);

    public bool IsAccepted([NotNullWhen(true)] out T? accepted, [NotNullWhen(false)] out Refusal? refusal)
    {
        (accepted, refusal) = (_accepted, _refusal);
        return accepted is not null;
    }
}

/// <summary>Why a request is refused.</summary>
/// <param name="Reasons">Codes, the most important first. Never empty. The web's texts have each under <c>refusal.</c></param>
public sealed record Refusal(params IReadOnlyList<Reason> Reasons);

/// <param name="Code">Such as <c>membership.not-manager</c>: stable, also in the API.</param>
/// <param name="Field">The field that is wrong; null for the request as a whole.</param>
/// <param name="Value">What was given, or what is allowed, for the text to name.</param>
public sealed record Reason(string Code, string? Field = null, string? Value = null);
