using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.Tokens;
using Samstyring.Data.People;
using Samstyring.Data.Trace;
using Samstyring.Domain.Access;
using Samstyring.Domain.Kernel;
using Samstyring.TestKit;

namespace Samstyring.Web.Tests.Access;

/// <summary>Sign-in by OpenID Connect, with a provider that can lie. The browser tests do it with a real one.</summary>
public sealed class ProviderTests
{
    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task Somebody_signed_in_links_an_account_and_signs_in_with_it_from_then_on(DatabaseKind kind)
    {
        using FakeProvider provider = new();
        await using var app = await provider.StartAppAsync(kind);
        var visitor = await app.SignInAsync("4207");

        await LinkAsync(provider, visitor);
        var page = await provider.VouchAsync(app.CreateClient(), "/livshendelser");

        Assert.Equal("/livshendelser", page.Address);
        Assert.Contains(visitor.Person.Name, page.Text(".on-behalf"));
        Assert.Contains("Flekkefjord", page.Text(".on-behalf"));
        Assert.Equal("openid profile", provider.Asked["scope"]);
        Assert.Equal("substantial", provider.Asked["acr_values"]);
        Assert.Equal("S256", provider.Asked["code_challenge_method"]);
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task An_account_that_is_linked_to_nobody_is_let_in_nowhere_and_makes_nobody(DatabaseKind kind)
    {
        using FakeProvider provider = new();
        await using var app = await provider.StartAppAsync(kind);
        var known = await app.RegisterAsync("4207");
        provider.Lie = token =>
        {
            token.Claims["email"] = known.Email!;
            token.Claims["email_verified"] = true;
        };
        var http = app.CreateClient();

        var page = await provider.VouchAsync(http);

        Assert.Contains("Be om en invitasjon", page.Text(".note"));
        Assert.Empty((await TestPage.ReadAsync(http, await http.GetAsync(new Uri("/", UriKind.Relative)))).Texts(".on-behalf"));
        await using var db = app.Database.Open();
        Assert.Equal(1, await db.Users.CountAsync());
        Assert.Equal(0, await db.Set<IdentityUserLogin<UserId>>().CountAsync());
    }

    public static TheoryData<string, Action<SecurityTokenDescriptor>> Lies() => new()
    {
        { "issuer", token => token.Issuer = "https://another.example" },
        { "audience", token => token.Audience = "another program" },
        { "expired", token => (token.NotBefore, token.Expires) = (token.NotBefore!.Value.AddHours(-2), token.NotBefore!.Value.AddHours(-1)) },
        { "not yet", token => (token.NotBefore, token.Expires) = (token.NotBefore!.Value.AddHours(1), token.NotBefore!.Value.AddHours(2)) },
        { "for ever", token => token.Expires = null },
        { "nonce", token => token.Claims["nonce"] = "of another request" },
        { "no nonce", token => token.Claims.Remove("nonce") },
        { "party", token => token.Claims["azp"] = "another program" },
        { "unsigned", token => token.SigningCredentials = null },
        { "shared key", token => token.SigningCredentials = new(new SymmetricSecurityKey(new byte[64]), SecurityAlgorithms.HmacSha256) },
        { "nobody", token => token.Claims.Remove("sub") },
    };

    [Theory, MemberData(nameof(Lies))]
    public async Task A_token_that_is_not_good_lets_nobody_in(string what, Action<SecurityTokenDescriptor> lie)
    {
        using FakeProvider provider = new();
        await using var app = await provider.StartAppAsync();
        await LinkAsync(provider, await app.SignInAsync("4207"));
        provider.Lie = lie;

        await AssertRefusedAsync(app, provider, what);
    }

    [Fact]
    public async Task A_token_signed_with_a_key_that_the_provider_does_not_publish_lets_nobody_in()
    {
        using FakeProvider provider = new();
        await using var app = await provider.StartAppAsync();
        await LinkAsync(provider, await app.SignInAsync("4207"));
        provider.SignWithAnotherKey();

        await AssertRefusedAsync(app, provider, "key");
    }

    [Fact]
    public async Task A_provider_may_change_its_key()
    {
        using FakeProvider provider = new();
        await using var app = await provider.StartAppAsync();
        await LinkAsync(provider, await app.SignInAsync("4207"));
        provider.ChangeKey();

        Assert.Contains("Flekkefjord", (await provider.VouchAsync(app.CreateClient())).Text(".on-behalf"));
    }

    [Theory]
    [InlineData("https://another.example", true)]
    [InlineData("https://another.example", false)]
    [InlineData(null, true)]
    public async Task An_answer_from_another_provider_than_the_one_that_was_asked_lets_nobody_in(string? answeringAs, bool saysIssuer)
    {
        using FakeProvider provider = new() { SaysIssuer = saysIssuer };
        await using var app = await provider.StartAppAsync();
        await LinkAsync(provider, await app.SignInAsync("4207"));
        provider.AnsweringAs = answeringAs;

        await AssertRefusedAsync(app, provider, "iss");
    }

    [Fact]
    public async Task An_answer_that_was_asked_for_in_another_browser_lets_nobody_in()
    {
        using FakeProvider provider = new();
        await using var app = await provider.StartAppAsync();
        await LinkAsync(provider, await app.SignInAsync("4207"));
        var (mine, theirs) = (app.CreateClient(), app.CreateClient());
        await provider.VouchAsync(mine);

        var answer = await theirs.GetAsync(new Uri($"/logg-inn/svar/prove?code=x&iss={FakeProvider.Issuer}&state={Uri.EscapeDataString(provider.Asked["state"])}", UriKind.Relative));

        Assert.Equal("/logg-inn/ekstern?grunn=avvist", answer.RequestMessage!.RequestUri!.PathAndQuery);
    }

    [Fact]
    public async Task While_the_provider_is_down_the_application_serves_and_says_so()
    {
        using FakeProvider provider = new() { IsDown = true };
        await using var app = await provider.StartAppAsync();
        var door = await app.BrowseAsync("/logg-inn");
        Assert.Equal(HttpStatusCode.OK, door.Response.StatusCode);

        var page = await door.FollowAsync("Logg inn med " + FakeProvider.Name);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.Response.StatusCode);
        Assert.Contains(FakeProvider.Name + " svarer ikke", page.Text(".note"));
        provider.IsDown = false;
        Assert.Contains("Be om en invitasjon", (await provider.VouchAsync(app.CreateClient())).Text(".note"));
    }

