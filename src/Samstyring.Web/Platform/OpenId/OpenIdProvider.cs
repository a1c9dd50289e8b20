namespace Samstyring.Web.Platform.OpenId;

/// <summary>A service that vouches for people by OpenID Connect, as the configuration has it. <c>docs/sign-in.md</c> explains the settings.</summary>
public sealed record OpenIdProvider
{
    /// <summary>The section that holds the providers, each in a child of its own.</summary>
    public const string Section = "SAMSTYRING_OIDC";

    /// <summary>The name of the child section: it stands in the addresses of this provider, so it should not change.</summary>
    public required string Key { get; init; }

    /// <summary>As people know it; shown on the button.</summary>
    public required string Name { get; init; }

    /// <summary>The address that the provider calls itself, to the letter.</summary>
    public required string Issuer { get; init; }

    public required string ClientId { get; init; }

    public required string ClientSecret { get; init; }

    /// <summary>What is asked for besides <c>openid</c>.</summary>
    public required IReadOnlyList<string> Scopes { get; init; }

    /// <summary>Where a token says for which organisation the person signs in: names with dots between. Null where it does not.</summary>
    public required string? OrganisationClaim { get; init; }

    /// <summary>Sent with the request besides what OpenID Connect asks for.</summary>
    public required IReadOnlyDictionary<string, string> Parameters { get; init; }

    public string Scheme => "oidc-" + Key;

    public PathString CallbackPath => "/logg-inn/svar/" + Key;

    public Uri Discovery => new(Issuer.TrimEnd('/') + "/.well-known/openid-configuration");

    /// <exception cref="InvalidOperationException">A provider lacks a setting, or talks without encryption. The host does not start.</exception>
    public static IReadOnlyList<OpenIdProvider> From(IConfiguration configuration, bool mayBePlain) =>
        [.. configuration.GetSection(Section).GetChildren().Select(provider => From(provider, mayBePlain))];

    private static OpenIdProvider From(IConfigurationSection section, bool mayBePlain)
    {
        var issuer = Required(section, "ISSUER");
        if (!Uri.TryCreate(issuer, UriKind.Absolute, out var address) || !(address.Scheme == Uri.UriSchemeHttps || (mayBePlain && address.Scheme == Uri.UriSchemeHttp)))
        {
            throw new InvalidOperationException($"«{section.Path}:ISSUER» must be an https address. It is «{issuer}».");
        }

        return new()
        {
            Key = section.Key.ToLowerInvariant(),
            Name = Required(section, "NAME"),
            Issuer = issuer,
            ClientId = Required(section, "CLIENTID"),
            ClientSecret = Required(section, "CLIENTSECRET"),
            Scopes = (section["SCOPES"] ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries),
            OrganisationClaim = section["ORGANISATIONCLAIM"],
            Parameters = section.GetSection("PARAMETERS").GetChildren().ToDictionary(p => p.Key.ToLowerInvariant(), p => p.Value ?? "", StringComparer.Ordinal),
        };
    }

    private static string Required(IConfigurationSection section, string name) =>
        section[name] is { Length: > 0 } value ? value : throw new InvalidOperationException($"«{section.Path}:{name}» is not set, and sign-in with this provider needs it.");
}
