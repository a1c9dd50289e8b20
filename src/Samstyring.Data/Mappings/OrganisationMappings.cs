using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Samstyring.Domain.Organisations;

namespace Samstyring.Data.Mappings;

internal sealed class OrganisationMapping : IEntityTypeConfiguration<Organisation>
{
    public void Configure(EntityTypeBuilder<Organisation> organisation)
    {
        organisation.ToTable("organisations");
        organisation.HasIndex(o => o.Key).IsUnique();
        organisation.HasIndex(o => new { o.SortKey, o.Key });
        organisation.HasIndex(o => new { o.Kind, o.SortKey, o.Key });
        organisation.HasIndex(o => new { o.Level, o.SortKey, o.Key });
        organisation.HasOne<Organisation>().WithMany().HasForeignKey(o => o.Parent).OnDelete(DeleteBehavior.Restrict);
        organisation.HasOne<Organisation>().WithMany().HasForeignKey(o => o.Successor).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class OrganisationAliasMapping : IEntityTypeConfiguration<OrganisationAlias>
{
    public void Configure(EntityTypeBuilder<OrganisationAlias> alias)
    {
        alias.ToTable("organisation_aliases").HasKey(a => a.Alias);
        alias.HasOne<Organisation>().WithMany().HasForeignKey(a => a.Organisation).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class MunicipalityMapping : IEntityTypeConfiguration<Municipality>
{
    public void Configure(EntityTypeBuilder<Municipality> municipality)
    {
        municipality.ToTable("municipalities");
        municipality.HasIndex(m => m.Number).IsUnique();
        municipality.HasOne<Organisation>().WithOne().HasForeignKey<Municipality>(m => m.Id).OnDelete(DeleteBehavior.Cascade);
        municipality.HasOne<Organisation>().WithMany().HasForeignKey(m => m.County).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CountyMapping : IEntityTypeConfiguration<County>
{
    public void Configure(EntityTypeBuilder<County> county)
    {
        county.ToTable("counties");
        county.HasIndex(c => c.Number).IsUnique();
        county.HasOne<Organisation>().WithOne().HasForeignKey<County>(c => c.Id).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class FormerMunicipalityNumberMapping : IEntityTypeConfiguration<FormerMunicipalityNumber>
{
    public void Configure(EntityTypeBuilder<FormerMunicipalityNumber> number)
    {
        number.ToTable("former_municipality_numbers").HasKey(n => new { n.OldNumber, n.Municipality });
        number.HasOne<Municipality>().WithMany().HasForeignKey(n => n.Municipality).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class NeighboursMapping : IEntityTypeConfiguration<Neighbours>
{
    public void Configure(EntityTypeBuilder<Neighbours> pair)
    {
        pair.ToTable("neighbours").HasKey(n => new { n.A, n.B });
        pair.HasOne<Municipality>().WithMany().HasForeignKey(n => n.A).OnDelete(DeleteBehavior.Cascade);
        pair.HasOne<Municipality>().WithMany().HasForeignKey(n => n.B).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class NetworkMapping : IEntityTypeConfiguration<Network>
{
    public void Configure(EntityTypeBuilder<Network> network)
    {
        network.ToTable("networks");
        network.HasOne<Organisation>().WithOne().HasForeignKey<Network>(n => n.Id).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class NetworkFactMapping : IEntityTypeConfiguration<NetworkFact>
{
    public void Configure(EntityTypeBuilder<NetworkFact> fact)
    {
        fact.ToTable("network_facts");
        fact.HasOne<Network>().WithMany().HasForeignKey(f => f.Network).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ThemeMapping : IEntityTypeConfiguration<Theme>
{
    public void Configure(EntityTypeBuilder<Theme> theme)
    {
        theme.ToTable("themes").HasKey(t => t.Number);
        theme.Property(t => t.Number).ValueGeneratedNever();
    }
}

internal sealed class ThemeCellMapping : IEntityTypeConfiguration<ThemeCell>
{
    public void Configure(EntityTypeBuilder<ThemeCell> cell)
    {
        cell.ToTable("theme_cells").HasKey(c => new { c.Theme, c.Network });
        cell.HasOne<Theme>().WithMany().HasForeignKey(c => c.Theme).OnDelete(DeleteBehavior.Cascade);
        cell.HasOne<Network>().WithMany().HasForeignKey(c => c.Network).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class MembershipMapping : IEntityTypeConfiguration<Membership>
{
    public void Configure(EntityTypeBuilder<Membership> membership)
    {
        membership.ToTable("memberships");
        membership.HasIndex(m => m.Member);
        membership.HasIndex(m => new { m.Body, m.SortKey });
        membership.HasOne<Organisation>().WithMany().HasForeignKey(m => m.Member).OnDelete(DeleteBehavior.Cascade);
        membership.HasOne<Organisation>().WithMany().HasForeignKey(m => m.Body).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class RecommendedMeasureMapping : IEntityTypeConfiguration<RecommendedMeasure>
{
    public void Configure(EntityTypeBuilder<RecommendedMeasure> measure)
    {
        measure.ToTable("recommended_measures").HasKey(m => m.Number);
        measure.Property(m => m.Number).ValueGeneratedNever();
    }
}

internal sealed class ForumMapping : IEntityTypeConfiguration<Forum>
{
    public void Configure(EntityTypeBuilder<Forum> forum)
    {
        forum.ToTable("forums");
        forum.HasOne<Organisation>().WithOne().HasForeignKey<Forum>(f => f.Id).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ForumSeatMapping : IEntityTypeConfiguration<ForumSeat>
{
    public void Configure(EntityTypeBuilder<ForumSeat> seat)
    {
        seat.ToTable("forum_seats");
        seat.HasOne<Organisation>().WithMany().HasForeignKey(s => s.Forum).OnDelete(DeleteBehavior.Cascade);
        seat.HasOne<Organisation>().WithMany().HasForeignKey(s => s.Holder).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DecisionModelMapping : IEntityTypeConfiguration<DecisionModel>
{
    public void Configure(EntityTypeBuilder<DecisionModel> model)
    {
        model.ToTable("decision_models");
        model.HasOne<Municipality>().WithMany().HasForeignKey(m => m.Municipality).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class CoOperationMapping : IEntityTypeConfiguration<CoOperation>
{
    public void Configure(EntityTypeBuilder<CoOperation> coOperation)
    {
        coOperation.ToTable("co_operations").HasKey(c => c.Key);
        coOperation.HasOne<Organisation>().WithMany().HasForeignKey(c => c.Organisation).OnDelete(DeleteBehavior.Restrict);
    }
}
