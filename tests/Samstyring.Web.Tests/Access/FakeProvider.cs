using System.Buffers.Text;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Samstyring.TestKit;
using Samstyring.Web.Platform.OpenId;

namespace Samstyring.Web.Tests.Access;

/// <summary>
/// An OpenID Connect provider that can be made to lie. It checks what a provider checks: the client, the code and PKCE. The real one that
/// the browser tests start cannot be made to sign a wrong token.
/// </summary>
internal sealed class FakeProvider : HttpMessageHandler
{
    public const string Issuer = "https://vouch.example";
    public const string Name = "Prøvetjenesten";
    private const string Client = "samstyring";
    private const string ClientSecret = "a secret of the tests only";
    private const string Code = "the code";

    private RsaSecurityKey _published = NewKey();
    private RsaSecurityKey _signing;
    private Dictionary<string, string> _asked = [];

    public FakeProvider() => _signing = _published;

    public bool IsDown { get; set; }

    /// <summary>Whether it says that it names itself in its answers (RFC 9207).</summary>
    public bool SaysIssuer { get; set; } = true;

    /// <summary>The issuer in its answer; null where it leaves it out.</summary>
    public string? AnsweringAs { get; set; } = Issuer;

    public string Subject { get; set; } = "kari";

    /// <summary>Changes the token before it is signed.</summary>
    public Action<SecurityTokenDescriptor> Lie { get; set; } = _ => { };

    /// <summary>What was asked of it last.</summary>
    public IReadOnlyDictionary<string, string> Asked => _asked;

    /// <summary>The application with this as its one provider.</summary>
    public async Task<TestApp> StartAppAsync(DatabaseKind kind = DatabaseKind.Sqlite, string? organisationClaim = null) => new(await TestDatabase.LoadedAsync(kind))
    {
        Settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["SAMSTYRING_ATTEMPTS_PER_MINUTE"] = "1000000",
            ["SAMSTYRING_OIDC:prove:NAME"] = Name,
            ["SAMSTYRING_OIDC:prove:ISSUER"] = Issuer,
            ["SAMSTYRING_OIDC:prove:CLIENTID"] = Client,
            ["SAMSTYRING_OIDC:prove:CLIENTSECRET"] = ClientSecret,
            ["SAMSTYRING_OIDC:prove:SCOPES"] = "profile",
            ["SAMSTYRING_OIDC:prove:PARAMETERS:acr_values"] = "substantial",
            ["SAMSTYRING_OIDC:prove:ORGANISATIONCLAIM"] = organisationClaim ?? "",
        },
        Replacing = services => services.Configure<OpenIdOptions>("oidc-prove", options => options.BackchannelHttpHandler = this),
    };

    /// <summary>Goes from a page of the application to the provider and back, as somebody who says yes there.</summary>
    public async Task<TestPage> VouchAsync(HttpClient http, string? back = null)
    {
        var begin = "/logg-inn/ekstern?tilbyder=prove" + (back is null ? "" : "&tilbake=" + Uri.EscapeDataString(back));
        var asked = (await http.GetAsync(new Uri(begin, UriKind.Relative))).RequestMessage!.RequestUri!;
        Assert.Equal("vouch.example", asked.Host);
        _asked = QueryHelpers.ParseQuery(asked.Query).ToDictionary(p => p.Key, p => p.Value.ToString(), StringComparer.Ordinal);
        var answer = $"/logg-inn/svar/prove?code={Uri.EscapeDataString(Code)}&state={Uri.EscapeDataString(_asked["state"])}" + (AnsweringAs is null ? "" : "&iss=" + Uri.EscapeDataString(AnsweringAs));
        return await TestPage.ReadAsync(http, await http.GetAsync(new Uri(answer, UriKind.Relative)));
    }

    /// <summary>Takes a new key into use, and withdraws the old one.</summary>
    public void ChangeKey() => _signing = _published = NewKey();

    /// <summary>Signs with a key that it does not publish.</summary>
    public void SignWithAnotherKey() => _signing = NewKey();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (IsDown)
        {
            throw new HttpRequestException("Nobody answers.");
        }

        return request.RequestUri!.AbsolutePath switch
        {
            "/.well-known/openid-configuration" => Json(new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["issuer"] = Issuer,
                ["authorization_endpoint"] = Issuer + "/authorize",
                ["token_endpoint"] = Issuer + "/token",
                ["jwks_uri"] = Issuer + "/keys",
                ["end_session_endpoint"] = Issuer + "/end",
                ["authorization_response_iss_parameter_supported"] = SaysIssuer,
            }),
            "/keys" => Json(new { keys = new[] { PublicKey() } }),
            "/token" => await TokenAsync(QueryHelpers.ParseQuery(await request.Content!.ReadAsStringAsync(cancellationToken)).ToDictionary(p => p.Key, p => p.Value.ToString(), StringComparer.Ordinal)),
            _ => new(HttpStatusCode.NotFound),
        };
    }

    private Task<HttpResponseMessage> TokenAsync(Dictionary<string, string> form)
    {
        var challenge = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(form.GetValueOrDefault("code_verifier", ""))));
        if (form["client_id"] != Client || form["client_secret"] != ClientSecret || form["code"] != Code || form["redirect_uri"] != _asked["redirect_uri"]
            || _asked["code_challenge_method"] != "S256" || challenge != _asked["code_challenge"])
        {
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.BadRequest));
        }

        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        SecurityTokenDescriptor token = new()
        {
            Issuer = Issuer,
            Audience = Client,
            IssuedAt = now,
            NotBefore = now,
            Expires = now.AddMinutes(5),
            SigningCredentials = new(_signing, SecurityAlgorithms.RsaSha256),
            Claims = new Dictionary<string, object>(StringComparer.Ordinal) { ["sub"] = Subject, ["nonce"] = _asked["nonce"], ["name"] = "Kari hos Prøvetjenesten" },
        };
        Lie(token);
        return Task.FromResult(Json(new { access_token = "not used", token_type = "Bearer", id_token = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(token) }));
    }

    private Dictionary<string, string> PublicKey()
    {
        var key = _published.Rsa.ExportParameters(includePrivateParameters: false);
        return new(StringComparer.Ordinal) { ["kty"] = "RSA", ["use"] = "sig", ["kid"] = _published.KeyId, ["n"] = Base64Url.EncodeToString(key.Modulus), ["e"] = Base64Url.EncodeToString(key.Exponent) };
    }

    private static RsaSecurityKey NewKey() => new(RSA.Create(2048)) { KeyId = Guid.CreateVersion7().ToString() };

    private static HttpResponseMessage Json<T>(T body) => new(HttpStatusCode.OK) { Content = JsonContent.Create(body) };
}
