using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Data.People;
using Samstyring.Domain.Access;
using Samstyring.Domain.Kernel;

namespace Samstyring.Web.Features.Account;

/// <summary>A person is called something else from now on, also in what they did before.</summary>
public sealed class ChangeName(SamstyringDb db, TimeProvider clock)
{
    public async Task<Outcome<NameChanged>> RunAsync(string? name, Actor by, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return new Refusal(new Reason("me.name", "name"));
        }

        if (name.Trim() is { Length: > Person.LongestName })
        {
            return new Refusal(new Reason("text.long", "name", $"{Person.LongestName}"));
        }

        var user = by.User!.Value;
        var person = await db.Users.AsTracking().SingleAsync(p => p.Id == user, ct);
        var changed = new NameChanged(user, person.Name, name.Trim(), by, clock.GetUtcNow());
        if (!string.Equals(changed.Before, changed.After, StringComparison.Ordinal))
        {
            person.Name = changed.After;
            db.Record(changed);
            await db.SaveChangesAsync(ct);
        }

        return changed;
    }
}
