using System.Text.Json;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Samstyring.Browser.Tests;

/// <summary>axe-core inside the page that it looks at: put there once, and only what is wrong comes out. What is right is thousands of elements, and carrying them out took longer than looking.</summary>
internal static class Axe
{
    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    public static async Task AssertNothingAsync(IPage page, string how)
    {
        // A page inside the page would have to be asked for itself.
        Assert.Single(page.Frames);
        if (!await page.EvaluateAsync<bool>("'axe' in window"))
        {
            await page.EvaluateAsync($"() => {{ {Script} }}");
        }

        var found = await page.EvaluateAsync<JsonElement>(
            """
            async () => {
              const found = await axe.run(document, {
                runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
                resultTypes: ['violations'],
              });
              return {
                passes: found.passes.length,
                violations: found.violations.map(v => `${v.id} (${v.impact}): ${v.help}\n  ` + v.nodes.slice(0, 3).map(n => n.html).join('\n  ')),
              };
            }
            """);
        Assert.True(found.GetProperty("violations").GetArrayLength() == 0, $"{how}: " + string.Join('\n', found.GetProperty("violations").EnumerateArray().Select(v => v.GetString())));
        Assert.InRange(found.GetProperty("passes").GetInt32(), 1, 1_000);
    }
}
