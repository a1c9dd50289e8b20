using System.Buffers;
using System.Collections.Concurrent;
using System.IO.Compression;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Domain.Access;
using Samstyring.Domain.Kernel;
using Samstyring.TestKit;

namespace Samstyring.Web.Tests.Robustness;

/// <summary>
/// What is restricted, made from the model: a record of every kind that can be restricted × everybody who may come × every address that can be read.
/// Who may not see it finds it nowhere, and gets the very same answers as from a database without it; who may see it finds it, and each reading is written down.
/// </summary>
public sealed partial class HiddenEverywhereTests(ITestOutputHelper output)
{
    private const string Visitor = "visitor";

    /// <summary>An organisation that belongs to the audiences of the others too.</summary>
    private const string Everywhere = "digi-agder";

    private static readonly string[] Audiences = ["4207", Everywhere, "nav", "ks", "visma"];

    /// <summary>A workbook and a file of JSON hold the rows that the list and its other file hold, made in the same place: these look into them too.</summary>
    private static readonly string[] LookIntoAllFiles = [Visitor, "outsider-manager", "everywhere-reader"];

    private static readonly string[] MoreFiles = ["format=xlsx", "format=json"];

    /// <summary>Whose answers are compared with those of a database without the records: they see none of them.</summary>
    private static readonly string[] Outsiders = [Visitor, "outsider-manager", "administrator"];

    /// <summary>They tell that there is a link, or which restricted thing was read, and so are not the same as without the records.</summary>
    private static readonly string[] OfTheChain = ["/administrasjon", "/spor", "/api/v1/audit-entries", "/audit-entries", "/api/v1/restricted-reads"];

    /// <summary>Which record was read stands here by its key, for the administrator; nothing of what it holds.</summary>
    private static readonly string[] TellKeys = ["/administrasjon/lesninger", "/api/v1/restricted-reads"];

    /// <summary>New at each visit.</summary>
    private const string NewEachTime = "/min-side/to-trinn";

    private sealed record Guest(string Name, HttpClient Http, UserId? User, IReadOnlyList<string> Belongs);

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task What_is_restricted_is_nowhere_for_others_and_its_readers_are_written_down(DatabaseKind kind)
    {
        await using var database = await TestDatabase.LoadedAsync(kind);
        await using var without = await TestDatabase.LoadedAsync(kind);
        await using var app = new TestApp(database);
        await using var appWithout = new TestApp(without);
        var guests = await GuestsAsync(app);
        var guestsWithout = (await GuestsAsync(appWithout)).ToDictionary(g => g.Name, StringComparer.Ordinal);
        await RestrictedRecords.RemoveAsync(without);
        await RestrictedRecords.PrepareAsync(await StewardsAsync(appWithout));
        var restricted = await RestrictAsync(app, await StewardsAsync(app));
        await AssertEveryTypeAsync(database);
        var addresses = await Addresses.AllAsync(restricted);

        ConcurrentBag<string> wrong = [];
        ConcurrentDictionary<(string Guest, string Type), bool> found = new();
        await Parallel.ForEachAsync(guests, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (guest, _) =>
        {
            var visit = new Visit(database, guest, restricted);
            foreach (var address in addresses.Where(address => LookIntoAllFiles.Contains(guest.Name) || !MoreFiles.Any(address.EndsWith)))
            {
                var text = await ReadAsync(guest.Http, address);
                var told = await visit.CheckAsync(address, text, wrong);
                told.ForEach(type => found[(guest.Name, type)] = true);
                if (Outsiders.Contains(guest.Name) && IsComparable(address) && Tidy(text) != Tidy(await ReadAsync(guestsWithout[guest.Name].Http, address)))
                {
                    wrong.Add($"{address} tells {guest.Name} that something is kept back: it is not as without the records.\n{Difference(Tidy(text), Tidy(await ReadAsync(guestsWithout[guest.Name].Http, address)))}");
                }
            }
        });

        output.WriteLine($"{addresses.Count} addresses, {guests.Count} guests, {restricted.Count} records.");
        wrong.AddRange(from guest in guests from record in restricted where guest.Belongs.Contains(record.Recipe.Audience) && !found.ContainsKey((guest.Name, record.Recipe.Type)) select $"{guest.Name} finds no {record.Recipe.Type} anywhere.");
        Assert.True(wrong.IsEmpty, $"{wrong.Count} wrong:\n{string.Join("\n\n", wrong.Order(StringComparer.Ordinal).Take(60))}");
    }

