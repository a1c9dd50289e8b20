using System.Text.Json;
using System.Text.RegularExpressions;

namespace Samstyring.Architecture.Tests;

public sealed partial class RepositoryTests
{
    private static IEnumerable<string> Projects => SourceTree.TextFiles.Where(path => path.EndsWith(".csproj", StringComparison.Ordinal));

    [Fact]
    public void No_file_names_a_folder_of_one_machine() =>
        Offenders.None(SourceTree.TextFiles.Where(path => MachinePath().IsMatch(SourceTree.Read(path))));

    [Fact]
    public void No_file_names_a_package_registry() =>
        Offenders.None(SourceTree.TextFiles.Where(path => Registry().IsMatch(SourceTree.Read(path))));

    [Fact]
    public void Npm_packages_are_locked_by_content_and_not_by_address()
    {
        var locks = SourceTree.TextFiles.Where(path => path.EndsWith("package-lock.json", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(locks);

        foreach (var path in locks)
        {
            using var json = JsonDocument.Parse(SourceTree.Read(path));
            var packages = json.RootElement.GetProperty("packages").EnumerateObject().Where(package => package.Name.Length > 0).ToList();
            Assert.NotEmpty(packages);
            Assert.All(packages, package => Assert.True(package.Value.TryGetProperty("integrity", out _) && !package.Value.TryGetProperty("resolved", out _), package.Name));
        }
    }

    [Fact]
    public void Every_project_locks_its_packages() =>
        Offenders.None(Projects.Select(path => path[..path.LastIndexOf('/')] + "/packages.lock.json").Except(SourceTree.TextFiles));

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = SourceTree.Read("Samstyring.slnx");

        Offenders.None(Projects.Where(path => !solution.Contains($"\"{path}\"")));
    }

    [Fact]
    public void A_reader_can_hold_a_file_in_the_head() =>
        Offenders.None(SourceTree.Code.Where(path => SourceTree.Read(path).Count(c => c == '\n') > 400));

    [Fact]
    public void No_page_writes_its_own_style_or_script() =>
        Offenders.None(SourceTree.Code.Where(path => path.EndsWith(".cshtml", StringComparison.Ordinal) && Inline().IsMatch(SourceTree.Read(path))));

    [GeneratedRegex(@"(?<![\w/.])/(work|tmp|root)/")]
    private static partial Regex MachinePath();

    [GeneratedRegex(@"registry\.npmjs|nuget\.org", RegexOptions.IgnoreCase)]
    private static partial Regex Registry();

    [GeneratedRegex(@"\sstyle=""|<style|<script(?![^>]*\ssrc=)|\son[a-z]+=""", RegexOptions.IgnoreCase)]
    private static partial Regex Inline();
}
