using System.Reflection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Metadata;
using Samstyring.Data.Loading;
using Samstyring.Data.Mappings;
using Samstyring.Data.People;
using Samstyring.Data.Records;
using Samstyring.Data.Search;
using Samstyring.Data.Trace;
using Samstyring.Domain.Access;
using Samstyring.Domain.Adoption;
using Samstyring.Domain.Council;
using Samstyring.Domain.Funding;
using Samstyring.Domain.Gates;
using Samstyring.Domain.Governance;
using Samstyring.Domain.Initiatives;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Knowledge;
using Samstyring.Domain.LifeEvents;
using Samstyring.Domain.Organisations;
using Samstyring.Domain.Roadmap;
using Samstyring.Domain.Steering;
using Samstyring.Domain.Stewardship;

namespace Samstyring.Data;

/// <summary>
/// The database, whichever of the two it is. Migrations belong to the subclasses. It stores a change together with the events that tell
/// of it, and leaves out what its viewer may not see.
/// </summary>
public abstract class SamstyringDb(DbContextOptions options) : IdentityUserContext<Person, UserId>(options)
{
    /// <summary>More than this are inserted past the change tracker.</summary>
    private const int FewSubjects = 100;

    private readonly List<DomainEvent> _happened = [];

    private readonly HashSet<Subject> _read = [];

    /// <summary>For whom it is read; the installation itself until somebody else is named.</summary>
    public Viewer Viewer { get; private set; } = Viewer.Installation;

    /// <summary>Whether something was changed since <see cref="BeginFor"/>.</summary>
    public bool HasChanged { get; private set; }

    public DbSet<Affiliation> Affiliations => Set<Affiliation>();

    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<AccessToken> AccessTokens => Set<AccessToken>();

    public DbSet<Installation> Installations => Set<Installation>();

    public DbSet<ProtectionKey> ProtectionKeys => Set<ProtectionKey>();

    public DbSet<AudienceMember> AudienceMembers => Set<AudienceMember>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public DbSet<AuditSubject> AuditSubjects => Set<AuditSubject>();

    public DbSet<RestrictedRead> RestrictedReads => Set<RestrictedRead>();

    public DbSet<Organisation> Organisations => Set<Organisation>();

    public DbSet<OrganisationAlias> OrganisationAliases => Set<OrganisationAlias>();

    public DbSet<Municipality> Municipalities => Set<Municipality>();

    public DbSet<County> Counties => Set<County>();

    public DbSet<FormerMunicipalityNumber> FormerMunicipalityNumbers => Set<FormerMunicipalityNumber>();

    public DbSet<Neighbours> Neighbours => Set<Neighbours>();

    public DbSet<Network> Networks => Set<Network>();

    public DbSet<NetworkFact> NetworkFacts => Set<NetworkFact>();

    public DbSet<Theme> Themes => Set<Theme>();

    public DbSet<ThemeCell> ThemeCells => Set<ThemeCell>();

    public DbSet<Membership> Memberships => Set<Membership>();

    public DbSet<NetworkPart> NetworkParts => Set<NetworkPart>();

    public DbSet<RecommendedMeasure> RecommendedMeasures => Set<RecommendedMeasure>();

    public DbSet<Forum> Forums => Set<Forum>();

    public DbSet<ForumSeat> ForumSeats => Set<ForumSeat>();

    public DbSet<DecisionModel> DecisionModels => Set<DecisionModel>();

    public DbSet<CoOperation> CoOperations => Set<CoOperation>();

    public DbSet<LifeEvent> LifeEvents => Set<LifeEvent>();

    public DbSet<ScopeStatement> ScopeStatements => Set<ScopeStatement>();

    public DbSet<LifeEventActor> LifeEventActors => Set<LifeEventActor>();

    public DbSet<Involvement> Involvements => Set<Involvement>();

    public DbSet<Initiative> Initiatives => Set<Initiative>();

    public DbSet<InitiativePart> InitiativeParts => Set<InitiativePart>();

    public DbSet<DecisionMatrix> DecisionMatrices => Set<DecisionMatrix>();

    public DbSet<GateDecision> GateDecisions => Set<GateDecision>();

    public DbSet<GateSnapshot> GateSnapshots => Set<GateSnapshot>();

    public DbSet<Solution> Solutions => Set<Solution>();

    public DbSet<SolutionPart> SolutionParts => Set<SolutionPart>();

    public DbSet<AdoptionRecord> AdoptionRecords => Set<AdoptionRecord>();

    public DbSet<BudgetDate> BudgetDates => Set<BudgetDate>();

    public DbSet<CycleEvent> CycleEvents => Set<CycleEvent>();

    public DbSet<LifeEventActivity> LifeEventActivities => Set<LifeEventActivity>();

    public DbSet<LifeEventLetter> LifeEventLetters => Set<LifeEventLetter>();

    public DbSet<FundingScheme> FundingSchemes => Set<FundingScheme>();

