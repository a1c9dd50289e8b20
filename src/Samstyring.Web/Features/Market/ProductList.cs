using System.Linq.Expressions;
using System.Text.Json.Serialization;
using Samstyring.Data;
using Samstyring.Domain.Adoption;
using Samstyring.Domain.Kernel;
using Samstyring.Web.Features.Design;
using Samstyring.Web.Features.Design.Lists;

namespace Samstyring.Web.Features.Market;

/// <summary>A vendor's product: the same facts of all, unranked .</summary>
public sealed record ProductItem
{
    public string Key => Part.ToString();

    public required BodyRef Vendor { get; init; }

    public required LocalizedText Name { get; init; }

    /// <summary>The modules that it has or is to have, in the source's words.</summary>
    public required LocalizedText Modules { get; init; }

    public required ModuleSupport? Support { get; init; }

    /// <summary>Whether it meets the published specification; null is not verified.</summary>
    public required bool? Meets { get; init; }

    public BodyRef? VerifiedBy { get; init; }

    public required string? VerifiedOn { get; init; }

    /// <summary>Percent of the market, as the source has it.</summary>
    public required int? Share { get; init; }

    public required string? ShareOn { get; init; }

    /// <summary>Whether the vendor has said that it stops delivering it.</summary>
    public required bool? Leaves { get; init; }

    public required string? LeavesOn { get; init; }

    /// <summary>Municipalities that have said that they have or take this product.</summary>
    public required int Municipalities { get; init; }

    /// <summary>Those of them that have the solution in use.</summary>
    public required int InUse { get; init; }

    public required LocalizedText Note { get; init; }

    public required Provenance Provenance { get; init; }

    /// <summary>Whether it is kept from the public.</summary>
    public bool IsRestricted { get; init; }

    [JsonIgnore]
    public PartId Part { get; init; }

    [JsonIgnore]
    public string SortKey { get; init; } = "";

    [JsonIgnore]
    public string Folded { get; init; } = "";
}

/// <summary>The products of a solution by the name of their vendors: there is no other order, so that none is ranked.</summary>
internal sealed class ProductList(string solution) : ListSpec<ProductItem>
{
    public override string Name => "products";

    public override string Path => $"/losninger/{solution}/leverandorer";

    public override string Api => $"/api/v1/solutions/{solution}/products";

    public override IReadOnlyList<ListFilter<ProductItem>> Filters =>
    [
        ListFilters.Code<ProductItem, ModuleSupport>("support", "module-support", support => p => p.Support == support),
        ListFilters.Fixed<ProductItem>("leaves", "products.leaves", ["yes", "no"], value => value == "yes" ? p => p.Leaves == true : p => p.Leaves != true),
    ];

    public override IReadOnlyList<ListSort<ProductItem>> Sorts =>
    [
        new("name", (rows, descending) => descending
            ? rows.OrderByDescending(p => p.SortKey).ThenByDescending(p => p.Name.Nb).ThenByDescending(p => p.Part)
            : rows.OrderBy(p => p.SortKey).ThenBy(p => p.Name.Nb).ThenBy(p => p.Part)),
    ];

    public override IReadOnlyList<ExportField<ProductItem>> Fields =>
    [
        new("key", p => p.Key), new("vendor", p => p.Vendor.Key), new("vendor_name", p => p.Vendor.Name.Nb), .. Text("name", p => p.Name), .. Text("modules", p => p.Modules), new("support", p => p.Support is { } support ? Codes.Of(support) : null),
        new("meets", p => p.Meets), new("verified_by", p => p.VerifiedBy?.Key), new("verified_on", p => p.VerifiedOn), new("share", p => p.Share), new("share_on", p => p.ShareOn), new("leaves", p => p.Leaves), new("leaves_on", p => p.LeavesOn),
        new("municipalities", p => p.Municipalities), new("in_use", p => p.InUse), .. Text("note", p => p.Note), .. Origin(p => p.Provenance),
    ];

    public override IQueryable<ProductItem> From(SamstyringDb db) =>
        from p in db.Set<SolutionProduct>()
        where p.IsWithdrawn != true
        join s in db.Solutions on p.Solution equals s.Id
        where s.Key == solution
        join v in db.Organisations on p.Organisation equals (OrganisationId?)v.Id
        join b in db.Organisations on p.VerifiedBy equals (OrganisationId?)b.Id into verifiers
        from verifier in verifiers.DefaultIfEmpty()
        select new ProductItem
        {
            Vendor = new BodyRef { Key = v.Key, Name = v.Name },
            Name = p.Name,
            Modules = p.Text,
            Support = p.Support,
            Meets = p.Meets,
            VerifiedBy = verifier == null ? null : new BodyRef { Key = verifier.Key, Name = verifier.Name },
            VerifiedOn = p.SignedOn,
            Share = p.Count,
            ShareOn = p.Starts,
            Leaves = p.Leaves,
            LeavesOn = p.Ends,
            Municipalities = db.AdoptionRecords.Count(a => a.Solution == p.Solution && a.Product == p.Id),
            InUse = db.AdoptionRecords.Count(a => a.Solution == p.Solution && a.Product == p.Id && (a.Standing == AdoptionStep.InUse || a.Standing == AdoptionStep.BenefitsConfirmed)),
            Note = p.Note,
            Provenance = p.Provenance,
            IsRestricted = db.Shows(p.VisibleTo, "solution-product", p.Id.Value),
            Part = p.Id,
            SortKey = v.SortKey,
            Folded = v.Folded,
        };

    public override Expression<Func<ProductItem, bool>> Contains(string folded) => p => p.Folded.Contains(folded);
}
