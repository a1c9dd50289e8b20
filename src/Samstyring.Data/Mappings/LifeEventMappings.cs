using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Samstyring.Domain.Funding;
using Samstyring.Domain.Initiatives;
using Samstyring.Domain.LifeEvents;
using Samstyring.Domain.Organisations;
using Samstyring.Domain.Steering;

namespace Samstyring.Data.Mappings;

internal sealed class LifeEventMapping : IEntityTypeConfiguration<LifeEvent>
{
    public void Configure(EntityTypeBuilder<LifeEvent> lifeEvent)
    {
        lifeEvent.ToTable("life_events");
        lifeEvent.HasIndex(e => e.Key).IsUnique();
        lifeEvent.HasIndex(e => e.Slug).IsUnique();
        lifeEvent.HasIndex(e => new { e.SortKey, e.Key });
        lifeEvent.HasIndex(e => new { e.Order, e.Key });
    }
}

internal sealed class ScopeStatementMapping : IEntityTypeConfiguration<ScopeStatement>
{
    public void Configure(EntityTypeBuilder<ScopeStatement> statement)
    {
        statement.ToTable("life_event_scope");
        statement.HasOne<LifeEvent>().WithMany().HasForeignKey(s => s.LifeEvent).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class LifeEventActorMapping : IEntityTypeConfiguration<LifeEventActor>
{
    public void Configure(EntityTypeBuilder<LifeEventActor> actor)
    {
        actor.ToTable("life_event_actors").HasKey(a => new { a.LifeEvent, a.Organisation, a.Role });
        actor.HasIndex(a => a.Organisation);
        actor.HasOne<LifeEvent>().WithMany().HasForeignKey(a => a.LifeEvent).OnDelete(DeleteBehavior.Cascade);
        actor.HasOne<Organisation>().WithMany().HasForeignKey(a => a.Organisation).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class InvolvementMapping : IEntityTypeConfiguration<Involvement>
{
    public void Configure(EntityTypeBuilder<Involvement> involvement)
    {
        involvement.ToTable("life_event_involvement");
        involvement.HasOne<LifeEvent>().WithMany().HasForeignKey(i => i.LifeEvent).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class InitiativeMapping : IEntityTypeConfiguration<Initiative>
{
    public void Configure(EntityTypeBuilder<Initiative> initiative)
    {
        initiative.ToTable("initiatives");
        initiative.HasIndex(i => i.Key).IsUnique();
        initiative.HasIndex(i => new { i.SortKey, i.Key });
    }
}

internal sealed class LifeEventActivityMapping : IEntityTypeConfiguration<LifeEventActivity>
{
    public void Configure(EntityTypeBuilder<LifeEventActivity> activity)
    {
        activity.ToTable("life_event_activities").HasKey(a => new { a.LifeEvent, a.Initiative });
        activity.HasIndex(a => new { a.LifeEvent, a.Order });
        activity.HasOne<LifeEvent>().WithMany().HasForeignKey(a => a.LifeEvent).OnDelete(DeleteBehavior.Cascade);
        activity.HasOne<Initiative>().WithMany().HasForeignKey(a => a.Initiative).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class LifeEventLetterMapping : IEntityTypeConfiguration<LifeEventLetter>
{
    public void Configure(EntityTypeBuilder<LifeEventLetter> letter)
    {
        letter.ToTable("life_event_letters").HasKey(l => new { l.LifeEvent, l.Organisation, l.Role, l.Year });
        letter.HasIndex(l => l.Organisation);
        letter.HasOne<LifeEvent>().WithMany().HasForeignKey(l => l.LifeEvent).OnDelete(DeleteBehavior.Cascade);
        letter.HasOne<Organisation>().WithMany().HasForeignKey(l => l.Organisation).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class FundingSchemeMapping : IEntityTypeConfiguration<FundingScheme>
{
    public void Configure(EntityTypeBuilder<FundingScheme> scheme) => scheme.ToTable("funding_schemes").HasKey(s => s.Key);
}

internal sealed class LifeEventFundingMapping : IEntityTypeConfiguration<LifeEventFunding>
{
    public void Configure(EntityTypeBuilder<LifeEventFunding> funding)
    {
        funding.ToTable("life_event_funding").HasKey(f => f.LifeEvent);
        funding.HasOne<LifeEvent>().WithOne().HasForeignKey<LifeEventFunding>(f => f.LifeEvent).OnDelete(DeleteBehavior.Cascade);
    }
}
