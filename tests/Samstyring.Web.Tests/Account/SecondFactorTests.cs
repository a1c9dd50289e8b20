using System.Net;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Samstyring.TestKit;

namespace Samstyring.Web.Tests.Account;

public sealed class SecondFactorTests
{
    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task With_a_second_factor_the_password_alone_lets_nobody_in(DatabaseKind kind)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(kind));
        var visitor = await app.SignInAsync("4207");
        var (key, codes) = await TurnOnAsync(visitor);
        Assert.Equal(10, codes.Count);

        var asked = await SignInAsync(app, visitor.Person.Email!);
        Assert.StartsWith("/logg-inn/kode", asked.Address);
        Assert.Empty(asked.Texts(".on-behalf"));
        var wrong = await asked.SubmitAsync("form.form-panel", ("Code", "000000"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Response.StatusCode);
        Assert.Contains("Koden er feil", wrong.Text(".note"));
        var page = await wrong.SubmitAsync("form.form-panel", ("Code", Totp.Of(key)));

        Assert.Contains("Flekkefjord", page.Text(".on-behalf"));
    }

    [Fact]
    public async Task A_code_works_once()
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(DatabaseKind.Sqlite));
        var visitor = await app.SignInAsync("4207");
        var (key, _) = await TurnOnAsync(visitor);
        var code = Totp.Of(key);
        var first = await (await SignInAsync(app, visitor.Person.Email!)).SubmitAsync("form.form-panel", ("Code", code));
        Assert.Contains("Flekkefjord", first.Text(".on-behalf"));

        var second = await (await SignInAsync(app, visitor.Person.Email!)).SubmitAsync("form.form-panel", ("Code", code));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, second.Response.StatusCode);
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task A_recovery_code_works_once_and_is_told(DatabaseKind kind)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(kind));
        var visitor = await app.SignInAsync("4207");
        var (_, codes) = await TurnOnAsync(visitor);

        var page = await (await SignInAsync(app, visitor.Person.Email!)).SubmitAsync("form.form-panel", ("Code", codes[3].ToLowerInvariant()));
        Assert.Contains("Flekkefjord", page.Text(".on-behalf"));
        var again = await (await SignInAsync(app, visitor.Person.Email!)).SubmitAsync("form.form-panel", ("Code", codes[3]));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Response.StatusCode);
        await using var db = app.Database.Open();
        Assert.Contains("\"left\":9", (await db.AuditEntries.SingleAsync(e => e.Event == "recovery-code-used")).Payload);
        Assert.DoesNotContain(await db.UserTokens.Select(t => t.Value).ToListAsync(), value => value!.Contains(codes[0]));
    }

    [Fact]
    public async Task Wrong_codes_lock_the_account()
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(DatabaseKind.Sqlite));
        var visitor = await app.SignInAsync("4207");
        var (key, _) = await TurnOnAsync(visitor);
        var asked = await SignInAsync(app, visitor.Person.Email!);
        for (var i = 0; i < 5; i++)
        {
            await asked.SubmitAsync("form.form-panel", ("Code", "000000"));
        }

        var answer = await asked.SubmitAsync("form.form-panel", ("Code", Totp.Of(key)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Response.StatusCode);
        Assert.Contains("passer ikke sammen", (await SignInAsync(app, visitor.Person.Email!)).Text(".note"));
    }

    [Fact]
    public async Task A_code_without_a_password_before_it_is_refused()
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(DatabaseKind.Sqlite));

        var answer = await (await app.BrowseAsync("/logg-inn/kode")).SubmitAsync("form.form-panel", ("Code", "123456"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Response.StatusCode);
    }

    [Fact]
    public async Task Turning_it_on_needs_a_code_and_turning_it_off_the_password()
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(DatabaseKind.Sqlite));
        var visitor = await app.SignInAsync("4207");
        var setUp = await (await visitor.OpenAsync("/min-side/to-trinn")).SubmitAsync("#begynn");
        Assert.StartsWith("otpauth://totp/Samstyring:", setUp.Document.Links.Select(l => l.GetAttribute("href")).Single(href => href!.StartsWith("otpauth")));
        var refused = await setUp.SubmitAsync("#pa", ("Code", "000000"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Response.StatusCode);
        await TurnOnAsync(visitor);

        var wrong = await (await visitor.OpenAsync("/min-side/to-trinn")).SubmitAsync("#av", ("Password", "feil passord her"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Response.StatusCode);
        await wrong.SubmitAsync("#av", ("Password", TestApp.Password));

        Assert.Contains("Flekkefjord", (await SignInAsync(app, visitor.Person.Email!)).Text(".on-behalf"));
    }

    private static async Task<(string Key, IReadOnlyList<string> Codes)> TurnOnAsync(SignedInVisitor visitor)
    {
        var page = await visitor.OpenAsync("/min-side/to-trinn");
        page = page.Document.QuerySelector("#begynn") is null ? page : await page.SubmitAsync("#begynn");
        var key = page.Text("#nokkel").Replace(" ", "").ToUpperInvariant();
        var on = await page.SubmitAsync("#pa", ("Code", Totp.Of(key)));
        Assert.Contains("Kode er slått på", on.Text("main"));
        return (key, on.Texts(".codes code"));
    }

    private static async Task<TestPage> SignInAsync(TestApp app, string email) =>
        await (await app.BrowseAsync("/logg-inn")).SubmitAsync("form.form-panel", ("Email", email), ("Password", TestApp.Password));
}

/// <summary>A telephone: RFC 6238 as it is written, six digits, thirty seconds, SHA-1.</summary>
internal static class Totp
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static string Of(string key)
    {
        var step = BitConverter.GetBytes(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30);
        Array.Reverse(step);
#pragma warning disable CA5350 // What telephones know.
        var hash = HMACSHA1.HashData(Bytes(key), step);
#pragma warning restore CA5350
        var at = hash[^1] & 0xF;
        var number = ((hash[at] & 0x7F) << 24) | (hash[at + 1] << 16) | (hash[at + 2] << 8) | hash[at + 3];
        return FormattableString.Invariant($"{number % 1_000_000:D6}");
    }

    private static byte[] Bytes(string key)
    {
        var bits = string.Concat(key.Select(c => Convert.ToString(Base32.IndexOf(c), 2).PadLeft(5, '0')));
        return [.. bits.Chunk(8).Where(b => b.Length == 8).Select(b => Convert.ToByte(new string(b), 2))];
    }
}
