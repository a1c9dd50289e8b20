using System.Net;
using System.Text.Json;
using Samstyring.TestKit;

namespace Samstyring.Web.Tests.Access;

/// <summary>What can be seen of passkeys without a browser; the browser tests make one and sign in with it.</summary>
public sealed class PasskeyTests
{
    [Theory]
    [InlineData("/logg-inn")]
    [InlineData("/logg-inn/adgangsnokkel")]
    public async Task Without_JavaScript_there_is_no_button_and_the_page_says_why(string path)
    {
        var page = await (await TestApp.SharedAsync(DatabaseKind.Sqlite)).OpenAsync(path);

        Assert.True(page.Document.QuerySelector("form[data-passkey] button")!.HasAttribute("hidden"));
        Assert.Contains("trenger JavaScript", page.Text("form[data-passkey] noscript"));
    }

    [Fact]
    public async Task A_visitor_is_given_a_challenge_that_names_nobody_and_only_by_a_form_of_ours()
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(DatabaseKind.Sqlite));
        var http = app.CreateClient();
        using var nothing = new FormUrlEncodedContent([]);
        var options = new Uri("/logg-inn/adgangsnokkel?handler=Options", UriKind.Relative);
        Assert.Equal(HttpStatusCode.BadRequest, (await http.PostAsync(options, nothing)).StatusCode);

        var page = await app.BrowseAsync("/logg-inn");
        page.Document.QuerySelector("form[data-passkey]")!.SetAttribute("action", options.ToString());
        using var asked = JsonDocument.Parse((await page.SubmitAsync("form[data-passkey]")).Html);

        Assert.Equal(43, asked.RootElement.GetProperty("challenge").GetString()!.Length);
        Assert.Equal("required", asked.RootElement.GetProperty("userVerification").GetString());
        Assert.Equal(0, asked.RootElement.TryGetProperty("allowCredentials", out var named) ? named.GetArrayLength() : 0);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("not json")]
    [InlineData("""{"id":"AAAA","rawId":"AAAA","type":"public-key","clientExtensionResults":{},"response":{"clientDataJSON":"AAAA","authenticatorData":"AAAA","signature":"AAAA"}}""")]
    public async Task What_is_no_passkey_lets_nobody_in(string credential)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(DatabaseKind.Sqlite));

        foreach (var isAsked in new[] { false, true })
        {
            var page = await app.BrowseAsync("/logg-inn");
            if (isAsked)
            {
                var action = page.Document.QuerySelector("form[data-passkey]")!.GetAttribute("action")!;
                page.Document.QuerySelector("form[data-passkey]")!.SetAttribute("action", action + "?handler=Options");
                await page.SubmitAsync("form[data-passkey]");
                page.Document.QuerySelector("form[data-passkey]")!.SetAttribute("action", action);
            }

            var answer = await page.SubmitAsync("form[data-passkey]", ("Credential", credential));

            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Response.StatusCode);
            Assert.Contains("virker ikke her", answer.Text("main .note"));
        }
    }

    [Theory]
    [InlineData("", "{}", "Gi nøkkelen et navn")]
    [InlineData("Jobbtelefonen", "", "kunne ikke godtas")]
    [InlineData("Jobbtelefonen", "{}", "kunne ikke godtas")]
    public async Task A_passkey_without_a_name_or_that_was_not_asked_for_is_refused(string name, string credential, string said)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(DatabaseKind.Sqlite));
        var page = await (await app.SignInAsync("4207")).OpenAsync("/min-side/adgangsnokler");

        var answer = await page.SubmitAsync("#ny", ("Name", name), ("Credential", credential));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Response.StatusCode);
        Assert.Contains(said, answer.Text("main .note"));
        Assert.Equal(name, answer.Document.QuerySelector("#Name")!.GetAttribute("value") ?? "");
        Assert.Contains("Du har ingen adgangsnøkler", answer.Text("main"));
    }
}
