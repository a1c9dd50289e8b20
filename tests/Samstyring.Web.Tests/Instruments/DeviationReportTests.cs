using System.Text;
using Samstyring.TestKit;

namespace Samstyring.Web.Tests.Instruments;

public sealed class DeviationReportTests
{
    private const string Page = "/avvik/rapport";

    private const string Table = "Avvik etter hvem som har dem";

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task Deviations_are_counted_for_each_agency_municipality_and_vendor_with_what_they_are_out_of(DatabaseKind kind)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(kind));
        Assert.Empty((await app.JsonAsync("/api/v1/deviation-report")).GetProperty("items").EnumerateArray());
        var owner = await app.SignInAsync("bufdir");
        (string Field, string Value)[] approved = [("name_nb", "Arkitekturrådet"), ("signed_on", "2025-12")];
        await owner.AddAsync("deviation", [("guideline", "share_data"), ("text_nb", "Egen kopi"), ("organisation", "bufdir"), ("vendor", "visma"), ("ends", "2027"), .. approved]);
        await owner.AddAsync("deviation", [("guideline", "share_data"), ("text_nb", "Enda en kopi"), ("organisation", "bufdir"), ("vendor", "visma"), ("ends", "2026-02"), .. approved]);
        await owner.AddAsync("deviation", ("guideline", "trust"), ("text_nb", "Egen innlogging"), ("organisation", "4207"), ("vendor", "netcompany"));
        await owner.AddAsync("deviation", ("guideline", "trust"), ("text_nb", "Trukket"), ("organisation", "4207"), ("withdrawn", "yes"));

        var rows = (await app.OpenAsync(Page)).Table(Table);

        Assert.Equal(
            [
                ["Barne-, ungdoms- og familiedirektoratet", "Statlig virksomhet", "2", "1 av 2", "0 av 2", "1 av 2", "1 av 7", "1 av 1"],
                ["Flekkefjord", "Kommune", "1", "0 av 1", "1 av 1", "0 av 1", "1 av 7", "1 av 1"],
                ["Netcompany", "Leverandør", "1", "0 av 1", "1 av 1", "0 av 1", "1 av 7", "1 av 1"],
                ["Visma", "Leverandør", "2", "1 av 2", "0 av 2", "1 av 2", "1 av 7", "1 av 1"],
            ],
            rows);
        Assert.Equal(["Visma"], (await app.OpenAsync(Page + "?group=vendor&sort=-deviations&q=visma")).Table(Table).Select(row => row[0]));
        Assert.Equal(2, (await app.JsonAsync("/api/v1/deviation-report?group=vendor")).GetProperty("total").GetInt32());
        var lines = Encoding.UTF8.GetString((await app.FileAsync("/api/v1/deviation-report?format=csv")).Content).TrimEnd().Split('\n');
        Assert.Equal(5, lines.Length);
        Assert.StartsWith("agency,bufdir,", lines[1]);
        Assert.EndsWith(",2,1,0,1,1,7,1,1", lines[1]);
        Assert.Equal(["Visma", "Barne-, ungdoms- og familiedirektoratet"], (await app.OpenAsync(Page + "?sort=-deviations")).Table(Table).Take(2).Select(row => row[0]).OrderDescending(StringComparer.Ordinal));
    }
}