    [Fact]
    public async Task Somebody_who_says_no_at_the_provider_is_told_that_nothing_happened()
    {
        using FakeProvider provider = new();
        await using var app = await provider.StartAppAsync();
        var http = app.CreateClient();
        await provider.VouchAsync(http);
        var asked = (await http.GetAsync(new Uri("/logg-inn/ekstern?tilbyder=prove", UriKind.Relative))).RequestMessage!.RequestUri!;
        var state = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(asked.Query)["state"].ToString();

        var page = await TestPage.ReadAsync(http, await http.GetAsync(new Uri($"/logg-inn/svar/prove?error=access_denied&iss={FakeProvider.Issuer}&state={Uri.EscapeDataString(state)}", UriKind.Relative)));

        Assert.Contains("Du avbrøt", page.Text(".note"));
    }

    [Theory]
    [InlineData("0192:")]
    [InlineData("")]
    public async Task The_organisation_chosen_at_the_provider_is_acted_for_and_no_other_is_given(string prefix)
    {
        using FakeProvider provider = new();
        await using var app = await provider.StartAppAsync(organisationClaim: "authorization_details.authorized_parties.orgno.ID");
        var visitor = await app.SignInAsync("4207");
        await app.AffiliateAsync(visitor.Person, "4204", Role.Reader);
        await LinkAsync(provider, visitor);
        await using var db = app.Database.Open();
        var numbers = await db.Municipalities.Where(m => m.OrganisationNumber != null).ToDictionaryAsync(m => m.Number, m => m.OrganisationNumber!);

        provider.Lie = token => token.Claims["authorization_details"] = Chosen(prefix + numbers["4204"]);
        Assert.Contains("Kristiansand", (await provider.VouchAsync(app.CreateClient())).Text(".on-behalf"));

        provider.Lie = token => token.Claims["authorization_details"] = Chosen(prefix + numbers["1103"]);
        Assert.Contains("Velg organisasjon", (await provider.VouchAsync(app.CreateClient())).Text(".on-behalf"));
        Assert.Equal(2, await db.Affiliations.CountAsync(a => a.User == visitor.Person.Id));
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task Somebody_invited_accepts_with_an_account_at_the_provider_and_has_no_password(DatabaseKind kind)
    {
        using FakeProvider provider = new() { Subject = "ny" };
        await using var app = await provider.StartAppAsync(kind);
        var link = await InviteAsync(app);
        var http = app.CreateClient();

        var form = await provider.VouchAsync(http, link);
        Assert.Equal(link, form.Address);
        Assert.Equal("Kari hos Prøvetjenesten", form.Document.QuerySelector("#Name")!.GetAttribute("value"));
        Assert.Null(form.Document.QuerySelector("#Password"));
        var page = await form.SubmitAsync("form.form-panel", ("Email", "ny@flekkefjord.example"));

        Assert.Equal("/min-side", page.Address);
        Assert.Contains("Flekkefjord", page.Text(".on-behalf"));
        Assert.Contains("Kari hos", (await provider.VouchAsync(app.CreateClient())).Text(".on-behalf"));
        await using var db = app.Database.Open();
        Assert.Null((await db.Users.SingleAsync(p => p.Email == "ny@flekkefjord.example")).PasswordHash);

        var logins = await page.FollowAsync("Koblede kontoer");
        var refused = await logins.SubmitAsync("form.revoke");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Response.StatusCode);
        Assert.Contains("eneste måten", refused.Text(".note"));
    }

