using System.Text.RegularExpressions;
using Samstyring.Analysis.Networks;
using Samstyring.Domain.Kernel;

namespace Samstyring.Architecture.Tests;

public sealed partial class ModuleTests
{
    /// <summary>The whole module graph; what a module may use may be used through it. A new arrow is a line here, and an ADR.</summary>
    private static readonly Dictionary<string, string[]> MayUse = new(StringComparer.Ordinal)
    {
        ["Kernel"] = [],
        ["Access"] = ["Kernel"],
        ["Organisations"] = ["Kernel"],
        ["LifeEvents"] = ["Organisations"],
        ["Initiatives"] = ["Access", "LifeEvents"],
        ["Gates"] = ["Access", "Initiatives"],
        ["Actors"] = ["Governance"],
        ["Governance"] = ["Gates"],
        ["Instruments"] = ["Gates"],
        ["Adoption"] = ["Gates"],
        ["Roadmap"] = ["Adoption"],
        ["Funding"] = ["Gates"],
        ["Benefits"] = ["Funding", "Adoption"],
        ["Prioritisation"] = ["Gates"],
        ["Steering"] = ["Gates"],
        ["Journeys"] = ["Initiatives"],
        ["Collaboration"] = ["Gates"],
        ["Council"] = ["Initiatives"],
        ["Knowledge"] = ["Gates"],
        ["Stewardship"] = ["Access", "Initiatives", "Knowledge"],
    };

    private static readonly Dictionary<string, HashSet<string>> Reachable = MayUse.Keys.ToDictionary(module => module, Reach, StringComparer.Ordinal);

    [Fact]
    public void Every_folder_of_the_domain_is_a_module_of_the_graph() =>
        Offenders.None(Files("src/Samstyring.Domain/").Select(file => file.Module).Except(MayUse.Keys));

    [Fact]
    public void Domain_modules_use_only_the_modules_that_the_graph_allows()
    {
        var uses = Uses("src/Samstyring.Domain/", DomainModule()).ToList();

        Assert.Contains(uses, use => use is { From: "Initiatives", To: "LifeEvents" });
        Offenders.None(uses.Where(use => !Reachable[use.From].Contains(use.To)).Select(use => use.ToString()));
    }

    [Fact]
    public void Features_use_no_other_feature_than_the_design()
    {
        var uses = Uses("src/Samstyring.Web/Features/", Feature()).ToList();

        Assert.Contains(uses, use => use is { From: "LifeEvents", To: "Design" });
        Offenders.None(uses.Where(use => use.To != "Design").Select(use => use.ToString()));
    }

    [Fact]
    public void The_domain_knows_nothing_but_the_base_library() =>
        Assert.All(typeof(Codes).Assembly.GetReferencedAssemblies(), assembly => Assert.StartsWith("System.", assembly.Name));

    [Fact]
    public void The_analysis_knows_nothing_but_the_domain_a_library_of_numbers_and_the_base_library() =>
        Assert.All(typeof(NetworkGraph).Assembly.GetReferencedAssemblies(), assembly => Assert.True(assembly.Name is "Samstyring.Domain" or "MathNet.Numerics" || assembly.Name!.StartsWith("System."), assembly.Name));

    [Theory]
    [InlineData("src/Samstyring.Domain/", "Samstyring.Analysis", "Samstyring.Data", "Samstyring.Web", "Samstyring.Cli")]
    [InlineData("src/Samstyring.Analysis/", "Samstyring.Data", "Samstyring.Web", "Samstyring.Cli")]
    [InlineData("src/Samstyring.Data/", "Samstyring.Analysis", "Samstyring.Web", "Samstyring.Cli")]
    [InlineData("src/Samstyring.Web/", "Samstyring.Cli")]
    [InlineData("src/Samstyring.Cli/", "Samstyring.Web")]
    public void A_project_knows_nothing_of_the_projects_above_it(string project, params string[] above) =>
        Offenders.None(Uses(project, Project()).Where(use => above.Contains(use.To)).Select(use => use.ToString()));

    private static HashSet<string> Reach(string module) =>
        MayUse[module].SelectMany(used => Reach(used).Append(used)).Append(module).ToHashSet(StringComparer.Ordinal);

    /// <summary>Every mention of a sibling module, by using, by full name or by path: the source is the graph.</summary>
    private static IEnumerable<(string From, string To, string File)> Uses(string root, Regex sibling) =>
        from file in Files(root)
        from Match mention in sibling.Matches(SourceTree.Read(file.Path))
        where mention.Groups["module"].Value != file.Module
        select (file.Module, mention.Groups["module"].Value, file.Path);

    private static IEnumerable<(string Module, string Path)> Files(string root) =>
        from path in SourceTree.Code
        where path.StartsWith(root, StringComparison.Ordinal) && Path.GetExtension(path) is ".cs" or ".cshtml"
        let parts = path[root.Length..].Split('/')
        where parts.Length > 1
        select (parts[0], path);

    [GeneratedRegex(@"Samstyring\.Domain\.(?<module>\w+)")]
    private static partial Regex DomainModule();

    [GeneratedRegex(@"(Web\.|(?<![\w.)\]]))Features[./](?<module>\w+)")]
    private static partial Regex Feature();

    [GeneratedRegex(@"(?<module>Samstyring\.(Web|Cli|Data|Analysis|Domain))\b")]
    private static partial Regex Project();
}
