using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Organisations;

namespace Samstyring.Data.Records;

/// <summary>A kind of part of a network's work: the network answers for it, and the municipality that it is of.</summary>
/// <param name="place">Where below the network's page it is shown.</param>
/// <param name="ofNetwork">Whether only the network's own people see it.</param>
/// <param name="isOne">Whether a network has one.</param>
internal sealed class NetworkPartRecord<T>(string name, string plural, string place, Func<FieldsOf<T>, FieldsOf<T>> fields, Func<T, LocalizedText>? title = null, bool ofBody = false, bool ofNetwork = false, Func<OrganisationId, PartId>? isOne = null)
    : PartRecordOf<T>(name, plural, place, "network", fields, title, ofBody)
    where T : NetworkPart
{
    /// <summary>What only the network sees, is so always.</summary>
    public override bool IsRestrictable => !ofNetwork;

    /// <summary>A network is a body, and its history is the body's.</summary>
    protected override string OwnerSubject => "organisation";

    internal override Part Make(PartId id, string owner, int order, Provenance origin, AudienceId? visibleTo)
    {
        var network = OrganisationId.Of(owner);
        var part = MakePart(id, order, origin, ofNetwork ? AudienceId.Of(network) : visibleTo);
        Set(part, nameof(NetworkPart.Network), network);
        return part;
    }

    protected override async Task<IReadOnlyList<object>> WithAsync(SamstyringDb db, T part, CancellationToken ct) => ofNetwork ? await AudienceOfAsync(db, part.Network, ct) : [];

    protected override PartId IdOf(string owner, RecordValues values) => isOne?.Invoke(OrganisationId.Of(owner)) ?? PartId.New();

    protected override async Task<PartOwner?> OwnerAsync(SamstyringDb db, string key, CancellationToken ct) =>
        await db.Networks.Join(db.Organisations, n => n.Id, o => o.Id, (n, o) => new { n.Id, o.Key, o.Name }).SingleOrDefaultAsync(n => n.Key == key, ct) is { } found ? new(key, found.Name, "/nettverk/" + key, VisibleTo: null, [found.Id]) : null;

    protected override async Task<string> OwnerKeyAsync(SamstyringDb db, T part, CancellationToken ct) => (await Names.BodyAsync(db, part.Network, ct)).Key;

    protected override async Task<int> LastOrderAsync(SamstyringDb db, string owner, CancellationToken ct)
    {
        var network = OrganisationId.Of(owner);
        return await db.Set<T>().Where(p => p.Network == network).MaxAsync(p => (int?)p.Order, ct) ?? 0;
    }

    protected override async Task<Reason?> CheckBesideAsync(SamstyringDb db, string? key, RecordValues values, CancellationToken ct)
    {
        if (IsOfBody && key is null)
        {
            var body = values.Body("organisation");
            if (!await db.Municipalities.AnyAsync(m => m.Id == body, ct))
            {
                return new("field.not-a-municipality", "organisation", values["organisation"]);
            }
        }

        return values.OptionalNumber("theme") is { } theme && !await db.Themes.AnyAsync(t => t.Number == theme, ct) ? new("field.no-such-thing", "theme", theme.ToString(CultureInfo.InvariantCulture)) : null;
    }

    protected override async Task<IReadOnlyList<RecordChoice>> ChoicesOfAsync(SamstyringDb db, string field, string owner, CancellationToken ct)
    {
        var network = OrganisationId.Of(owner);
        return [.. (await db.Set<NetworkCase>().Where(c => c.Network == network && c.IsWithdrawn != true).OrderBy(c => c.Order).Select(c => new { c.Id, c.Name, Restricted = db.Shows(c.VisibleTo, "network-case", c.Id.Value) }).ToListAsync(ct)).Select(c => new RecordChoice(c.Id.ToString(), c.Name))];
    }
}

/// <summary>All kinds of parts of a network's work.</summary>
public static class NetworkParts
{
    private static readonly PartRecord[] Kinds =
    [
        new NetworkPartRecord<ThemeLead>("theme-lead", "theme-leads", "/samarbeid#leder", f => f.Localized("name", nameof(ThemeLead.Name), required: true).Number("theme", nameof(ThemeLead.Theme), least: 1, most: 99).Localized("delivers", nameof(ThemeLead.Text))
            .Time("starts", nameof(ThemeLead.Starts)).Time("ends", nameof(ThemeLead.Ends)), l => l.Name),
        new NetworkPartRecord<NetworkRole>("network-role", "network-roles", "/samarbeid#roller", f => f.Localized("name", nameof(NetworkRole.Name), required: true).Text("holder_name", nameof(NetworkRole.Holder), required: true).Body("organisation", nameof(Part.Organisation))
            .Time("starts", nameof(NetworkRole.Starts)).Time("ends", nameof(NetworkRole.Ends)), r => r.Name, ofNetwork: true),
        new NetworkPartRecord<RoleLimit>("role-limit", "role-limits", "/samarbeid#roller", f => f.Number("most_roles", nameof(RoleLimit.Count), least: 1, most: 100), isOne: RoleLimit.IdOf),
        new NetworkPartRecord<NetworkCase>("network-case", "network-cases", "/samarbeid#saker", f => f.Localized("name", nameof(NetworkCase.Name), required: true).Localized("text", nameof(NetworkCase.Text)).Time("starts", nameof(NetworkCase.Starts)), c => c.Name),
        new NetworkPartRecord<CaseStep>("case-step", "case-steps", "/samarbeid#saker", f => f.Choice("case", nameof(CaseStep.Case), required: true).Code<Level>("level", nameof(CaseStep.Level), required: true).Body("organisation", nameof(Part.Organisation)).Code<CaseState>("case_state", nameof(CaseStep.State))
            .Time("starts", nameof(CaseStep.Starts)).Localized("answer", nameof(CaseStep.Text)).Time("ends", nameof(CaseStep.Ends))),
        new NetworkPartRecord<Expectation>("expectation", "expectations", "/samarbeid#forventninger", f => f.Localized("network_does", nameof(Expectation.Text), required: true).Localized("municipality_does", nameof(Expectation.Duty)).Time("signed_on", nameof(Expectation.SignedOn), required: true).Time("review_on", nameof(Expectation.Ends)),
            ofBody: true),
        new NetworkPartRecord<NetworkFee>("network-fee", "network-fees", "/kontingent", f => f.Code<NetworkFeeKind>("fee_kind", nameof(NetworkFee.Kind), required: true).Rate("fee", nameof(NetworkFee.Amount)).Time("starts", nameof(NetworkFee.Starts)).Time("ends", nameof(NetworkFee.Ends))),
        new NetworkPartRecord<MemberHelp>("member-help", "member-helps", "/losninger#utbytte", f => f.Localized("text", nameof(MemberHelp.Text), required: true).Number("hours", nameof(MemberHelp.Count), most: 10_000).Time("starts", nameof(MemberHelp.Starts)), h => h.Text, ofBody: true),
    ];

    public static IReadOnlyList<RecordType> All => Kinds;

    internal static IReadOnlyList<PartRecord> Parts => Kinds;

    public static RecordType TypeOf(NetworkPart part) => Kinds.First(kind => kind.EntityType == part.GetType());
}