    [Fact]
    public async Task An_invited_account_is_never_joined_to_a_person_by_an_address()
    {
        using FakeProvider provider = new() { Subject = "fremmed" };
        await using var app = await provider.StartAppAsync();
        var known = await app.RegisterAsync("nav");
        var form = await provider.VouchAsync(app.CreateClient(), await InviteAsync(app));

        var answer = await form.SubmitAsync("form.form-panel", ("Email", known.Email!));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Response.StatusCode);
        await using var db = app.Database.Open();
        Assert.Equal(0, await db.Set<IdentityUserLogin<UserId>>().CountAsync());
    }

    [Fact]
    public async Task An_account_is_linked_only_when_the_person_says_so_and_to_one_person_only()
    {
        using FakeProvider provider = new();
        await using var app = await provider.StartAppAsync();
        var (first, second) = (await app.SignInAsync("4207"), await app.SignInAsync("nav"));
        var asked = await provider.VouchAsync(first.Http, "/min-side/innlogginger");
        Assert.Contains("Du har logget inn hos Prøvetjenesten som Kari hos Prøvetjenesten", asked.Text("#koble"));
        await using var db = app.Database.Open();
        Assert.Equal(0, await db.Set<IdentityUserLogin<UserId>>().CountAsync());
        Assert.Empty((await asked.SubmitAsync("#glem")).Texts("#koble"));

        await LinkAsync(provider, first);
        var refused = await (await provider.VouchAsync(second.Http, "/min-side/innlogginger")).SubmitAsync("#koble");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Response.StatusCode);
        Assert.Contains("koblet til en annen", refused.Text(".note"));
        Assert.Equal(first.Person.Id, (await db.Set<IdentityUserLogin<UserId>>().SingleAsync()).UserId);
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task Linking_and_unlinking_leave_a_trace_that_names_no_account(DatabaseKind kind)
    {
        using FakeProvider provider = new() { Subject = "a-secret-subject" };
        await using var app = await provider.StartAppAsync(kind);
        var visitor = await app.SignInAsync("4207");
        var page = await LinkAsync(provider, visitor);

        page = await page.SubmitAsync("form.revoke");

        Assert.Equal("/min-side/innlogginger", page.Address);
        Assert.Contains("Ingen kontoer", page.Text("main"));
        Assert.Contains("Be om en invitasjon", (await provider.VouchAsync(app.CreateClient())).Text(".note"));
        await using var db = app.Database.Open();
        var key = visitor.Person.Id.ToString();
        var told = await db.AuditSubjects.Where(s => s.Type == "person" && s.Key == key).Join(db.AuditEntries, s => s.Number, e => e.Number, (_, e) => e).OrderBy(e => e.Number).ToListAsync();
        Assert.Equal(["login-linked", "login-unlinked"], told.Select(e => e.Event).TakeLast(2));
        Assert.DoesNotContain(told, e => e.Payload!.Contains("a-secret-subject"));
        Assert.True((await ChainCheck.RunAsync(db, kept: null, CancellationToken.None)).Holds);
    }

    [Fact]
    public async Task Whoever_came_by_a_provider_signs_out_there_too()
    {
        using FakeProvider provider = new();
        await using var app = await provider.StartAppAsync();
        await LinkAsync(provider, await app.SignInAsync("4207"));
        var http = app.CreateClient();
        await provider.VouchAsync(http);
        var form = await TestPage.ReadAsync(http, await http.GetAsync(new Uri("/logg-ut", UriKind.Relative)));

        var page = await form.SubmitAsync("main form");

        Assert.Contains("Du er logget ut her", page.Text(".lead"));
        Assert.Empty(page.Texts(".on-behalf"));
        var next = page.Response.Headers.GetValues("Refresh").Single();
        Assert.StartsWith("0;url=" + FakeProvider.Issuer + "/end?id_token_hint=ey", next);
        Assert.Contains("post_logout_redirect_uri=http%3A%2F%2Flocalhost%2F", next);
        Assert.StartsWith("/logg-inn", (await TestPage.ReadAsync(http, await http.GetAsync(new Uri("/min-side", UriKind.Relative)))).Address);
    }

    [Fact]
    public async Task An_erased_person_is_let_in_by_no_provider()
    {
        using FakeProvider provider = new();
        await using var app = await provider.StartAppAsync();
        var visitor = await app.SignInAsync("4207");
        await LinkAsync(provider, visitor);
        await using (var db = app.Database.Open())
        {
            Assert.True((await new PersonErasure(db, TimeProvider.System).RunAsync(visitor.Person.Id, "Ba om det", Actor.Installation, CancellationToken.None)).IsAccepted(out _, out _));
        }

        Assert.Contains("Be om en invitasjon", (await provider.VouchAsync(app.CreateClient())).Text(".note"));
    }

    private static List<object> Chosen(string number) =>
    [
        new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["type"] = "ansattporten:altinn:resource",
            ["authorized_parties"] = new List<object>
            {
                new Dictionary<string, object>(StringComparer.Ordinal) { ["orgno"] = new Dictionary<string, object>(StringComparer.Ordinal) { ["authority"] = "iso6523-actorid-upis", ["ID"] = number } },
            },
        },
    ];

    private static async Task<TestPage> LinkAsync(FakeProvider provider, SignedInVisitor visitor)
    {
        var asked = await provider.VouchAsync(visitor.Http, "/min-side/innlogginger");
        var page = await asked.SubmitAsync("#koble");
        Assert.Equal(FakeProvider.Name, page.Table("Koblede kontoer").Single()[0]);
        return page;
    }

    private static async Task AssertRefusedAsync(TestApp app, FakeProvider provider, string what)
    {
        var http = app.CreateClient();
        var page = await provider.VouchAsync(http);
        Assert.True(page.Address == "/logg-inn/ekstern?grunn=avvist", $"{what}: {page.Address}");
        Assert.Contains("kunne ikke godtas", page.Text(".note"));
        Assert.Empty((await TestPage.ReadAsync(http, await http.GetAsync(new Uri("/", UriKind.Relative)))).Texts(".on-behalf"));
    }

    private static async Task<string> InviteAsync(TestApp app)
    {
        var secret = Secret.New();
        await using var db = app.Database.Open();
        Assert.True(Invitation.Make("Ny", new Grant(OrganisationId.Of("4207"), "4207", Role.Contributor), Secret.HashOf(secret), Actor.Installation, TestApp.Now).IsAccepted(out var invitation, out _));
        db.Add(invitation);
        await db.SaveChangesAsync();
        return "/invitasjon/" + secret;
    }
}
