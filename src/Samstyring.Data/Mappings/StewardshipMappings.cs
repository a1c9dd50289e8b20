using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Samstyring.Data.Records;
using Samstyring.Domain.Organisations;
using Samstyring.Domain.Stewardship;

namespace Samstyring.Data.Mappings;

internal sealed class ProposalMapping : IEntityTypeConfiguration<Proposal>
{
    public void Configure(EntityTypeBuilder<Proposal> proposal)
    {
        proposal.ToTable("proposals");
        proposal.HasIndex(p => new { p.RecordType, p.RecordKey });
        proposal.HasIndex(p => new { p.OnBehalfOf, p.At });
        proposal.Ignore(p => p.About);
        proposal.Property(p => p.Changes).HasConversion(
            changes => JsonSerializer.Serialize(changes, JsonSerializerOptions.Web),
            stored => JsonSerializer.Deserialize<List<FieldChange>>(stored, JsonSerializerOptions.Web)!,
            new ValueComparer<IReadOnlyList<FieldChange>>((a, b) => a!.SequenceEqual(b!), changes => changes.Count, changes => changes));
        proposal.HasOne<Organisation>().WithMany().HasForeignKey(p => p.OnBehalfOf).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ProposalAnswererMapping : IEntityTypeConfiguration<ProposalAnswerer>
{
    public void Configure(EntityTypeBuilder<ProposalAnswerer> answerer)
    {
        answerer.ToTable("proposal_answerers").HasKey(a => new { a.Organisation, a.Proposal });
        answerer.HasOne<Proposal>().WithMany().HasForeignKey(a => a.Proposal).OnDelete(DeleteBehavior.Cascade);
        answerer.HasOne<Organisation>().WithMany().HasForeignKey(a => a.Organisation).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CorrectedFactMapping : IEntityTypeConfiguration<CorrectedFact>
{
    public void Configure(EntityTypeBuilder<CorrectedFact> fact) => fact.ToTable("corrections").HasKey(f => new { f.RecordType, f.RecordKey, f.Field });
}

internal sealed class RestrictionMapping : IEntityTypeConfiguration<Restriction>
{
    public void Configure(EntityTypeBuilder<Restriction> restriction)
    {
        restriction.ToTable("restrictions").HasKey(r => new { r.RecordType, r.RecordKey });
        restriction.HasOne<Organisation>().WithMany().HasForeignKey(r => r.Organisation).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RecordVersionMapping : IEntityTypeConfiguration<RecordVersion>
{
    public void Configure(EntityTypeBuilder<RecordVersion> version) => version.ToTable("record_versions").HasKey(v => new { v.RecordType, v.RecordKey });
}

internal sealed class DecisionMandateMapping : IEntityTypeConfiguration<DecisionMandate>
{
    public void Configure(EntityTypeBuilder<DecisionMandate> mandate)
    {
        mandate.ToTable("mandates");
        mandate.HasIndex(m => new { m.Municipality, m.Folded });
        mandate.HasOne<Municipality>().WithMany().HasForeignKey(m => m.Municipality).OnDelete(DeleteBehavior.Cascade);
        mandate.HasOne<Organisation>().WithMany().HasForeignKey(m => m.Body).OnDelete(DeleteBehavior.Restrict);
    }
}
