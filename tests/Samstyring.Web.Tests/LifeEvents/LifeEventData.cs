using Samstyring.TestKit;

namespace Samstyring.Web.Tests.LifeEvents;

/// <summary>The life events as the data files have them, in the words of the screens.</summary>
internal static class LifeEventData
{
    private static readonly Dictionary<string, string> Names = ReferenceFile.Read("organisations").Rows.ToDictionary(row => row["key"], NameOf);

    private static readonly IReadOnlyList<IDictionary<string, string>> Actors = [.. ReferenceFile.Read("life-event-actors").Rows];

    private static readonly IReadOnlyList<IDictionary<string, string>> Events = [.. ReferenceFile.Read("life-events").Rows];

    private static readonly Dictionary<string, string> Words = new()
    {
        ["yes"] = "Ja",
        ["no"] = "Nei",
        ["partly"] = "Delvis",
        ["related"] = "Bare beslektet",
        ["owner"] = "Eier",
        ["executing"] = "Utfører",
        ["collaborating"] = "Samarbeider",
    };

    /// <summary>In the order of the source.</summary>
    public static IReadOnlyList<string> Keys { get; } = [.. Events.Select(row => row["key"])];

    public static string Name(string key) => Events.Single(row => row["key"] == key)["name_nb"];

    public static string Slug(string key) => Name(key).ToLowerInvariant().Replace(' ', '-').Replace('å', 'a').Replace('ø', 'o');

    public static IEnumerable<string> Bodies(string key, string role) => Actors.Where(row => row["life_event_key"] == key && row["role"] == role).Select(row => Names[row["org_key"]]);

    public static bool HasKs(string key) => Actors.Any(row => row["life_event_key"] == key && row["org_key"] == "ks");

    public static string Funded(string key) => Words[ReferenceFile.Read("life-event-funding").Rows.Single(row => row["life_event_key"] == key)["funded"]];

    public static IReadOnlyList<(string Organisation, string Role, string Mentioned, string Assignment, string Notice)> Letters(string key) =>
    [
        .. ReferenceFile.Read("life-event-letters").Rows.Where(row => row["life_event_key"] == key)
            .Select(row => (Names[row["org_key"]], Words[row["role"]], Words[row["mentioned"]], Words[row["assignment"]], Words[row["notice"]])),
    ];

    private static string NameOf(IDictionary<string, string> row) =>
        row["municipality_number"] is { Length: > 0 } number ? ReferenceFile.Read("municipalities").Rows.Single(m => m["number"] == number)["name_nb"] : row["name_nb"];
}
