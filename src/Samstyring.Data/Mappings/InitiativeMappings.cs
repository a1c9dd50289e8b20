using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Samstyring.Data.People;
using Samstyring.Data.Records;
using Samstyring.Domain.Gates;
using Samstyring.Domain.Governance;
using Samstyring.Domain.Initiatives;
using Samstyring.Domain.Organisations;

namespace Samstyring.Data.Mappings;

/// <summary>
/// All kinds of parts of initiatives in one table, so that one query reads what is known of an initiative (ADR 0016). Properties of the
/// same name share a column.
/// </summary>
internal sealed class InitiativePartMapping : IEntityTypeConfiguration<InitiativePart>
{
    public void Configure(EntityTypeBuilder<InitiativePart> part)
    {
        var kind = part.ToTable("initiative_parts").HasDiscriminator<string>("Type");
        part.Property<string>("Type").HasMaxLength(40);
        foreach (var type in InitiativeParts.Parts)
        {
            kind.HasValue(type.EntityType, type.Name);
        }

        part.HasIndex(p => new { p.Initiative, p.Order });
        part.HasIndex("Type", nameof(InitiativePart.Order));
        part.HasIndex(p => p.Organisation);
        part.HasOne<Initiative>().WithMany().HasForeignKey(p => p.Initiative).OnDelete(DeleteBehavior.Cascade);
        part.HasOne<Organisation>().WithMany().HasForeignKey(p => p.Organisation).OnDelete(DeleteBehavior.Restrict);
    }
}

/// <summary>The columns of a table that holds parts of many kinds.</summary>
internal static class PartColumns
{
    /// <summary>Properties of the same name share a column. Called when all kinds are known to the model.</summary>
    public static void Share(ModelBuilder model, params IReadOnlyList<Type> parts)
    {
        foreach (var type in model.Model.GetEntityTypes().Where(type => type.BaseType is { } of && parts.Contains(of.ClrType)))
        {
            foreach (var property in type.GetDeclaredProperties())
            {
                property.SetColumnName(property.Name);
            }

            foreach (var text in type.GetDeclaredComplexProperties())
            {
                foreach (var property in text.ComplexType.GetProperties())
                {
                    property.SetColumnName($"{text.Name}_{property.Name}");
                }
            }
        }
    }
}

internal sealed class DecisionMatrixMapping : IEntityTypeConfiguration<DecisionMatrix>
{
    public void Configure(EntityTypeBuilder<DecisionMatrix> matrix)
    {
        matrix.ToTable("decision_matrices");
        matrix.HasIndex(m => m.Key).IsUnique();
        matrix.HasOne<Initiative>().WithMany().HasForeignKey(m => m.Initiative).OnDelete(DeleteBehavior.Cascade);
        matrix.HasOne<Organisation>().WithMany().HasForeignKey(m => m.Organisation).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class GateDecisionMapping : IEntityTypeConfiguration<GateDecision>
{
    public void Configure(EntityTypeBuilder<GateDecision> decision)
    {
        decision.ToTable("gate_decisions");
        // Two who decide at once cannot both be the next.
        decision.HasIndex(d => new { d.Initiative, d.Gate, d.Number }).IsUnique();
        decision.HasOne<Initiative>().WithMany().HasForeignKey(d => d.Initiative).OnDelete(DeleteBehavior.Restrict);
        decision.HasOne<Organisation>().WithMany().HasForeignKey(d => d.OnBehalfOf).OnDelete(DeleteBehavior.Restrict);
        decision.HasOne<Person>().WithMany().HasForeignKey(d => d.By).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class GateSnapshotMapping : IEntityTypeConfiguration<GateSnapshot>
{
    public void Configure(EntityTypeBuilder<GateSnapshot> snapshot)
    {
        snapshot.ToTable("gate_snapshots").HasKey(s => new { s.Decision, s.IsOfTeam });
        snapshot.HasOne<GateDecision>().WithMany().HasForeignKey(s => s.Decision).OnDelete(DeleteBehavior.Restrict);
    }
}
