using System.Security.Claims;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Samstyring.Web.Platform.OpenId;

/// <summary>Somebody whom a provider vouches for. Who that is here, only a link by issuer and subject says; an e-mail address says nothing.</summary>
/// <param name="Provider">The key of the provider.</param>
/// <param name="Subject">The provider's own name for the person.</param>
/// <param name="Name">As the provider writes the person's name; null where it does not.</param>
/// <param name="Organisations">Numbers of organisations that the person chose to sign in for at the provider.</param>
/// <param name="IdToken">Shown to the provider again when the person signs out.</param>
public sealed record External(string Provider, string Issuer, string Subject, string? Name, IReadOnlyList<string> Organisations, string IdToken)
{
    private const string ProviderClaim = "samstyring:provider";
    private const string IssuerClaim = "samstyring:issuer";
    private const string SubjectClaim = "samstyring:subject";
    private const string OrganisationClaim = "samstyring:organisation-number";
    private const string TokenClaim = "samstyring:id-token";

    private const int NumberLength = 9;

    /// <summary>For the session that it began: where to sign out, and with what.</summary>
    public IEnumerable<Claim> SessionClaims => [new(ProviderClaim, Provider), new(TokenClaim, IdToken)];

    internal static External From(JsonWebToken token, string written, OpenIdProvider provider)
    {
        using var payload = JsonDocument.Parse(Base64UrlEncoder.DecodeBytes(token.EncodedPayload));
        return new(provider.Key, provider.Issuer, token.Subject, token.TryGetPayloadValue<string>("name", out var name) ? name : null, NumbersIn(payload.RootElement, provider.OrganisationClaim), written);
    }

    /// <summary>Back from the cookie that carries it from the answer to the page that uses it.</summary>
    public static External? From(ClaimsPrincipal principal) =>
        principal.FindFirstValue(SubjectClaim) is { } subject
            ? new(principal.FindFirstValue(ProviderClaim)!, principal.FindFirstValue(IssuerClaim)!, subject, principal.FindFirstValue(ClaimTypes.Name), [.. principal.FindAll(OrganisationClaim).Select(c => c.Value)], principal.FindFirstValue(TokenClaim)!)
            : null;

    /// <summary>The provider that a session began at, and the token to show it; null where the session began here.</summary>
    public static (string Provider, string IdToken)? SessionOf(ClaimsPrincipal session) =>
        session.FindFirstValue(ProviderClaim) is { } provider && session.FindFirstValue(TokenClaim) is { } token ? (provider, token) : null;

    /// <summary>What a session says of its provider, to carry over into the one that replaces it.</summary>
    public static IEnumerable<Claim> ClaimsOf(ClaimsPrincipal session) => session.Claims.Where(c => c.Type is ProviderClaim or TokenClaim);

    public ClaimsPrincipal Principal(string scheme) => new(new ClaimsIdentity(
        [.. SessionClaims, new(IssuerClaim, Issuer), new(SubjectClaim, Subject), .. Name is null ? Array.Empty<Claim>() : [new(ClaimTypes.Name, Name)], .. Organisations.Select(number => new Claim(OrganisationClaim, number))], scheme));

    /// <summary>Organisation numbers at a path through objects and lists. «0192:» before one is what ISO 6523 calls the Norwegian register.</summary>
    internal static IReadOnlyList<string> NumbersIn(JsonElement token, string? path)
    {
        if (path is null)
        {
            return [];
        }

        IEnumerable<JsonElement> found = [token];
        foreach (var name in path.Split('.'))
        {
            found = found.SelectMany(Each).SelectMany(element => element.ValueKind is JsonValueKind.Object && element.TryGetProperty(name, out var inner) ? [inner] : Array.Empty<JsonElement>());
        }

        return [.. found.SelectMany(Each).Where(e => e.ValueKind is JsonValueKind.String).Select(e => e.GetString()!.Split(':')[^1]).Where(IsNumber).Distinct(StringComparer.Ordinal)];
    }

    private static IEnumerable<JsonElement> Each(JsonElement element) => element.ValueKind is JsonValueKind.Array ? element.EnumerateArray() : [element];

    private static bool IsNumber(string text) => text.Length == NumberLength && text.All(char.IsAsciiDigit);
}
