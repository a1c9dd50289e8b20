using System.Linq.Expressions;
using Samstyring.Data;
using Samstyring.Web.Features.Design.Lists;

namespace Samstyring.Web.Features.Organisations;

/// <summary>All memberships, as a list of the API and as a file that can be imported again.</summary>
internal sealed class MembershipList : ListSpec<MembershipItem>
{
    public override string Name => "memberships";

    public override string Path => "/organisasjoner";

    public override IReadOnlyList<ListSort<MembershipItem>> Sorts =>
    [
        new("body", (rows, descending) => rows.By(descending, m => m.Body, m => m.Member)),
        new("member", (rows, descending) => rows.By(descending, m => m.Member, m => m.Body)),
    ];

    public override IReadOnlyList<ExportField<MembershipItem>> Fields =>
    [
        new("body", m => m.Body), new("body_name", m => m.BodyName.Nb), new("member", m => m.Member), new("member_name", m => m.MemberName.Nb),
        new("valid_from", m => m.ValidFrom), new("valid_to", m => m.ValidTo), .. Origin(m => m.Provenance),
    ];

    public override IQueryable<MembershipItem> From(SamstyringDb db) =>
        from m in db.Memberships
        join body in db.Organisations on m.Body equals body.Id
        join member in db.Organisations on m.Member equals member.Id
        select new MembershipItem
        {
            Body = body.Key,
            BodyName = body.Name,
            Member = member.Key,
            MemberName = member.Name,
            ValidFrom = m.ValidFrom,
            ValidTo = m.ValidTo,
            Provenance = m.Provenance,
            IsRestricted = db.Shows(m.VisibleTo, "membership", body.Key, member.Key),
            BodyFolded = body.Folded,
            MemberFolded = member.Folded,
        };

    public override Expression<Func<MembershipItem, bool>> Contains(string folded) => m => m.BodyFolded.Contains(folded) || m.MemberFolded.Contains(folded);
}
