using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Samstyring.Data.Records;
using Samstyring.Domain.Organisations;

namespace Samstyring.Data.Mappings;

/// <summary>All kinds of parts of networks' work in one table, as those of initiatives (ADR 0016).</summary>
internal sealed class NetworkPartMapping : IEntityTypeConfiguration<NetworkPart>
{
    public void Configure(EntityTypeBuilder<NetworkPart> part)
    {
        var kind = part.ToTable("network_parts").HasDiscriminator<string>("Type");
        part.Property<string>("Type").HasMaxLength(40);
        foreach (var type in NetworkParts.Parts)
        {
            kind.HasValue(type.EntityType, type.Name);
        }

        part.HasIndex(p => new { p.Network, p.Order });
        part.HasIndex(p => p.Organisation);
        part.HasOne<Network>().WithMany().HasForeignKey(p => p.Network).OnDelete(DeleteBehavior.Cascade);
        part.HasOne<Organisation>().WithMany().HasForeignKey(p => p.Organisation).OnDelete(DeleteBehavior.Restrict);
    }
}
