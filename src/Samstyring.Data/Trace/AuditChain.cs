using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.EntityFrameworkCore;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Kernel.Json;

namespace Samstyring.Data.Trace;

/// <summary>Writes the chain, one link for each event, in the transaction of the change (architecture, decision 6).</summary>
public static class AuditChain
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All),
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
        Converters = { new StrongIdJsonConverter(), new CodeJsonConverter(), new LocalizedTextJsonConverter() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutSubjects } },
    };

    /// <summary>The number and the hash of the last link.</summary>
    public static async Task<ChainHead> HeadAsync(SamstyringDb db, CancellationToken ct) =>
        await db.AuditEntries.OrderByDescending(e => e.Number).Select(e => new ChainHead(e.Number, e.Hash)).FirstOrDefaultAsync(ct) ?? ChainHead.Empty;

    /// <summary>SHA-256 over the fields as a JSON array of texts, in the order of <see cref="AuditEntry"/>: no two sets of fields give the same array.</summary>
    public static string HashOf(AuditEntry entry)
    {
        string?[] fields =
        [
            entry.Number.ToString(CultureInfo.InvariantCulture), entry.At.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture),
            entry.User?.ToString(), entry.OnBehalfOf?.Value.ToString("D"), entry.Event, entry.SubjectType, entry.SubjectKey, entry.PayloadDigest, entry.PreviousHash,
        ];
        return Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(fields)));
    }

    public static string DigestOf(string salt, string payload) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(salt + payload)));

    /// <summary>
    /// Appends links. Called last in the transaction: on PostgreSQL the lock is taken here and held until it ends, on SQLite the
    /// transaction has held the only write lock from its start.
    /// </summary>
    /// <param name="audience">Who may see what was changed; null is everybody.</param>
    /// <returns>Where the links are to be found from. They point to the links, and are stored after them.</returns>
    internal static async Task<IReadOnlyList<AuditSubject>> AppendAsync(SamstyringDb db, IReadOnlyList<DomainEvent> happened, AudienceId? audience, CancellationToken ct)
    {
        var keys = await KeysAsync(db, [.. happened.SelectMany(told => told.Organisations).Distinct()], ct);
        if (db is PostgresDb postgres)
        {
            await ChainFlush.TakeChainAsync(postgres, ct);
        }

        var head = await HeadAsync(db, ct);
        List<AuditSubject> subjects = [];
        foreach (var told in happened)
        {
            var entry = Link(told, head, audience);
            head = new(entry.Number, entry.Hash);
            db.Add(entry);
            subjects.AddRange(told.Subjects.Concat(told.Organisations.Select(o => new Subject("organisation", keys[o]))).Distinct().Select(s => new AuditSubject { Type = s.Type, Key = s.Key, Number = entry.Number, VisibleTo = entry.VisibleTo }));
        }

        return subjects;
    }

    private static async Task<IReadOnlyDictionary<OrganisationId, string>> KeysAsync(SamstyringDb db, OrganisationId[] organisations, CancellationToken ct) =>
        organisations is [] ? new Dictionary<OrganisationId, string>() : await db.Organisations.Where(o => organisations.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Key, ct);

    /// <summary>They have columns and a table of their own. An attribute on the property would not reach those that override it.</summary>
    private static void LeaveOutSubjects(JsonTypeInfo type)
    {
        if (type.Type.IsAssignableTo(typeof(DomainEvent)))
        {
            foreach (var apart in type.Properties.Where(p => p.Name is "subjects" or "organisations" or "visibleTo" or "saysWhoSees").ToList())
            {
                type.Properties.Remove(apart);
            }
        }
    }

    private static AuditEntry Link(DomainEvent told, ChainHead head, AudienceId? audience)
    {
        var salt = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        var payload = JsonSerializer.Serialize(told, told.GetType(), Json);
        AuditEntry entry = new()
        {
            Number = head.Number + 1,
            At = new DateTimeOffset(told.At.UtcTicks / TimeSpan.TicksPerMicrosecond * TimeSpan.TicksPerMicrosecond, TimeSpan.Zero),
            User = told.By.User,
            OnBehalfOf = told.By.OnBehalfOf,
            Event = NameOf(told.GetType()),
            SubjectType = told.Subjects[0].Type,
            SubjectKey = told.Subjects[0].Key,
            Salt = salt,
            Payload = payload,
            PayloadDigest = DigestOf(salt, payload),
            PreviousHash = head.Hash,
            VisibleTo = told.SaysWhoSees ? told.VisibleTo : audience,
        };
        entry.Hash = HashOf(entry);
        return entry;
    }

    /// <summary><c>AffiliationBegan</c> is <c>affiliation-began</c>.</summary>
    public static string NameOf(Type told) => Codes.Kebab(told.Name);
}
