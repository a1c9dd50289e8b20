using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
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

/// <summary>A rate is kept as whole millionths of a krone, so that both databases keep and compare the same.</summary>
internal sealed class NetworkFeeMapping : IEntityTypeConfiguration<NetworkFee>
{
    private const decimal Millionths = 1_000_000m;

    public void Configure(EntityTypeBuilder<NetworkFee> fee)
    {
        var amount = fee.Property(f => f.Amount).HasConversion(new ValueConverter<decimal, long>(kroner => (long)(kroner * Millionths), stored => stored / Millionths)).Metadata;
        amount.SetPrecision(null);
        amount.SetScale(null);
    }
}
