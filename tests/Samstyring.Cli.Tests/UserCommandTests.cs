using System.Text.Json;

namespace Samstyring.Cli.Tests;

public sealed class UserCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("samstyring-");

    private string Database => $"Data Source={Path.Combine(_folder.FullName, "samstyring.db")}";

    [Fact]
    public async Task The_first_administrator_is_invited_by_a_command_that_prints_the_link_alone()
    {
        var run = await UsersAsync("invite-admin");

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Matches("^/invitasjon/[A-Za-z0-9_-]{43}\n$", run.Output);
    }

    [Fact]
    public async Task A_person_is_listed_exported_and_erased()
    {
        var (web, address) = await Programs.WebAsync(Database);
        string id;
        try
        {
            var path = (await UsersAsync("invite-admin")).Output.Trim();
            await AcceptAsync(new Uri(new Uri(address), path));
            var listed = JsonDocument.Parse((await UsersAsync("list")).Output).RootElement.EnumerateArray().Single();
            Assert.Equal(("Første Leder", true), (listed.GetProperty("name").GetString(), listed.GetProperty("isAdministrator").GetBoolean()));
            id = listed.GetProperty("id").GetString()!;
        }
        finally
        {
            web.Kill();
            await web.WaitForExitAsync();
        }

        Assert.Contains("forste@example.org", (await UsersAsync("export", id)).Output);
        var erased = await UsersAsync("erase", id, "--reason", "Ba om det");
        Assert.Equal((0, ""), (erased.ExitCode, erased.Output));
        var after = await UsersAsync("export", id);
        Assert.DoesNotContain("forste@example.org", after.Output);
        Assert.Contains("Slettet person", after.Output);
        Assert.Equal(1, (await UsersAsync("erase", id, "--reason", "Igjen")).ExitCode);
    }

    [Theory]
    [InlineData(2, "erase", "00000000-0000-0000-0000-000000000001")]
    [InlineData(2, "export", "ikke-en-id")]
    [InlineData(1, "export", "00000000-0000-0000-0000-000000000001")]
    [InlineData(1, "erase", "00000000-0000-0000-0000-000000000001", "--reason", "x")]
    public async Task What_cannot_be_done_is_said_on_standard_error_alone(int exitCode, params string[] arguments)
    {
        var run = await UsersAsync(arguments);

        Assert.Equal((exitCode, ""), (run.ExitCode, run.Output));
        Assert.NotEmpty(run.Errors);
        Assert.DoesNotContain("   at ", run.Errors);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private Task<Run> UsersAsync(params string[] arguments) => Programs.SamstyringAsync(["users", .. arguments, "--database", Database]);

    /// <summary>Through the form, as the one invited would.</summary>
    private static async Task AcceptAsync(Uri link)
    {
        using var http = new HttpClient(new HttpClientHandler { CookieContainer = new() });
        var form = await http.GetStringAsync(link);
        const string Token = "name=\"__RequestVerificationToken\" type=\"hidden\" value=\"";
        var from = form.IndexOf(Token, StringComparison.Ordinal) + Token.Length;
        using var content = new FormUrlEncodedContent([
            new("Name", "Første Leder"), new("Email", "forste@example.org"), new("Password", "et langt passord 42"),
            new("__RequestVerificationToken", form[from..form.IndexOf('"', from)])]);
        using var answer = await http.PostAsync(link, content);
        Assert.Equal("/min-side", answer.RequestMessage!.RequestUri!.AbsolutePath);
    }
}
