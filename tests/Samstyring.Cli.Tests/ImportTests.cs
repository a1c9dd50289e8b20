using System.Text.Json;

namespace Samstyring.Cli.Tests;

public sealed class ImportTests(LoadedWeb web) : IClassFixture<LoadedWeb>
{
    private string Database => $"Data Source={web.InFolder("samstyring.db")}";

    [Fact]
    public async Task An_export_is_imported_without_a_change_and_what_is_added_to_it_is_added()
    {
        var file = web.InFolder("memberships.csv");
        await Programs.SamstyringAsync("export", "memberships", "--out", file, "--server", web.Address);
        var same = await Programs.SamstyringAsync("import", "memberships", file, "--database", Database);
        await File.AppendAllTextAsync(file, "digi-rogaland,,ks,,2024,,,,\n");

        var tried = await Programs.SamstyringAsync("import", "memberships", file, "--dry-run", "--database", Database);
        var done = await Programs.SamstyringAsync("import", "memberships", file, "--reason", "Ny liste", "--database", Database);
        var again = await Programs.SamstyringAsync("import", "memberships", file, "--database", Database);

        Assert.Equal([(0, 0), (1, 0), (1, 0), (0, 0)], new[] { same, tried, done, again }.Select(run => (Number(run, "added"), Number(run, "changed"))));
        Assert.Equal([0, 0, 0, 0], new[] { same, tried, done, again }.Select(run => run.ExitCode));
    }

    [Fact]
    public async Task Errors_stand_in_the_report_and_nothing_is_stored()
    {
        var file = web.InFolder("feil.csv");
        await File.WriteAllTextAsync(file, "body,member\ndigi-rogaland,finnes-ikke\n");

        var run = await Programs.SamstyringAsync("import", "memberships", file, "--database", Database);

        Assert.Equal(1, run.ExitCode);
        Assert.Equal("field.no-such-body", JsonDocument.Parse(run.Output).RootElement.GetProperty("errors")[0].GetProperty("code").GetString());
        Assert.Contains("Nothing was changed", run.Errors);
    }

    [Fact]
    public async Task A_server_asks_for_a_token()
    {
        var file = web.InFolder("uten.csv");
        await File.WriteAllTextAsync(file, "body,member\n");

        var run = await Programs.SamstyringAsync("import", "memberships", file, "--server", web.Address);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("--token", run.Errors);
    }

    private static int Number(Run run, string name) => JsonDocument.Parse(run.Output).RootElement.GetProperty(name).GetInt32();
}
