using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Samstyring.Data.People;
using Samstyring.Domain.Access;
using Samstyring.Domain.Organisations;

namespace Samstyring.Data.Mappings;

internal sealed class InvitationMapping : IEntityTypeConfiguration<Invitation>
{
    private const int HashLength = 64;

    public void Configure(EntityTypeBuilder<Invitation> invitation)
    {
        invitation.ToTable("invitations");
        invitation.Property(i => i.Id).ValueGeneratedNever();
        invitation.Property(i => i.Hash).HasMaxLength(HashLength);
        invitation.Property(i => i.Recipient).HasMaxLength(Invitation.LongestRecipient);

        // Of two who open the same link at once, the second finds it closed.
        invitation.Property(i => i.ClosedAt).IsConcurrencyToken();
        invitation.HasIndex(i => i.Hash).IsUnique();
        invitation.HasIndex(i => i.Organisation);
        invitation.HasIndex(i => i.AcceptedBy);
        invitation.HasOne<Organisation>().WithMany().HasForeignKey(i => i.Organisation).OnDelete(DeleteBehavior.Restrict);
        invitation.HasOne<Person>().WithMany().HasForeignKey(i => i.MadeBy).OnDelete(DeleteBehavior.Restrict);
        invitation.HasOne<Person>().WithMany().HasForeignKey(i => i.AcceptedBy).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AccessTokenMapping : IEntityTypeConfiguration<AccessToken>
{
    private const int HashLength = 64;

    public void Configure(EntityTypeBuilder<AccessToken> token)
    {
        token.ToTable("access_tokens");
        token.Property(t => t.Id).ValueGeneratedNever();
        token.Property(t => t.Hash).HasMaxLength(HashLength);
        token.Property(t => t.Name).HasMaxLength(AccessToken.LongestName);
        token.HasIndex(t => t.Hash).IsUnique();
        token.HasIndex(t => new { t.Organisation, t.User });
        token.HasIndex(t => t.User);
        token.HasOne<Organisation>().WithMany().HasForeignKey(t => t.Organisation).OnDelete(DeleteBehavior.Restrict);
        token.HasOne<Person>().WithMany().HasForeignKey(t => t.User).OnDelete(DeleteBehavior.Restrict);
        token.HasOne<Person>().WithMany().HasForeignKey(t => t.MadeBy).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class InstallationMapping : IEntityTypeConfiguration<Installation>, IEntityTypeConfiguration<ProtectionKey>
{
    public void Configure(EntityTypeBuilder<Installation> installation)
    {
        installation.ToTable("installation");
        installation.Property(i => i.Id).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<ProtectionKey> key) => key.ToTable("data_protection_keys").HasKey(k => k.Name);
}
