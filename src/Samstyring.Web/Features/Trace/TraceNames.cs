using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Data.Trace;
using Samstyring.Domain.Kernel;
using Samstyring.Web.Features.Design;

namespace Samstyring.Web.Features.Trace;

/// <summary>The names of the people and organisations that links tell of: the chain itself holds only identifiers. Two queries for a page.</summary>
public sealed partial class TraceNames(SamstyringDb db)
{
    /// <summary>Whoever was erased has no name.</summary>
    public sealed record Names(IReadOnlyDictionary<UserId, string> People, IReadOnlyDictionary<OrganisationId, BodyRef> Organisations);

    public Task<Names> ReadAsync(IReadOnlyList<TrailEntry> shown, CancellationToken ct)
    {
        var entries = shown.Where(link => !link.IsHidden).Select(link => link.Entry).ToList();
        var told = entries.SelectMany(e => Identifier().Matches(e.Payload ?? "")).Select(match => Guid.Parse(match.Value)).Distinct().ToList();
        return ReadAsync(
            entries.Select(e => e.User).OfType<UserId>().Concat(told.Select(id => new UserId(id))),
            entries.Select(e => e.OnBehalfOf).OfType<OrganisationId>().Concat(told.Select(id => new OrganisationId(id))), ct);
    }

    public async Task<Names> ReadAsync(IEnumerable<UserId> people, IEnumerable<OrganisationId> organisations, CancellationToken ct)
    {
        var (users, bodies) = (people.Distinct().ToArray(), organisations.Distinct().ToArray());
        return new(
            await db.Users.Where(p => users.Contains(p.Id) && p.ErasedAt == null).Select(p => new { p.Id, p.Name }).ToDictionaryAsync(p => p.Id, p => p.Name, ct),
            await db.Organisations.Where(o => bodies.Contains(o.Id)).Select(o => new { o.Id, Body = new BodyRef { Key = o.Key, Name = o.Name } }).ToDictionaryAsync(o => o.Id, o => o.Body, ct));
    }

    [GeneratedRegex("(?<=\")[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(?=\")", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Identifier();
}