    /// <summary>Whoever adds a type that can be restricted says in <see cref="RestrictedRecords"/> how a record of it comes to be so.</summary>
    private static async Task AssertEveryTypeAsync(TestDatabase database)
    {
        await using var db = database.Open();
        var types = db.Model.GetEntityTypes().Select(type => type.ClrType).Where(type => type.IsAssignableTo(typeof(IRestrictable))).ToList();
        Assert.InRange(types.Count, 18, 200);
        List<string> missing = [];
        foreach (var type in types)
        {
            if (!await (Task<bool>)HasRestrictedMethod.MakeGenericMethod(type).Invoke(null, [db])!)
            {
                missing.Add(type.Name);
            }
        }

        Assert.True(missing is [], $"No recipe restricts a {string.Join(", ", missing)}: see {nameof(RestrictedRecords)}.");
    }

    private static readonly MethodInfo HasRestrictedMethod = typeof(HiddenEverywhereTests).GetMethod(nameof(HasRestrictedAsync), BindingFlags.Static | BindingFlags.NonPublic)!;

    private static Task<bool> HasRestrictedAsync<T>(SamstyringDb db)
        where T : class, IRestrictable => db.Set<T>().AnyAsync(thing => thing.VisibleTo != null);

    /// <summary>Every role for an organisation that belongs to all audiences, people of one audience each, others with every role, somebody named, the administrator, and a visitor.</summary>
    private static async Task<IReadOnlyList<Guest>> GuestsAsync(TestApp app)
    {
        List<Guest> guests = [new(Visitor, app.Visitor(), null, [])];
        foreach (var role in Enum.GetValues<Role>())
        {
            guests.Add(await GuestAsync(app, $"outsider-{Codes.Of(role)}", RestrictedRecords.Proposer, role, []));
            guests.Add(await GuestAsync(app, $"everywhere-{Codes.Of(role)}", Everywhere, role, Audiences));
        }

        guests.Add(await GuestAsync(app, "4207", "4207", Role.Manager, ["4207"]));
        guests.Add(await GuestAsync(app, "nav", "nav", Role.Contributor, ["nav"]));
        guests.Add(await GuestAsync(app, "ks", "ks", Role.Reader, ["ks"]));
        guests.Add(await GuestAsync(app, "named", RestrictedRecords.Proposer, Role.Reader, Audiences));
        guests.Add(await GuestAsync(app, "administrator", organisation: null, Role.Reader, []));
        return guests;
    }

    private static async Task<Guest> GuestAsync(TestApp app, string name, string? organisation, Role role, IReadOnlyList<string> belongs)
    {
        var (http, person) = await app.SignInAsync(organisation, role, administrator: organisation is null, name);
        return new(name, http, person.Id, belongs);
    }

    /// <summary>Those who restrict, and somebody who proposes, by organisation.</summary>
    private static async Task<IReadOnlyDictionary<string, SignedInVisitor>> StewardsAsync(TestApp app)
    {
        var stewards = new Dictionary<string, SignedInVisitor>(StringComparer.Ordinal);
        foreach (var organisation in Audiences.Append(RestrictedRecords.Proposer))
        {
            stewards[organisation] = await app.SignInAsync(organisation, name: "steward-" + organisation);
        }

        return stewards;
    }

    private static async Task<IReadOnlyList<RestrictedRecord>> RestrictAsync(TestApp app, IReadOnlyDictionary<string, SignedInVisitor> stewards)
    {
        await RestrictedRecords.PrepareAsync(stewards);
        var restricted = await RestrictedRecords.MakeAsync(app, stewards);
        await using var db = app.Database.Open();
        var named = await db.Users.SingleAsync(person => person.Name == "named");
        foreach (var audience in Audiences.Select(audience => AudienceId.Of(OrganisationId.Of(audience))))
        {
            db.Add(new AudienceMember { Audience = audience, User = named.Id });
            if (audience != AudienceId.Of(OrganisationId.Of(Everywhere)))
            {
                db.Add(new AudienceMember { Audience = audience, Organisation = OrganisationId.Of(Everywhere) });
            }
        }

        var team = Domain.Initiatives.Team.Of(Domain.Initiatives.InitiativeId.Of(RestrictedRecords.Initiative));
        db.Add(new AudienceMember { Audience = team, User = named.Id });
        db.Add(new AudienceMember { Audience = team, Organisation = OrganisationId.Of(Everywhere) });
        db.Record(new Trace.TraceData.Restricted());
        await db.SaveChangesAsync();
        return restricted;
    }

