using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Metadata;
using Samstyring.Data.Loading;
using Samstyring.Data.Search;
using Samstyring.Domain.Council;
using Samstyring.Domain.Funding;
using Samstyring.Domain.Initiatives;
using Samstyring.Domain.Knowledge;
using Samstyring.Domain.LifeEvents;
using Samstyring.Domain.Organisations;
using Samstyring.Domain.Steering;

namespace Samstyring.Data;

/// <summary>The database, whichever of the two it is. Migrations belong to the subclasses.</summary>
public abstract class SamstyringDb(DbContextOptions options) : DbContext(options)
{
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

    public DbSet<ReferenceRow> ReferenceRows => Set<ReferenceRow>();

    public DbSet<SearchEntry> SearchEntries => Set<SearchEntry>();

    public DbSet<SearchWord> SearchWords => Set<SearchWord>();

    public DbSet<SearchVocabulary> SearchVocabulary => Set<SearchVocabulary>();

    public DbSet<SearchSpelling> SearchSpellings => Set<SearchSpelling>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        Conventions.Apply(configurationBuilder);

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(SamstyringDb).Assembly);
}

public sealed class SqliteDb(DbContextOptions<SqliteDb> options) : SamstyringDb(options);

public sealed class PostgresDb(DbContextOptions<PostgresDb> options) : SamstyringDb(options)
{
    /// <summary>Texts compare by code point, as on SQLite. Names are ordered by their sort keys.</summary>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        foreach (var text in modelBuilder.Model.GetEntityTypes().SelectMany(Properties).Where(IsText))
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
