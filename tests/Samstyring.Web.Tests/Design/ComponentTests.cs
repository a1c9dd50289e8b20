using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Samstyring.TestKit;
using Samstyring.Web.Features.Design;

namespace Samstyring.Web.Tests.Design;

/// <summary>A component that is not shown on /design is found by nobody, and axe does not see it first.</summary>
public sealed class ComponentTests
{
    public static TheoryData<string, string?> Components() =>
    [
        .. from type in typeof(ComponentTagHelper).Assembly.GetTypes()
           where !type.IsAbstract && type.IsAssignableTo(typeof(TagHelper)) && type.Namespace!.StartsWith(typeof(ComponentTagHelper).Namespace!, StringComparison.Ordinal)
           from target in type.GetCustomAttributes<HtmlTargetElementAttribute>()
           select (target.Tag, target.Attributes),
    ];

    [Theory, MemberData(nameof(Components))]
    public void Every_component_is_shown(string tag, string? attribute)
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "src/Samstyring.Web/Features/Design/Index.cshtml"));

        Assert.Matches($@"<{Regex.Escape(tag)}(?=[\s>/]){(attribute is null ? "" : $@"[^>]*\b{Regex.Escape(attribute)}=")}", page);
    }

    [Fact]
    public async Task What_only_those_see_who_may_write_is_shown_to_them()
    {
        var app = await TestApp.SharedAsync(DatabaseKind.Sqlite);
        var insider = await app.InsiderAsync();
        var (open, inside) = (await app.OpenAsync("/design"), await insider.OpenAsync("/design"));

        Assert.Equal(["Rettet"], open.Texts("section[aria-labelledby=rettet] .mark"));
        Assert.Empty(open.Document.QuerySelectorAll("a[href^='/endre/']"));
        Assert.Equal(["/endre/organisation/digdir", "/endre/membership/ny?body=digdir"], inside.Document.QuerySelectorAll("main a[href^='/endre/']").Select(a => a.GetAttribute("href")!));
        Assert.Contains("Feilen står ved feltet", open.Text("#Field-feil"));
        Assert.Equal("file", open.Document.QuerySelector("#Attachment")!.GetAttribute("type"));
    }
}