    /// <summary>The text of an answer, of a workbook what is in it.</summary>
    private static async Task<string> ReadAsync(HttpClient http, string address)
    {
        using var response = await http.GetAsync(new Uri(address, UriKind.Relative));
        Assert.True((int)response.StatusCode < 500, $"{address}: {(int)response.StatusCode}");
        if (response.Content.Headers.ContentType?.MediaType?.EndsWith("spreadsheetml.sheet", StringComparison.Ordinal) is not true)
        {
            return await response.Content.ReadAsStringAsync();
        }

        await using var book = new ZipArchive(await response.Content.ReadAsStreamAsync());
        StringBuilder text = new();
        foreach (var part in book.Entries.Where(part => part.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(await part.OpenAsync());
            text.AppendLine(await reader.ReadToEndAsync());
        }

        return text.ToString();
    }

    private static bool IsComparable(string address) => address != NewEachTime && !OfTheChain.Any(part => address.Contains(part, StringComparison.Ordinal));

    /// <summary>Without what is new at each visit, and without identifiers, which are others in the other database.</summary>
    private static string Tidy(string text) => Identifier().Replace(NewAtEachVisit().Replace(text, ""), "");

    private static string Difference(string here, string there)
    {
        var at = here.Zip(there).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"«{Around(here, at)}»\nis without them\n«{Around(there, at)}»";
    }

    internal static string Around(string text, int at) => text[Math.Max(0, at - 150)..Math.Min(text.Length, at + 150)];

    [GeneratedRegex("(__RequestVerificationToken\" type=\"hidden\" value=\"|\"traceId\":\")[^\"]+", RegexOptions.ExplicitCapture)]
    private static partial Regex NewAtEachVisit();

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", RegexOptions.ExplicitCapture)]
    private static partial Regex Identifier();

    /// <summary>One guest's way through the addresses.</summary>
    private sealed class Visit(TestDatabase database, Guest guest, IReadOnlyList<RestrictedRecord> restricted)
    {
        /// <summary>All that gives any of them away: most answers have none of it, and are done with at once.</summary>
        private readonly SearchValues<string> _anything = SearchValues.Create([.. restricted.SelectMany(r => Words(r).Concat(Keys(r)))], StringComparison.OrdinalIgnoreCase);

        private long _read;

        /// <returns>The kinds of records that the answer tells of.</returns>
        public async Task<List<string>> CheckAsync(string address, string text, ConcurrentBag<string> wrong)
        {
            List<string> found = [];
            text = Unasked(text, address);
            foreach (var record in text.AsSpan().ContainsAny(_anything) ? restricted : [])
            {
                var shown = Marks(record, address).Select(mark => (Mark: mark, At: text.IndexOf(mark, StringComparison.OrdinalIgnoreCase))).FirstOrDefault(mark => mark.At >= 0);
                if (shown.Mark is null)
                {
                    continue;
                }

                if (guest.Belongs.Contains(record.Recipe.Audience))
                {
                    found.Add(record.Recipe.Type);
                }
                else
                {
                    wrong.Add($"{address} shows {guest.Name} the {record.Recipe.Type} of {record.Recipe.Audience}: {Around(text, shown.At)}");
                }
            }

            if (guest.Belongs is not [])
            {
                await CheckWrittenAsync(address, text, wrong);
            }

            return found;
        }

        /// <summary>What this answer tells of a record is in the log of readings.</summary>
        private async Task CheckWrittenAsync(string address, string text, ConcurrentBag<string> wrong)
        {
            await using var db = database.Open();
            var reads = await db.RestrictedReads.Where(read => read.User == guest.User && read.Number > _read).OrderBy(read => read.Number).ToListAsync();
            _read = reads is [.., var last] ? last.Number : _read;
            var told = restricted.Where(r => guest.Belongs.Contains(r.Recipe.Audience) && (r.Recipe.ShownOn.Contains(address) || Words(r).Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase))));
            foreach (var record in told.Where(r => !reads.Exists(read => r.ReadAs.Contains(new(read.Type, read.Key)))))
            {
                wrong.Add($"{address} showed {guest.Name} the {record.Recipe.Type}, and nobody wrote it down; written was {string.Join(", ", reads.Select(read => $"{read.Type}:{read.Key}"))}.");
            }
        }

        /// <summary>What gives a record away. An address that names it itself proves nothing.</summary>
        private static IEnumerable<string> Marks(RestrictedRecord record, string address) =>
            Words(record).Concat(TellKeys.Any(address.StartsWith) ? [] : Keys(record)).Where(mark => !address.Contains(mark, StringComparison.OrdinalIgnoreCase));

        private static IEnumerable<string> Keys(RestrictedRecord record) => new[] { record.Key, record.Proposal }.OfType<string>();

        private static IEnumerable<string> Words(RestrictedRecord record) =>
            record.Recipe.Type == "membership" ? [record.Recipe.Marker, record.Recipe.Second, "1677-03-04", "4. mars 1677"] : [record.Recipe.Marker, record.Recipe.Second];

        /// <summary>Pages repeat what was asked for.</summary>
        private static string Unasked(string text, string address) => address.Split("q=") is [_, var asked] ? text.Replace(asked, "", StringComparison.OrdinalIgnoreCase) : text;
    }
}

internal static class Bags
{
    public static void AddRange<T>(this ConcurrentBag<T> bag, IEnumerable<T> more)
    {
        foreach (var one in more)
        {
            bag.Add(one);
        }
    }
}
