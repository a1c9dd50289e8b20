using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Samstyring.Domain.Kernel;

namespace Samstyring.Data.People;

/// <summary>Identity's store over this database. It knows how our identifiers are written.</summary>
public sealed class PersonStore(SamstyringDb db, IdentityErrorDescriber? describer = null) : UserOnlyStore<Person, SamstyringDb, UserId>(db, describer)
{
    public override UserId ConvertIdFromString(string? id) => Guid.TryParse(id, out var value) ? new(value) : default;

    public override string? ConvertIdToString(UserId id) => id == default ? null : id.ToString();
}