    public DbSet<LifeEventFunding> LifeEventFundings => Set<LifeEventFunding>();

    public DbSet<CouncilProject> CouncilProjects => Set<CouncilProject>();

    public DbSet<CouncilProjectOrganisation> CouncilProjectOrganisations => Set<CouncilProjectOrganisation>();

    public DbSet<SourceDocument> SourceDocuments => Set<SourceDocument>();

    public DbSet<SourceNote> SourceNotes => Set<SourceNote>();

    public DbSet<SourceNoteSubject> SourceNoteSubjects => Set<SourceNoteSubject>();

    public DbSet<GlossaryTerm> GlossaryTerms => Set<GlossaryTerm>();

    public DbSet<DecisionMandate> DecisionMandates => Set<DecisionMandate>();

    public DbSet<Proposal> Proposals => Set<Proposal>();

    public DbSet<ProposalAnswerer> ProposalAnswerers => Set<ProposalAnswerer>();

    public DbSet<CorrectedFact> CorrectedFacts => Set<CorrectedFact>();

    public DbSet<Restriction> Restrictions => Set<Restriction>();

    public DbSet<RecordVersion> RecordVersions => Set<RecordVersion>();

    public DbSet<ReferenceRow> ReferenceRows => Set<ReferenceRow>();

    public DbSet<SearchEntry> SearchEntries => Set<SearchEntry>();

    public DbSet<SearchWord> SearchWords => Set<SearchWord>();

    public DbSet<SearchVocabulary> SearchVocabulary => Set<SearchVocabulary>();

    public DbSet<SearchSpelling> SearchSpellings => Set<SearchSpelling>();

    /// <summary>The audiences that the viewer belongs to. Only for what no query filter can hold; see <see cref="IRestrictable"/>.</summary>
    public IQueryable<AudienceId> Audiences => AudienceMembers.Where(member =>
        (ViewingOrganisation != null && member.Organisation == ViewingOrganisation) || (ViewingUser != null && member.User == ViewingUser) || (ViewsAsPublicSector && member.Organisation == null && member.User == null)).Select(member => member.Audience);

    private bool SeesAll => Viewer.SeesAll;

    private UserId? ViewingUser => Viewer.User;

    private OrganisationId? ViewingOrganisation => Viewer.Organisation;

    private bool ViewsAsPublicSector => Viewer.IsPublicSector;

    /// <summary>Begins a piece of work for a viewer: nothing is left from the one that had this context before.</summary>
    public void BeginFor(Viewer viewer)
    {
        Viewer = viewer;
        _happened.Clear();
        _read.Clear();
        HasChanged = false;
    }

    /// <summary>Tells that something restricted is shown to the viewer. The host writes it down before it answers; what the program reads for itself is nobody's reading.</summary>
    public void ReadRestricted(Subject shown)
    {
        if (!SeesAll)
        {
            _read.Add(shown);
        }
    }

    /// <summary>
    /// For the projection of a row that shows a record: whether the record is kept from others, and if so, tells that it is shown. Queries project straight to
    /// what is shown, so no other place sees both the row and that it is handed out: a query over something restrictable has this in its projection.
    /// </summary>
    public bool Shows(AudienceId? visibleTo, string type, string key)
    {
        if (visibleTo is not null)
        {
            ReadRestricted(new(type, key));
        }

        return visibleTo is not null;
    }

    /// <summary>The same for a record whose key is an identifier.</summary>
    public bool Shows(AudienceId? visibleTo, string type, Guid key) => Shows(visibleTo, type, key.ToString("D"));

    /// <summary>The same for a record that ties two things together.</summary>
    public bool Shows(AudienceId? visibleTo, string type, string first, string second) => Shows(visibleTo, type, RecordTypes.Tied(first, second));

    /// <summary>The same for a record that ties three things together.</summary>
    public bool Shows(AudienceId? visibleTo, string type, string first, string second, string third) => Shows(visibleTo, type, RecordTypes.Tied(first, second, third));

    /// <summary>Hands over what was read, each thing once.</summary>
    public IReadOnlyList<Subject> TakeReads()
    {
        Subject[] taken = [.. _read];
        _read.Clear();
        return taken;
    }

    /// <summary>Tells of something that the next save stores. Aggregates tell themselves.</summary>
    public void Record(DomainEvent happened) => _happened.Add(happened);

    /// <summary>Everything here waits for the database without blocking a thread.</summary>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) => throw new NotSupportedException("Use SaveChangesAsync.");

    /// <summary>
    /// Stores the changes and the events that tell of them, in one transaction. A change that nothing tells of is a bug, and throws.
    /// </summary>
    /// <exception cref="UntracedChangeException">Something was changed, and no event tells of it.</exception>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        DomainEvent[] happened = [.. ChangeTracker.Entries<Aggregate>().SelectMany(entry => entry.Entity.TakeEvents()), .. _happened];
        _happened.Clear();
        if (happened is [])
        {
            RefuseUntraced();
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }

