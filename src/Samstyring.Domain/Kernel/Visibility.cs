namespace Samstyring.Domain.Kernel;

/// <summary>Those who may see what is restricted: an organisation, the participants of a piece of work, a named team.</summary>
public readonly record struct AudienceId(Guid Value) : IStrongId
{
    /// <summary>The people who act for one organisation.</summary>
    public static AudienceId Of(OrganisationId organisation) => new(NamedId.From("audience", organisation.Value.ToString("D")));

    /// <summary>Everybody who acts for a public body, and no vendor: obstacles and plans to procure.</summary>
    public static AudienceId PublicSector { get; } = Of("public-sector");

    /// <param name="key">Its kind and the key of what it belongs to: <c>team:…</c>, <c>participants:…</c>.</param>
    public static AudienceId Of(string key) => new(NamedId.From("audience", key));
}

/// <summary>What may be kept from the public. The database leaves out what the viewer may not see: no query needs to think of it.</summary>
public interface IRestrictable
{
    /// <summary>Null is everybody.</summary>
    AudienceId? VisibleTo { get; }
}

/// <summary>One of those who make up an audience: an organisation, or one person; with neither, all who act for a public body.</summary>
public sealed class AudienceMember
{
    public required AudienceId Audience { get; init; }

    public OrganisationId? Organisation { get; init; }

    public UserId? User { get; init; }
}

/// <summary>For whom the database is read.</summary>
/// <param name="SeesAll">The installation itself; never a person, not even an administrator.</param>
public sealed record Viewer(UserId? User, OrganisationId? Organisation, bool SeesAll = false)
{
    public static Viewer Public { get; } = new(User: null, Organisation: null);

    /// <summary>Whether the organisation acted for is a public body: no vendor, no company and no visitor.</summary>
    public bool IsPublicSector { get; init; }

    /// <summary>The program itself: a load, a check, a backup.</summary>
    public static Viewer Installation { get; } = new(User: null, Organisation: null, SeesAll: true);
}
