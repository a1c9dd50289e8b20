using System.Globalization;
using Samstyring.Data.People;
using Samstyring.Domain.Access;
using Samstyring.Domain.Kernel;

namespace Samstyring.Web.Features.Design.Tokens;

/// <summary>What somebody asks for who makes a token: the same for a person's own and for a machine's.</summary>
public sealed class TokenForm
{
    public string? Name { get; set; }

    public string[]? Scopes { get; set; }

    /// <summary>In days.</summary>
    public string? Days { get; set; } = "90";

    internal TokenWish Wish() => new(
        Name,
        [.. (Scopes ?? []).Select(code => Codes.TryParse<TokenScope>(code, out var scope) ? scope : default).Where(scope => scope != default)],
        int.TryParse(Days, NumberStyles.None, CultureInfo.InvariantCulture, out var days) ? days : 0);
}

/// <summary>The tokens on a page, and the form for one more.</summary>
/// <param name="Made">The token that was just made, in clear; null otherwise. It is never shown again.</param>
/// <param name="MayMake">Whether the form is shown.</param>
public sealed record TokenPanel(TokenForm Form, IReadOnlyList<TokenRow> Tokens, string? Made, bool MayMake, DateTimeOffset Now)
{
    public string? Name => Form.Name;

    public string? Days => Form.Days;
}
