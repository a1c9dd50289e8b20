using System.Text.Json;

namespace Samstyring.Cli.Tests;

public sealed class DataCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("samstyring-");

    [Fact]
    public async Task The_files_that_came_with_the_program_have_no_errors()
    {
        var run = await Programs.SamstyringAsync("verify-data");

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Empty(Report(run).GetProperty("errors").EnumerateArray());
    }

    [Fact]
    public async Task A_wrong_cell_a_missing_file_and_a_broken_file_are_all_found_in_one_run()
    {
        foreach (var file in Directory.EnumerateFiles(Programs.Data, "*.csv"))
        {
            File.Copy(file, InFolder(Path.GetFileName(file)));
        }

        var counties = await File.ReadAllLinesAsync(InFolder("counties.csv"));
        var column = Array.IndexOf(counties[0].Split(','), "population_2024");
        counties[1] = string.Join(',', counties[1].Split(',').Select((cell, i) => i == column ? "mange" : cell));
        await File.WriteAllLinesAsync(InFolder("counties.csv"), counties);
        await File.AppendAllTextAsync(InFolder("glossary.csv"), "x,\"never closed\n");
        File.Delete(InFolder("themes.csv"));

        var run = await Programs.SamstyringAsync("verify-data", "--data", _folder.FullName);

        Assert.Equal(1, run.ExitCode);
        var errors = Report(run).GetProperty("errors").EnumerateArray().Select(e => (e.GetProperty("file").GetString(), e.GetProperty("line").GetInt32(), e.GetProperty("column").GetString())).ToList();
        Assert.Contains(("counties", 2, "population_2024"), errors);
        Assert.Contains(("themes", 1, ""), errors);
        Assert.Contains(errors, e => e.Item1 == "glossary");
        Assert.Contains("errors", run.Errors);
    }

    [Theory]
    [InlineData(2, "verify-data", "--data", "/no/such/folder")]
    [InlineData(2, "load", "--database", "not a connection string")]
    [InlineData(2, "export")]
    [InlineData(2, "no-such-command")]
    [InlineData(3, "load", "--database", "Data Source=/no/such/folder/samstyring.db")]
    [InlineData(3, "export", "organisations", "--server", "http://127.0.0.1:1")]
    public async Task What_cannot_be_done_is_said_on_standard_error_alone(int exitCode, params string[] arguments)
    {
        var run = await Programs.SamstyringAsync(arguments);

        Assert.Equal((exitCode, ""), (run.ExitCode, run.Output));
        Assert.NotEmpty(run.Errors);
        Assert.DoesNotContain("   at ", run.Errors);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static JsonElement Report(Run run) => JsonDocument.Parse(run.Output).RootElement;

    private string InFolder(string file) => Path.Combine(_folder.FullName, file);
}
