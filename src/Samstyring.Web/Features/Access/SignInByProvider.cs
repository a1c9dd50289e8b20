using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Data.People;
using Samstyring.Web.Platform;
using Samstyring.Web.Platform.OpenId;

namespace Samstyring.Web.Features.Access;

/// <summary>
/// Signs in the person whom a provider vouches for, if that account is linked to somebody here. It creates nobody, and gives nobody an
/// organisation: where the provider says for which one the person comes, that only chooses among those there are.
/// </summary>
public sealed class SignInByProvider(SamstyringDb db, UserManager<Person> people, Sessions sessions)
{
    public async Task<SignInAnswer> RunAsync(External external, CancellationToken ct)
    {
        if (await people.FindByLoginAsync(external.Issuer, external.Subject) is not { ErasedAt: null } person)
        {
            return SignInAnswer.Refused;
        }

        var may = await SignIn.OrganisationsAsync(db, person.Id, ct);
        if (may is [] && !person.IsAdministrator)
        {
            return SignInAnswer.Refused;
        }

        var numbered = await db.Municipalities.Where(m => m.OrganisationNumber != null && external.Organisations.Contains(m.OrganisationNumber)).Select(m => m.Id).ToListAsync(ct);
        await sessions.EnterAsync(person, may.FirstOrDefault(o => numbered.Contains(o.Organisation))?.Key, ct, external);
        return SignInAnswer.SignedIn;
    }
}
