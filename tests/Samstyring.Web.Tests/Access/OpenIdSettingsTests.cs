using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Samstyring.Web.Platform.OpenId;

namespace Samstyring.Web.Tests.Access;

public sealed class OpenIdSettingsTests
{
    [Fact]
    public void A_provider_is_read_from_its_section()
    {
        var provider = Assert.Single(OpenIdProvider.From(Settings(("SCOPES", "profile email"), ("PARAMETERS:ACR_VALUES", "high")), mayBePlain: false));

        Assert.Equal(("0", "Ansattporten", "https://vouch.example/"), (provider.Key, provider.Name, provider.Issuer));
        Assert.Equal(["profile", "email"], provider.Scopes);
        Assert.Equal("high", provider.Parameters["acr_values"]);
        Assert.Equal("https://vouch.example/.well-known/openid-configuration", provider.Discovery.AbsoluteUri);
        Assert.Equal("/logg-inn/svar/0", provider.CallbackPath);
    }

    [Theory]
    [InlineData("NAME", "")]
    [InlineData("CLIENTSECRET", "")]
    [InlineData("ISSUER", "not an address")]
    [InlineData("ISSUER", "http://vouch.example")]
    public void A_setting_that_is_missing_or_unsafe_stops_the_host_and_is_named(string setting, string value)
    {
        var refused = Assert.Throws<InvalidOperationException>(() => OpenIdProvider.From(Settings((setting, value)), mayBePlain: false));

        Assert.Contains($"SAMSTYRING_OIDC:0:{setting}", refused.Message);
    }

    [Theory]
    [InlineData("""{"orgno":"912345678"}""", "orgno", "912345678")]
    [InlineData("""{"authorization_details":[{"reportees":[{"ID":"0192:910258028"},{"ID":"0192:910258028"}]}]}""", "authorization_details.reportees.ID", "910258028")]
    [InlineData("""{"a":{"b":["912345678",7,"12345678","91234567x"]}}""", "a.b", "912345678")]
    [InlineData("""{"a":{"b":"912345678"}}""", "a.c", "")]
    [InlineData("""{"orgno":"912345678"}""", null, "")]
    public void Organisation_numbers_are_found_at_a_path(string token, string? path, string expected)
    {
        using var json = JsonDocument.Parse(token);

        Assert.Equal(expected, string.Join(' ', External.NumbersIn(json.RootElement, path)));
    }

    private static IConfiguration Settings(params (string Name, string Value)[] changed)
    {
        Dictionary<string, string?> settings = new(StringComparer.OrdinalIgnoreCase)
        {
            ["SAMSTYRING_OIDC:0:NAME"] = "Ansattporten",
            ["SAMSTYRING_OIDC:0:ISSUER"] = "https://vouch.example/",
            ["SAMSTYRING_OIDC:0:CLIENTID"] = "samstyring",
            ["SAMSTYRING_OIDC:0:CLIENTSECRET"] = "secret",
        };
        foreach (var (name, value) in changed)
        {
            settings["SAMSTYRING_OIDC:0:" + name] = value;
        }

        return new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
    }
}
