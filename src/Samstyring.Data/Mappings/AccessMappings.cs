using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Samstyring.Data.People;
using Samstyring.Data.Trace;
using Samstyring.Domain.Access;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Organisations;

namespace Samstyring.Data.Mappings;

internal sealed class PersonMapping :
    IEntityTypeConfiguration<Person>, IEntityTypeConfiguration<IdentityUserClaim<UserId>>, IEntityTypeConfiguration<IdentityUserLogin<UserId>>,
    IEntityTypeConfiguration<IdentityUserToken<UserId>>, IEntityTypeConfiguration<IdentityUserPasskey<UserId>>
{
    public void Configure(EntityTypeBuilder<Person> person)
    {
        person.ToTable("people");
        person.Property(p => p.Id).ValueGeneratedNever();
        person.Property(p => p.Name).HasMaxLength(Person.LongestName);
        person.Property(p => p.ExampleOf).HasMaxLength(40);
    }

    public void Configure(EntityTypeBuilder<IdentityUserClaim<UserId>> claim) => claim.ToTable("person_claims");

    public void Configure(EntityTypeBuilder<IdentityUserLogin<UserId>> login) => login.ToTable("person_logins");

    public void Configure(EntityTypeBuilder<IdentityUserToken<UserId>> token) => token.ToTable("person_tokens");

    /// <summary>As version 3 of Identity's schema has it. The base class would read the version from a host's options, and the CLI and the migrations have none.</summary>
    public void Configure(EntityTypeBuilder<IdentityUserPasskey<UserId>> passkey)
    {
        passkey.ToTable("person_passkeys").HasKey(p => p.CredentialId);
        passkey.Property(p => p.CredentialId).HasMaxLength(1024);
        passkey.OwnsOne(p => p.Data).ToJson();
        passkey.HasOne<Person>().WithMany().HasForeignKey(p => p.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class AffiliationMapping : IEntityTypeConfiguration<Affiliation>
{
    public void Configure(EntityTypeBuilder<Affiliation> affiliation)
    {
        affiliation.ToTable("affiliations");
        affiliation.HasIndex(a => new { a.User, a.Organisation }).IsUnique().HasFilter("\"EndedAt\" IS NULL");
        affiliation.HasIndex(a => a.Organisation);
        affiliation.HasOne<Person>().WithMany().HasForeignKey(a => a.User).OnDelete(DeleteBehavior.Restrict);
        affiliation.HasOne<Organisation>().WithMany().HasForeignKey(a => a.Organisation).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AudienceMemberMapping : IEntityTypeConfiguration<AudienceMember>
{
    public void Configure(EntityTypeBuilder<AudienceMember> member)
    {
        member.ToTable("audience_members");
        member.Property<long>("Id");
        member.HasKey("Id");
        member.HasIndex(m => new { m.Audience, m.Organisation, m.User }).IsUnique();
        member.HasOne<Organisation>().WithMany().HasForeignKey(m => m.Organisation).OnDelete(DeleteBehavior.Restrict);
        member.HasOne<Person>().WithMany().HasForeignKey(m => m.User).OnDelete(DeleteBehavior.Restrict);
        member.HasData(new { Id = -1L, Audience = AudienceId.PublicSector });
    }
}

internal sealed class AuditEntryMapping : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> entry)
    {
        entry.ToTable("audit_entries").HasKey(e => e.Number);
        entry.Property(e => e.Number).ValueGeneratedNever();
        entry.HasIndex(e => new { e.OnBehalfOf, e.Number });
        entry.HasIndex(e => new { e.User, e.Number });
        entry.HasIndex(e => new { e.Event, e.Number });
    }
}

internal sealed class AuditSubjectMapping : IEntityTypeConfiguration<AuditSubject>
{
    public void Configure(EntityTypeBuilder<AuditSubject> subject)
    {
        subject.ToTable("audit_subjects").HasKey(s => new { s.Type, s.Key, s.Number });
        subject.HasOne<AuditEntry>().WithMany().HasForeignKey(s => s.Number).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RestrictedReadMapping : IEntityTypeConfiguration<RestrictedRead>
{
    public void Configure(EntityTypeBuilder<RestrictedRead> read)
    {
        read.ToTable("restricted_reads").HasKey(r => r.Number);
        read.HasIndex(r => new { r.User, r.Number });
        read.HasIndex(r => new { r.Type, r.Key, r.Number });
    }
}
