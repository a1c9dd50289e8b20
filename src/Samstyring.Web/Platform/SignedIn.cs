using Samstyring.Domain.Access;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Organisations;

namespace Samstyring.Web.Platform;

/// <summary>An organisation that a person may act for.</summary>
public sealed record ActsFor(OrganisationId Organisation, string Key, LocalizedText Name, Role Role, OrganisationKind Kind);

/// <summary>Who is signed in, read anew for each request.</summary>
/// <param name="Name">As the person wants to be called.</param>
/// <param name="Organisations">All that the person may act for, by name.</param>
/// <param name="For">The one that is acted for now; null where none is chosen.</param>
public sealed record SignedIn(UserId User, string Name, bool IsAdministrator, IReadOnlyList<ActsFor> Organisations, ActsFor? For)
{
    private static readonly object Key = new();

    private static readonly object StandingKey = new();

    public Standing Standing => new(User, For?.Organisation, For?.Role, IsAdministrator) { IsPublicSector = For?.Kind.IsPublicSector() == true };

    /// <summary>Null for a visitor.</summary>
    public static SignedIn? Of(HttpContext? context) => context?.Items[Key] as SignedIn;

    /// <summary>Who is asking: somebody signed in, a program with a token, or a visitor.</summary>
    public static Standing StandingOf(HttpContext? context) => context?.Items[StandingKey] as Standing ?? Standing.Visitor;

    /// <summary>A request is read for whoever makes it; what the program does by itself, for the installation.</summary>
    public static Viewer ViewerOf(IServiceProvider scope) =>
        scope.GetRequiredService<IHttpContextAccessor>().HttpContext is { } context ? StandingOf(context).Viewer : Viewer.Installation;

    internal void Enter(HttpContext context)
    {
        context.Items[Key] = this;
        Enter(context, Standing);
    }

    /// <summary>Signed out: what is left of the request is a visitor's.</summary>
    public static void Leave(HttpContext context)
    {
        context.Items.Remove(Key);
        context.Items.Remove(StandingKey);
    }

    /// <summary>For a machine: nobody is signed in, and yet an organisation acts.</summary>
    internal static void Enter(HttpContext context, Standing standing) => context.Items[StandingKey] = standing;
}
