using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Samstyring.Data.People;
using Samstyring.Data.Records;
using Samstyring.Data.Trace;
using Samstyring.Domain.Access;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Organisations;
using Samstyring.TestKit;

namespace Samstyring.Data.Tests.People;

public sealed class PersonErasureTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly OrganisationId Nav = OrganisationId.Of("nav");

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task Nothing_is_left_of_an_erased_person_but_what_was_done_and_the_chain_holds(DatabaseKind kind)
    {
        await using var database = await TestDatabase.LoadedAsync(kind);
        var user = await PersonAsync(database);
        await using var db = database.Open();
        var kept = await AuditChain.HeadAsync(db, CancellationToken.None);

        Assert.True((await EraseAsync(db, user, "Ba om det")).IsAccepted(out _, out _));

        await using var after = database.Open();
        var person = await after.Users.SingleAsync(p => p.Id == user);
        Assert.Equal((Person.ErasedName, null, null, null, Noon), (person.Name, person.Email, person.UserName, person.PasswordHash, person.ErasedAt!.Value));
        Assert.Empty(await after.UserTokens.ToListAsync());
        Assert.Empty(await after.UserLogins.ToListAsync());
        Assert.Empty(await after.AccessTokens.ToListAsync());
        Assert.Equal("", (await after.Invitations.SingleAsync()).Recipient);
        Assert.Equal(Noon, (await after.Affiliations.SingleAsync()).EndedAt);
        var report = await ChainCheck.RunAsync(after, kept, CancellationToken.None);
        Assert.True(report.Holds, string.Join('\n', report.Findings));
        Assert.Equal(5, report.Erased);
        Assert.DoesNotContain(await after.AuditEntries.Select(e => e.Payload ?? "").ToListAsync(), payload => payload.Contains("Åse") || payload.Contains("aase@"));
        Assert.Equal(["affiliation-ended", "person-erased"], (await after.AuditEntries.Where(e => e.Number > kept.Number).Select(e => e.Event).ToListAsync()).Order());
        Assert.All(await after.AuditEntries.Where(e => e.Number > kept.Number).ToListAsync(), e => Assert.Contains("Ba om det", e.Payload));
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task An_erasure_says_why_and_happens_once_and_to_nobody_else(DatabaseKind kind)
    {
        await using var database = await TestDatabase.LoadedAsync(kind);
        var user = await PersonAsync(database);
        await using var db = database.Open();
        var other = new Person { Name = "En annen", Email = "annen@example.org" };
        db.Add(other);
        await db.SaveChangesAsync();

        Assert.Equal("reason.required", await CodeAsync(db, user, " "));
        Assert.Equal("person.unknown", await CodeAsync(db, UserId.New(), "Ba om det"));
        Assert.Equal("Åse Person", (await db.Users.SingleAsync(p => p.Id == user)).Name);
        Assert.Null(await CodeAsync(db, user, "Ba om det"));
        Assert.Equal("person.unknown", await CodeAsync(db, user, "Ba om det igjen"));
        Assert.Equal("En annen", (await db.Users.SingleAsync(p => p.Id == other.Id)).Name);

        static async Task<string?> CodeAsync(SamstyringDb db, UserId user, string reason) =>
            (await EraseAsync(db, user, reason)).IsAccepted(out _, out var refusal) ? null : refusal.Reasons[0].Code;
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task What_is_held_on_an_erased_person_names_nobody(DatabaseKind kind)
    {
        await using var database = await TestDatabase.LoadedAsync(kind);
        var user = await PersonAsync(database);
        await using var db = database.Open();
        var before = await PersonRecord.ReadAsync(db, user, Noon, CancellationToken.None);
        Assert.Contains("Åse Person", before);
        Assert.Contains("aase@example.org", before);

        await EraseAsync(db, user, "Ba om det");

        await using var after = database.Open();
        var record = await PersonRecord.ReadAsync(after, user, Noon, CancellationToken.None);
        Assert.DoesNotContain("Åse", record);
        Assert.DoesNotContain("aase@", record);
        Assert.Contains("person-erased", record);
        Assert.Null(await PersonRecord.ReadAsync(after, UserId.New(), Noon, CancellationToken.None));
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task A_role_that_a_network_wrote_the_name_beside_is_held_by_nobody_and_a_namesake_elsewhere_keeps_theirs(DatabaseKind kind)
    {
        await using var database = await TestDatabase.LoadedAsync(kind);
        var user = await PersonAsync(database);
        await using var db = database.Open();
        var add = new AddRecord(db, new At());
        foreach (var (network, holder, body) in new[] { ("digi-viken", "Åse Person", "nav"), ("digi-viken", "åse  person", "nav"), ("digi-viken", "Åse Annen", "nav"), ("digi-rogaland", "Åse Person", "1103") })
        {
            var by = new Standing(UserId.New(), OrganisationId.Of(network), Role.Manager, IsAdministrator: false);
            var added = await add.RunAsync("network-role", new Dictionary<string, string?>(StringComparer.Ordinal) { ["network"] = network, ["name_nb"] = "Leder", ["holder_name"] = holder, ["organisation"] = body }, "Ny", by, CancellationToken.None);
            Assert.True(added.IsAccepted(out _, out var refusal), refusal?.Reasons[0].ToString());
        }

        Assert.True((await EraseAsync(db, user, "Ba om det")).IsAccepted(out _, out _));

        await using var after = database.Open();
        var roles = await after.Set<NetworkRole>().Where(r => r.Provenance.Source == "samstyring").ToListAsync();
        Assert.Equal([("digi-rogaland", "Åse Person"), ("digi-viken", null), ("digi-viken", null), ("digi-viken", "Åse Annen")], roles.Select(r => (r.Network == OrganisationId.Of("digi-viken") ? "digi-viken" : "digi-rogaland", r.Holder)).Order());
        var told = await after.AuditEntries.Where(e => e.SubjectType == "network-role").OrderBy(e => e.Number).Select(e => e.Payload).ToListAsync();
        Assert.Equal([true, true, false, false], told.Select(payload => payload is null));
        Assert.True((await ChainCheck.RunAsync(after, null, CancellationToken.None)).Holds);
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task Every_table_that_names_a_person_is_in_what_is_held(DatabaseKind kind)
    {
        await using var database = await TestDatabase.LoadedAsync(kind);
        var user = await PersonAsync(database);
        await using var db = database.Open();

        var tables = System.Text.Json.JsonDocument.Parse((await PersonRecord.ReadAsync(db, user, Noon, CancellationToken.None))!).RootElement.GetProperty("tables").EnumerateObject().Select(t => t.Name);

        Assert.Equal(
            ["access_tokens", "affiliations", "audience_members", "audit_entries", "invitations", "people", "person_claims", "person_logins", "person_passkeys", "person_tokens"],
            tables.Where(t => t is "access_tokens" or "affiliations" or "audience_members" or "audit_entries" or "invitations" or "people" || t.StartsWith("person_")).Order(StringComparer.Ordinal));
    }

    private static Task<Outcome<PersonErased>> EraseAsync(SamstyringDb db, UserId user, string reason) =>
        new PersonErasure(db, new At()).RunAsync(user, reason, Actor.Installation, CancellationToken.None);

    /// <summary>Somebody who came by an invitation, changed their name, and has every kind of door.</summary>
    private static async Task<UserId> PersonAsync(TestDatabase database)
    {
        await using var db = database.Open();
        var person = new Person { Name = "Åse Person", UserName = "aase@example.org", Email = "aase@example.org", NormalizedEmail = "AASE@EXAMPLE.ORG", PasswordHash = "x" };
        var by = new Actor(person.Id, Nav);
        Assert.True(Invitation.Make("Åse", new Grant(Nav, "nav", Role.Reader), Secret.HashOf("a"), Actor.Installation, Noon).IsAccepted(out var invitation, out _));
        Assert.True(AccessToken.Make(new("Regnearket til Åse", [TokenScope.Read], 30), new(Nav, "nav", person.Id), Secret.HashOf("b"), by, Noon).IsAccepted(out var token, out _));
        Assert.True(invitation.Accept(person.Id, person.Name, "nav", Noon).IsAccepted(out _, out _));
        db.AddRange(person, invitation, token, Affiliation.Begin(person.Id, Nav, Role.Reader, by, Noon, reason: null));
        db.Add(new IdentityUserToken<UserId> { UserId = person.Id, LoginProvider = "p", Name = "n", Value = "v" });
        db.Add(new IdentityUserLogin<UserId> { UserId = person.Id, LoginProvider = "p", ProviderKey = "k" });
        db.Record(new NameChanged(person.Id, "Åse", person.Name, by, Noon));
        await db.SaveChangesAsync();
        return person.Id;
    }

    private sealed class At : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Noon;
    }
}
