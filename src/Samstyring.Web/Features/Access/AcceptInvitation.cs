using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Data.People;
using Samstyring.Domain.Access;
using Samstyring.Domain.Kernel;
using Samstyring.Web.Platform;
using Samstyring.Web.Platform.OpenId;

namespace Samstyring.Web.Features.Access;

/// <summary>What somebody fills in who has no account yet.</summary>
/// <param name="External">Who a provider says it is: they sign in there, and need no password here. Null for somebody who has not come by one.</param>
public sealed record NewAccount(string? Name, string? Email, string? Password, External? External);

/// <summary>Somebody who has an account now, and for which organisation they were let in; null for an administrator.</summary>
public sealed record LetIn(Person Person, string? Organisation, bool IsNew);

/// <summary>
/// Accepts an invitation: with the account of somebody signed in, or with a new one. An address that has an account is not told of: whoever
/// gives its password too is let in with it, anybody else is asked to sign in first.
/// </summary>
public sealed class AcceptInvitation(SamstyringDb db, UserManager<Person> people, SignInManager<Person> signIn, TimeProvider clock)
{
    private static readonly EmailAddressAttribute Address = new();

    /// <param name="user">Who is signed in; null for somebody who fills in a new account.</param>
    public async Task<Outcome<LetIn>> RunAsync(string token, UserId? user, NewAccount account, CancellationToken ct)
    {
        var known = user ?? (account.External is { } external ? await LinkedAsync(external, ct) : null);
        if (known is null)
        {
            if (Missing(account) is { } missing)
            {
                return missing;
            }

            var (existing, isTheirs) = await FindAsync(account);
            if (existing is not null && !isTheirs)
            {
                return SignInFirst;
            }

            known = existing?.Id;
        }

        try
        {
            return await StoreAsync(token, known, account, ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Refusal(new Reason("invitation.closed"));
        }
        catch (DbUpdateException)
        {
            // Somebody took the address, or was let in, in the meantime.
            return SignInFirst;
        }
    }

    private static Refusal SignInFirst => new(new Reason("account.sign-in-first", "email"));

    private static Refusal? Missing(NewAccount account)
    {
        List<Reason> reasons = [];
        if (string.IsNullOrWhiteSpace(account.Name))
        {
            reasons.Add(new("account.name", "name"));
        }
        else if (account.Name.Trim() is { Length: > Person.LongestName })
        {
            reasons.Add(new("text.long", "name", $"{Person.LongestName}"));
        }

        if (account.Email?.Trim() is not { Length: > 0 and <= 256 } email || !Address.IsValid(email))
        {
            reasons.Add(new("account.email", "email"));
        }

        if (account.External is null && account.Password is not { Length: >= SignIn.ShortestPassword })
        {
            reasons.Add(new("account.password", "password", $"{SignIn.ShortestPassword}"));
        }

        return reasons is [] ? null : new Refusal(reasons);
    }

    private async Task<UserId?> LinkedAsync(External external, CancellationToken ct) =>
        (await db.Set<IdentityUserLogin<UserId>>().SingleOrDefaultAsync(l => l.LoginProvider == external.Issuer && l.ProviderKey == external.Subject, ct))?.UserId;

    /// <summary>Outside the transaction: a wrong password counts towards the lock, whatever comes of the rest.</summary>
    private async Task<(Person? Existing, bool IsTheirs)> FindAsync(NewAccount account) =>
        await people.FindByEmailAsync(account.Email!.Trim()) is not { ErasedAt: null } existing
            ? (null, false)
            : (existing, account.External is null && (await signIn.CheckPasswordSignInAsync(existing, account.Password!, lockoutOnFailure: true)).Succeeded);

    private async Task<Outcome<LetIn>> StoreAsync(string token, UserId? known, NewAccount account, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var hash = Secret.HashOf(token);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.Invitations.AsTracking().SingleOrDefaultAsync(i => i.Hash == hash, ct) is not { } invitation || !invitation.IsOpen(now))
        {
            return new Refusal(new Reason("invitation.closed"));
        }

        var key = await db.Organisations.Where(o => o.Id == invitation.Organisation).Select(o => o.Key).SingleOrDefaultAsync(ct);
        if (known is { } there && invitation.Organisation is { } same && await db.Affiliations.AnyAsync(a => a.User == there && a.Organisation == same && a.EndedAt == null, ct))
        {
            return new Refusal(new Reason("invitation.already"));
        }

        var person = known is { } id ? await db.Users.AsTracking().SingleAsync(p => p.Id == id, ct) : await CreateAsync(account);
        if (!invitation.Accept(person.Id, person.Name, key, now).IsAccepted(out var accepted, out var refusal))
        {
            return refusal;
        }

        if (invitation is { Organisation: { } organisation, Role: { } role })
        {
            db.Add(Affiliation.Begin(person.Id, organisation, role, accepted.By, now, reason: null));
        }
        else
        {
            person.IsAdministrator = true;
        }

        if (known is null && account.External is { } external)
        {
            db.Add(new IdentityUserLogin<UserId> { LoginProvider = external.Issuer, ProviderKey = external.Subject, UserId = person.Id });
            db.Record(new LoginLinked(person.Id, external.Issuer, accepted.By, now));
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return new LetIn(person, key, IsNew: known is null);
    }

    private async Task<Person> CreateAsync(NewAccount account)
    {
        var email = account.Email!.Trim();
        var person = new Person { Name = account.Name!.Trim(), UserName = email, Email = email };
        var result = account.External is null ? await people.CreateAsync(person, account.Password!) : await people.CreateAsync(person);
        return result.Succeeded ? person : throw new DbUpdateException(string.Join(' ', result.Errors.Select(e => e.Code)));
    }
}
