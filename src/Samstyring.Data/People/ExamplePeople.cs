using Microsoft.EntityFrameworkCore;
using Samstyring.Domain.Access;
using Samstyring.Domain.Kernel;

namespace Samstyring.Data.People;

/// <summary>A made-up person in a place of the reader table (architecture, «The people»).</summary>
/// <param name="Place">Names the row; the text of the sign-in page has it under <c>example.</c></param>
/// <param name="Organisation">The key of the organisation.</param>
public sealed record ExamplePerson(string Place, string Name, string Organisation, Role Role);

/// <summary>The people of an example installation. They have no password, and none is an administrator. A citizen needs no account.</summary>
public static class ExamplePeople
{
    public static readonly IReadOnlyList<ExamplePerson> All =
    [
        new("municipality", "Kari Eksempel", "4207", Role.Manager),
        new("network", "Nils Eksempel", "digi-agder", Role.Manager),
        new("initiative", "Aisha Eksempel", "bufdir", Role.Contributor),
        new("ministry", "Ola Eksempel", "hod", Role.Contributor),
        new("ks", "Marit Eksempel", "ks", Role.Manager),
        new("digdir", "Per Eksempel", "digdir", Role.Manager),
        new("council", "Inga Eksempel", "digitaliseringsradet", Role.Contributor),
        new("vendor", "Vera Eksempel", "eksempelleverandor-nord", Role.Contributor),
    ];

    /// <summary>Makes a new database an example installation.</summary>
    public static async Task MakeAsync(SamstyringDb db, DateTimeOffset now, CancellationToken ct)
    {
        db.Add(new Installation { IsExample = true, MadeAt = now });
        var keys = All.Select(e => e.Organisation).ToList();
        var organisations = await db.Organisations.Where(o => keys.Contains(o.Key)).ToDictionaryAsync(o => o.Key, o => o.Id, StringComparer.Ordinal, ct);
        foreach (var example in All)
        {
            var email = $"{example.Place}@example.invalid";
            var person = new Person
            {
                Name = example.Name,
                UserName = email,
                NormalizedUserName = email.ToUpperInvariant(),
                Email = email,
                NormalizedEmail = email.ToUpperInvariant(),
                SecurityStamp = Secret.New(),
                ExampleOf = example.Place,
            };
            db.Add(person);
            db.Add(Affiliation.Begin(person.Id, organisations[example.Organisation], example.Role, Actor.Installation, now, OwnReason.Example));
        }

        await db.SaveChangesAsync(ct);
    }
}
