using System.Text.Json.Nodes;
using Samstyring.Domain.Gates;
using Samstyring.TestKit;
using static Samstyring.Domain.Tests.Gates.Facts;

namespace Samstyring.Domain.Tests.Gates;

public sealed class MethodPackReaderTests
{
    private static readonly string Example = File.ReadAllText(Path.Combine(Repository.Root, "data", "methods", "egen-modell-eksempel.1.json"));

    [Fact]
    public void A_model_of_ones_own_is_read()
    {
        var pack = Read(_ => { }).Pack!;

        Assert.Equal(("egen-modell-eksempel", 1, 3), (pack.Key, pack.Version, pack.Phases.Count));
        Assert.Equal([Answer.Yes], pack.Phases[0].Items[0].Passes);
    }

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once_with_its_place()
    {
        var errors = Read(pack =>
        {
            pack["colour"] = "red";
            pack["version"] = 0;
            ((JsonObject)pack["name"]!).Remove("en");
            pack["phases"]![1]!["gate"] = "u1";
            var item = (JsonObject)pack["phases"]![1]!["items"]![1]!;
            item["checks"] = new JsonArray("no-such-check");
            item["appliesWhen"] = "the moon is full";
            item["kind"] = "riddle";
            item["passes"] = new JsonArray("yes", "perhaps");
            item["blocking"] = "yes";
            pack["phases"]![2]!["items"]![0]!["id"] = "E-PRO-02";
            pack["phases"]![2]!["carriesOn"] = new JsonArray("E-SPR-01");
        }).Errors;

        Assert.Equal(
            [
                "colour: no such member",
                "name.en: a text without blanks around it is expected",
                "phases[1].gate: «u1» is given twice",
                "phases[1].items[1].appliesWhen: no condition is called «the moon is full»",
                "phases[1].items[1].blocking: true or false is expected",
                "phases[1].items[1].checks[0]: no check is called «no-such-check»",
                "phases[1].items[1].kind: one of these is expected: question, task, group, output",
                "phases[1].items[1].passes[1]: one of these is expected: yes, partly, no, not_relevant",
                "phases[2].carriesOn[0]: no item of an earlier phase is called «E-SPR-01»",
                "phases[2].items[0].id: «E-PRO-02» is given twice",
                "version: a number from 1 is expected",
            ],
            errors.Select(error => $"{error.Place}: {error.Message}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_item_under_an_item_has_none_under_it()
    {
        var errors = Read(pack =>
        {
            var items = (JsonArray)pack["phases"]![0]!["items"]!;
            var grandchild = items[0]!.DeepClone();
            grandchild["id"] = "E-C";
            var child = items[0]!.DeepClone();
            child["id"] = "E-B";
            child["children"] = new JsonArray(grandchild);
            items[0]!["children"] = new JsonArray(child);
        }).Errors;

        Assert.Equal(["phases[0].items[0].children[0].children"], errors.Select(error => error.Place));
    }

    [Theory]
    [InlineData("answered", "goal-stated", "what people answer has no checks")]
    [InlineData("computed", null, "what is computed names its checks")]
    [InlineData("computed", "financing-secured", "what cannot be computed yet must also be answered")]
    public void What_could_never_be_met_is_refused(string decidedBy, string? check, string message)
    {
        var errors = Read(pack =>
        {
            var item = (JsonObject)pack["phases"]![0]!["items"]![0]!;
            item["decidedBy"] = decidedBy;
            item["checks"] = check is null ? [] : new JsonArray(check);
        }).Errors;

        Assert.Equal([new PackError("phases[0].items[0]", message)], errors);
    }

    [Fact]
    public void A_gate_is_not_shut_by_what_cannot_be_computed_yet()
    {
        var errors = Read(pack => ((JsonArray)pack["phases"]![0]!["checks"]!).Add(new JsonObject { ["check"] = "financing-secured", ["blocking"] = true, ["source"] = "000" })).Errors;

        Assert.Equal(["phases[0].checks[4]"], errors.Select(error => error.Place));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"key\":\"a\",\"key\":\"b\"}")]
    [InlineData("{\"phases\":[3,{\"items\":[null]}]}")]
    public void What_is_no_pack_is_refused_and_breaks_nothing(string json)
    {
        var reading = new MethodPackReader(Registry).Read(json);

        Assert.Null(reading.Pack);
        Assert.NotEmpty(reading.Errors);
    }

    [Fact]
    public void A_folder_is_read_as_a_whole_or_not_at_all()
    {
        var folder = Directory.CreateTempSubdirectory("packs");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "mine.3.json"), Example);
            File.WriteAllText(Path.Combine(folder.FullName, "broken.1.json"), "{}");

            var message = Assert.Throws<InvalidDataException>(() => MethodPacks.Load(folder.FullName, Registry)).Message;

            Assert.Contains("mine.3.json: the file is named by key and version: egen-modell-eksempel.1.json", message);
            Assert.Contains("broken.1.json: phases: a list is expected", message);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static PackReading Read(Action<JsonObject> change)
    {
        var pack = (JsonObject)JsonNode.Parse(Example)!;
        change(pack);
        return new MethodPackReader(Registry).Read(pack.ToJsonString());
    }
}
