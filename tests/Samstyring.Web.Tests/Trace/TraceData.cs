using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Domain.Access;
using Samstyring.Domain.Kernel;
using Samstyring.TestKit;

namespace Samstyring.Web.Tests.Trace;

/// <summary>Changes to leave a trace of.</summary>
internal static class TraceData
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Somebody of an organisation gives a colleague another role, with a reason.</summary>
    public static async Task ChangeRoleAsync(TestApp app, SignedInVisitor by, string organisation, string reason)
    {
        var colleague = await app.RegisterAsync(organisation, Role.Reader);
        await using var db = app.Database.Open();
        var affiliation = await db.Affiliations.AsTracking().SingleAsync(a => a.User == colleague.Id);
        Assert.True(affiliation.Change(Role.Contributor, reason, new(by.Person.Id, OrganisationId.Of(organisation)), Noon).IsAccepted(out _, out _));
        await db.SaveChangesAsync();
    }

    /// <summary>An activity of a life event that only one organisation may see from now on.</summary>
    /// <returns>The key of the activity.</returns>
    public static async Task<string> RestrictActivityAsync(SamstyringDb db, string lifeEvent, string organisation)
    {
        var audience = AudienceId.Of(OrganisationId.Of(organisation));
        db.Add(new AudienceMember { Audience = audience, Organisation = OrganisationId.Of(organisation) });
        db.Record(new Restricted());
        await db.SaveChangesAsync();
        var link = await (from l in db.LifeEventActivities join e in db.LifeEvents on l.LifeEvent equals e.Id where e.Key == lifeEvent orderby l.Order select l).FirstAsync();
        await db.LifeEventActivities.Where(l => l.LifeEvent == link.LifeEvent && l.Initiative == link.Initiative).ExecuteUpdateAsync(l => l.SetProperty(x => x.VisibleTo, audience));
        return await db.Initiatives.Where(i => i.Id == link.Initiative).Select(i => i.Key).SingleAsync();
    }

    internal sealed record Restricted() : DomainEvent(Actor.Installation, Noon)
    {
        public override IReadOnlyList<Subject> Subjects => [new("test", "restricted")];
    }
}
