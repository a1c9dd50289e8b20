using Samstyring.Domain.Initiatives;

namespace Samstyring.Domain.Tests.Initiatives;

public sealed class FreshnessTests
{
    [Theory]
    [InlineData("2026-03-01", 6, false)]
    [InlineData("2025-12-14", 6, true)]
    [InlineData("2025-12-15", 6, false)]
    [InlineData("2025-12", 6, false)]
    [InlineData("2025", 5, true)]
    [InlineData("2025", null, null)]
    [InlineData(null, 6, null)]
    [InlineData("2020", 0, null)]
    public void An_entry_is_stale_when_its_confirmation_holds_no_longer(string? confirmed, int? months, bool? stale) => Assert.Equal(stale, Freshness.IsStale(confirmed, months, new(2026, 6, 15)));
}