        await using var transaction = Database.CurrentTransaction is null ? await Database.BeginTransactionAsync(cancellationToken) : null;
        var audience = AudienceOfChange();
        var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        var subjects = await AuditChain.AppendAsync(this, happened, audience, cancellationToken);
        if (subjects.Count <= FewSubjects)
        {
            AddRange(subjects);
            await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        else
        {
            await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
            await BulkInsert.InsertAsync(this, subjects, cancellationToken);
        }

        if (transaction is not null)
        {
            await transaction.CommitAsync(cancellationToken);
        }

        HasChanged = true;
        return saved;
    }

    /// <summary>
    /// Stores what was changed so far, so that no more than a part of a large piece of work is in memory. The events that tell of it
    /// are recorded before the transaction's last save, where the chain is locked.
    /// </summary>
    internal async Task SaveAheadAsync(CancellationToken ct)
    {
        if (Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("Begin a transaction first: what is stored here must stand or fall with its events.");
        }

        await base.SaveChangesAsync(acceptAllChangesOnSuccess: true, ct);
        ChangeTracker.Clear();
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        Conventions.Apply(configurationBuilder);

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(SamstyringDb).Assembly);
        PartColumns.Share(builder, typeof(InitiativePart), typeof(SolutionPart), typeof(NetworkPart));
        foreach (var type in builder.Model.GetEntityTypes().Select(entity => entity.ClrType).Where(type => type.IsAssignableTo(typeof(IRestrictable)) && type.BaseType is var parent && (parent == typeof(Part) || parent?.IsAssignableTo(typeof(IRestrictable)) != true)))
        {
            RestrictMethod.MakeGenericMethod(type).Invoke(this, [builder]);
        }
    }

    private static readonly MethodInfo RestrictMethod = typeof(SamstyringDb).GetMethod(nameof(Restrict), BindingFlags.Instance | BindingFlags.NonPublic)!;

    /// <summary>The one place where visibility is decided: in every query of every restrictable thing, and so in all that is made from one.</summary>
    private void Restrict<T>(ModelBuilder model)
        where T : class, IRestrictable =>
        model.Entity<T>().HasQueryFilter(thing => thing.VisibleTo == null || SeesAll || AudienceMembers.Any(member =>
            member.Audience == thing.VisibleTo
            && ((ViewingOrganisation != null && member.Organisation == ViewingOrganisation) || (ViewingUser != null && member.User == ViewingUser) || (ViewsAsPublicSector && member.Organisation == null && member.User == null))));

    /// <summary>What is told of a restricted thing is for the eyes of its audience too.</summary>
    private AudienceId? AudienceOfChange() =>
        ChangeTracker.Entries<IRestrictable>().Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .Select(entry => entry.Entity.VisibleTo).FirstOrDefault(audience => audience is not null);

    private void RefuseUntraced()
    {
        var untraced = ChangeTracker.Entries().FirstOrDefault(entry =>
            entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted && entry.Entity is not IUntraced && !IsOfIdentity(entry.Metadata.ClrType));
        if (untraced is not null)
        {
            throw new UntracedChangeException(untraced.Metadata.ClrType.Name);
        }
    }

    /// <summary>Logins, tokens and passkeys: use cases record what matters of them.</summary>
    private static bool IsOfIdentity(Type type) => type.Namespace == typeof(IdentityUser).Namespace;
}

/// <summary>A change would have left no trace. Nothing was stored.</summary>
public sealed class UntracedChangeException(string type) : InvalidOperationException($"A {type} was changed, and no event tells of it.");

public sealed class SqliteDb(DbContextOptions<SqliteDb> options) : SamstyringDb(options);

public sealed class PostgresDb(DbContextOptions<PostgresDb> options) : SamstyringDb(options)
{
    /// <summary>Whether the transaction commits before the disk has it; see <see cref="ChainFlush"/>.</summary>
    internal bool AwaitsDisk { get; set; }

    /// <summary>Texts compare by code point, as on SQLite. Names are ordered by their sort keys.</summary>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        foreach (var text in builder.Model.GetEntityTypes().SelectMany(Properties).Where(IsText))
        {
            text.SetCollation("C");
        }
    }

    private static IEnumerable<IMutableProperty> Properties(IMutableTypeBase type) =>
        type.GetProperties().Concat(type.GetComplexProperties().SelectMany(complex => Properties(complex.ComplexType)));

    private static bool IsText(IMutableProperty property) =>
        (property.GetValueConverter()?.ProviderClrType ?? property.ClrType) == typeof(string);
}

internal sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteDb>
{
    public SqliteDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteDb>().UseSqlite("Data Source=design.db").Options);
}

internal sealed class PostgresDesign : IDesignTimeDbContextFactory<PostgresDb>
{
    public PostgresDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresDb>().UseNpgsql("Host=design").Options);
}
