using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Samstyring.Data.Records;
using Samstyring.Domain.Adoption;
using Samstyring.Domain.Initiatives;
using Samstyring.Domain.Organisations;
using Samstyring.Domain.Roadmap;

namespace Samstyring.Data.Mappings;

internal sealed class SolutionMapping : IEntityTypeConfiguration<Solution>
{
    public void Configure(EntityTypeBuilder<Solution> solution)
    {
        solution.ToTable("solutions");
        solution.HasIndex(s => s.Key).IsUnique();
        solution.HasIndex(s => new { s.SortKey, s.Key });
        solution.HasIndex(s => s.Initiative);
        // What must be decided first, and how many there are for a municipality: read without the solutions themselves.
        solution.HasIndex(s => new { s.DecideBy, s.Key });
        solution.HasIndex(s => new { s.State, s.EligibleCounties, s.EligibleFrom, s.EligibleBelow, s.VisibleTo });
        solution.HasOne<Organisation>().WithMany().HasForeignKey(s => s.Owner).OnDelete(DeleteBehavior.Restrict);
        solution.HasOne<Initiative>().WithMany().HasForeignKey(s => s.Initiative).OnDelete(DeleteBehavior.Restrict);
    }
}

/// <summary>All kinds of parts of solutions in one table, as those of initiatives (ADR 0019).</summary>
internal sealed class SolutionPartMapping : IEntityTypeConfiguration<SolutionPart>
{
    public void Configure(EntityTypeBuilder<SolutionPart> part)
    {
        var kind = part.ToTable("solution_parts").HasDiscriminator<string>("Type");
        part.Property<string>("Type").HasMaxLength(40);
        foreach (var type in SolutionParts.Parts)
        {
            kind.HasValue(type.EntityType, type.Name);
        }

        part.HasIndex(p => new { p.Solution, p.Order });
        // Those of one kind, and those of one kind of a few solutions.
        part.HasIndex("Type", nameof(SolutionPart.Solution), nameof(SolutionPart.Order));
        part.HasIndex(p => p.Organisation);
        part.HasOne<Solution>().WithMany().HasForeignKey(p => p.Solution).OnDelete(DeleteBehavior.Cascade);
        part.HasOne<Organisation>().WithMany().HasForeignKey(p => p.Organisation).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AdoptionRecordMapping : IEntityTypeConfiguration<AdoptionRecord>
{
    public void Configure(EntityTypeBuilder<AdoptionRecord> adoption)
    {
        adoption.ToTable("adoption_records").HasKey(a => new { a.Solution, a.Municipality });
        // A municipality's page reads by municipality, a solution's by solution. What counts stands in the index, so that the steps that a page does not show cost no reading of their rows.
        adoption.HasIndex(a => new { a.Municipality, a.Solution, a.Standing, a.Step, a.ClaimedStep });
        // How many have each solution in use, and who they are, is counted in the index alone.
        adoption.HasIndex(a => new { a.Solution, a.Standing, a.Municipality });
        adoption.Property(a => a.Version).IsConcurrencyToken();
        adoption.HasOne<Solution>().WithMany().HasForeignKey(a => a.Solution).OnDelete(DeleteBehavior.Cascade);
        adoption.HasOne<Municipality>().WithMany().HasForeignKey(a => a.Municipality).OnDelete(DeleteBehavior.Cascade);
        adoption.HasOne<Organisation>().WithMany().HasForeignKey(a => a.StatedBy).OnDelete(DeleteBehavior.Restrict);
        adoption.HasOne<Organisation>().WithMany().HasForeignKey(a => a.ClaimedBy).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class BudgetDateMapping : IEntityTypeConfiguration<BudgetDate>
{
    public void Configure(EntityTypeBuilder<BudgetDate> date)
    {
        date.ToTable("budget_dates");
        date.HasIndex(d => new { d.Municipality, d.Event, d.Year }).IsUnique();
        date.HasOne<Municipality>().WithMany().HasForeignKey(d => d.Municipality).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class CycleEventMapping : IEntityTypeConfiguration<CycleEvent>
{
    public void Configure(EntityTypeBuilder<CycleEvent> happening) => happening.ToTable("cycle_events").HasKey(e => e.Key);
}
