using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Samstyring.Data.Records;
using Samstyring.Data.Search;
using Samstyring.Domain.Access;
using Samstyring.Domain.Gates;
using Samstyring.Domain.Initiatives;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Stewardship;

namespace Samstyring.Data.Import;

/// <summary>The columns of a project list as Prosjektportalen 365 exports it.</summary>
public enum ProjectColumn { Title = 1, Phase, Owner, Leader, Starts, Ends, ServiceArea, Status, ArchiveReference }

/// <summary>A project of the list as it would be stored.</summary>
/// <param name="Key">Made from its title.</param>
/// <param name="Phase">The phase that it is in; null where the list does not say.</param>
/// <param name="IsNew">Whether it is added; one that is here already is left as it is.</param>
public sealed record ListedProject(int Row, string Key, string Title, MethodPhase? Phase, string? Starts, string? Ends, bool IsNew);

/// <summary>What an import of a project list did, or would do. With any error nothing is stored.</summary>
/// <param name="Header">The columns of the file.</param>
/// <param name="Mapping">Where each fact stands in the file; a fact that no column has is unknown.</param>
public sealed record ProjectListReport(IReadOnlyList<string> Header, IReadOnlyDictionary<ProjectColumn, string> Mapping, IReadOnlyList<ListedProject> Projects, IReadOnlyList<ImportError> Errors, bool IsDryRun)
{
    public bool Succeeded => Errors.Count == 0;
}

/// <summary>
/// Adds the projects of a list from Excel, all or none, for the organisation that the person acts for. The phases before the one that a project is in
/// were over before it was registered here. Names of people are kept to that organisation.
/// </summary>
public sealed class ProjectList(SamstyringDb db, TimeProvider clock)
{
    public const int MostProjects = 1_000;

    /// <summary>The method that the list's phases belong to.</summary>
    private const string Method = "prosjektveiviseren-utvidet";

    private const int LongestKey = 60;

    /// <summary>What the columns are called, folded; the first one is Prosjektportalen's.</summary>
    private static readonly Dictionary<ProjectColumn, string[]> Names = new()
    {
        [ProjectColumn.Title] = ["tittel", "prosjektnavn", "navn", "prosjekt", "title"],
        [ProjectColumn.Phase] = ["fase", "prosjektfase", "phase"],
        [ProjectColumn.Owner] = ["prosjekteier", "eier", "owner"],
        [ProjectColumn.Leader] = ["prosjektleder", "leder", "project manager"],
        [ProjectColumn.Starts] = ["startdato", "start", "oppstart"],
        [ProjectColumn.Ends] = ["sluttdato", "slutt", "ferdig"],
        [ProjectColumn.ServiceArea] = ["tjenesteomrade", "tjeneste", "service area"],
        [ProjectColumn.Status] = ["overordnet status", "status", "prosjektstatus"],
        [ProjectColumn.ArchiveReference] = ["arkivreferanse", "arkivsak", "saksnummer"],
    };

    /// <summary>Prosjektportalen names phases by what is done in them.</summary>
    private static readonly Dictionary<string, string> Phases = new(StringComparer.Ordinal)
    {
        ["ide"] = "idea",
        ["konsept"] = "concept",
        ["planlegge"] = "planning",
        ["planlegging"] = "planning",
        ["gjennomfore"] = "execution",
        ["gjennomforing"] = "execution",
        ["avslutte"] = "closing",
        ["avslutning"] = "closing",
        ["realisere"] = "realisation",
        ["realisering"] = "realisation",
    };

    private static readonly string[] Days = ["yyyy-MM-dd", "yyyy-MM-dd HH:mm:ss", "dd.MM.yyyy", "d.M.yyyy", "dd.MM.yyyy HH:mm"];

    /// <param name="mapping">The columns that a person chose; empty where the program is to find them by their names.</param>
    public async Task<ProjectListReport> RunAsync(ImportFile file, IReadOnlyDictionary<ProjectColumn, string> mapping, bool isDryRun, string? reason, Standing who, CancellationToken ct)
    {
        if (file.Check() is { } unreadable)
        {
            return new([], mapping, [], [unreadable], isDryRun);
        }

        try
        {
            using var table = file.Open();
            IReadOnlyList<string> header = [.. table.Header.Select(name => name.Trim())];
            var places = (mapping.Count == 0 ? Found(header) : mapping).Where(pair => header.Contains(pair.Value, StringComparer.Ordinal)).ToDictionary(pair => pair.Key, pair => pair.Value);
            var report = new ProjectListReport(header, places, [], [], isDryRun);
            return !places.ContainsKey(ProjectColumn.Title) ? report with { Errors = [new(1, null, "projects.no-title")] }
                : await RunAsync(report, [.. table.Rows().Take(MostProjects + 1)], reason, who, ct);
        }
        catch (UnreadableFileException broken)
        {
            return new([], mapping, [], [broken.Error], isDryRun);
        }
    }

    private async Task<ProjectListReport> RunAsync(ProjectListReport report, IReadOnlyList<ImportRow> rows, string? reason, Standing who, CancellationToken ct)
    {
        if (rows.Count > MostProjects)
        {
            return report with { Errors = [new(0, null, "import.too-many-rows", MostProjects.ToString(CultureInfo.InvariantCulture))] };
        }

        var pack = MethodPacks.Current.NewestOf(Method)!;
        List<ImportError> errors = [];
        var read = rows.Select(row => new Reading(row, report, errors).Project(pack)).OfType<Project>().ToList();
        foreach (var twice in read.GroupBy(project => project.Key, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            errors.Add(new(twice.Last().Row, report.Mapping[ProjectColumn.Title], "import.twice", $"{twice.Last().Title} ({twice.First().Row})"));
        }

        string[] keys = [.. read.Select(project => project.Key)];
        var known = await db.Initiatives.Where(i => keys.Contains(i.Key)).Select(i => i.Key).ToListAsync(ct);
        report = report with
        {
            Errors = [.. errors.OrderBy(error => error.Row)],
            Projects = [.. read.Select(p => new ListedProject(p.Row, p.Key, p.Title, p.Phase, p.Starts, p.Ends, !known.Contains(p.Key, StringComparer.Ordinal)))],
        };
        if (!report.IsDryRun && report.Succeeded)
        {
            try
            {
                await StoreAsync([.. read.Where(project => !known.Contains(project.Key, StringComparer.Ordinal))], pack, reason, who, ct);
            }
            catch (DbUpdateException)
            {
                // Somebody added one of them at the same moment, or it is there and kept from this viewer.
                db.ChangeTracker.Clear();
                return report with { Errors = [new(0, null, "import.conflict")] };
            }
        }

        return report;
    }

    private static Dictionary<ProjectColumn, string> Found(IReadOnlyList<string> header) =>
        Names.Select(pair => (pair.Key, Column: pair.Value.Select(name => header.FirstOrDefault(column => Folding.Fold(column) == name)).FirstOrDefault(column => column is not null)))
            .Where(pair => pair.Column is not null).ToDictionary(pair => pair.Key, pair => pair.Column!);

    private async Task StoreAsync(IReadOnlyList<Project> projects, MethodPack pack, string? reason, Standing who, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var (body, origin) = (who.OnBehalfOf!.Value, new Provenance(ImportRecords.OwnSource, now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Certainty.Stated));
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var own = AudienceId.Of(body);
        var key = await db.Organisations.Where(o => o.Id == body).Select(o => o.Key).SingleAsync(ct);
        await RestrictRecord.EnsureAudienceAsync(db, own, body, ct);
        List<Initiative> added = [];
        foreach (var project in projects)
        {
            var initiative = project.Initiative(pack, origin);
            added.Add(initiative);
            db.Add(initiative);
            db.AddRange(project.Parts(initiative.Id, body, own, pack, origin));
            var team = Team.Of(initiative.Id);
            if (!await db.AudienceMembers.AnyAsync(m => m.Audience == team, ct))
            {
                db.Add(new AudienceMember { Audience = team, Organisation = body });
            }

            db.Record(new RecordAdded(new("initiative", initiative.Key), project.Told(key, pack), who.Actor, now) { Reason = ChangeRecord.Tidy(reason), Title = initiative.Name, BelongsTo = [new("organisation", key)] });
        }

        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
        foreach (var initiative in added)
        {
            await SearchIndex.PutOneAsync(db, InitiativeRecord.FindableOf(initiative), ct);
        }

        await transaction.CommitAsync(ct);
    }

    /// <summary>Reads one row, and reports everything that is wrong with it.</summary>
    private sealed class Reading(ImportRow row, ProjectListReport report, List<ImportError> errors)
    {
        /// <returns>Null where something is wrong.</returns>
        public Project? Project(MethodPack pack)
        {
            var before = errors.Count;
            var project = new Project
            {
                Row = row.Number,
                Title = Line(ProjectColumn.Title) ?? "",
                Phase = Phase(pack),
                Owner = Line(ProjectColumn.Owner),
                Leader = Line(ProjectColumn.Leader),
                Starts = Day(ProjectColumn.Starts),
                Ends = Day(ProjectColumn.Ends),
                ServiceArea = Line(ProjectColumn.ServiceArea),
                Status = Line(ProjectColumn.Status),
                ArchiveReference = Line(ProjectColumn.ArchiveReference),
            };
            if (project.Key.Length == 0)
            {
                Wrong(ProjectColumn.Title, RecordReader.Required);
            }

            if (Times.IsBefore(project.Ends, project.Starts))
            {
                Wrong(ProjectColumn.Ends, "field.ends-before-start", project.Ends);
            }

            return errors.Count > before ? null : project;
        }

        private void Wrong(ProjectColumn column, string code, string? value = null) => errors.Add(new(row.Number, report.Mapping[column], code, value is { Length: > 100 } ? value[..100] : value));

        private string? Text(ProjectColumn column) =>
            report.Mapping.TryGetValue(column, out var name) && row.Cells[report.Header.Index().First(known => string.Equals(known.Item, name, StringComparison.Ordinal)).Index]?.Trim() is { Length: > 0 } text ? text : null;

        private string? Line(ProjectColumn column)
        {
            var text = Text(column);
            if (text?.Length > RecordField.LineLength)
            {
                Wrong(column, RecordReader.TooLong, RecordField.LineLength.ToString(CultureInfo.InvariantCulture));
            }
            else if (text?.Any(char.IsControl) is true)
            {
                Wrong(column, RecordReader.NotAllowed);
            }

            return text;
        }

        private string? Day(ProjectColumn column)
        {
            if (Text(column) is not { } text)
            {
                return null;
            }

            if (DateOnly.TryParseExact(text, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                return day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            }

            if (!AsOf.IsValid(text))
            {
                Wrong(column, RecordReader.NotATime, text);
            }

            return text;
        }

        private MethodPhase? Phase(MethodPack pack)
        {
            if (Text(ProjectColumn.Phase) is not { } text)
            {
                return null;
            }

            if (pack.PhaseOf(Phases.GetValueOrDefault(Folding.Fold(text), "")) is { } found)
            {
                return found;
            }

            Wrong(ProjectColumn.Phase, "projects.no-such-phase", text);
            return null;
        }
    }

    /// <summary>A row that can be read.</summary>
    private sealed record Project
    {
        public required int Row { get; init; }

        public required string Title { get; init; }

        public required MethodPhase? Phase { get; init; }

        public required string? Owner { get; init; }

        public required string? Leader { get; init; }

        public required string? Starts { get; init; }

        public required string? Ends { get; init; }

        public required string? ServiceArea { get; init; }

        public required string? Status { get; init; }

        public required string? ArchiveReference { get; init; }

        public string Key => Folding.Fold(Title).Replace(' ', '-') is { Length: > LongestKey } key ? key[..LongestKey].TrimEnd('-') : Folding.Fold(Title).Replace(' ', '-');

        public Initiative Initiative(MethodPack pack, Provenance origin) => new()
        {
            Id = InitiativeId.Of(Key),
            Key = Key,
            Name = new(Title),
            Kind = InitiativeKind.Project,
            Type = Codes.Of(InitiativeKind.Project),
            Starts = Starts,
            Ends = Ends,
            ArchiveReference = ArchiveReference,
            ServiceArea = new(ServiceArea),
            Status = new(Status),
            Method = pack.Key,
            MethodVersion = pack.Version,
            Provenance = origin,
            SortKey = NorwegianOrder.Key(Title),
            Folded = Folding.Fold(Title),
        };

        public IEnumerable<InitiativePart> Parts(InitiativeId initiative, OrganisationId body, AudienceId own, MethodPack pack, Provenance origin)
        {
            yield return new Participant { Id = PartId.New(), Initiative = initiative, Order = 1, Organisation = body, Role = ParticipantRole.Owner, Provenance = origin };
            foreach (var (i, (role, name)) in new[] { (ParticipantRole.Owner, Owner), (ParticipantRole.Leader, Leader) }.Where(person => person.Item2 is not null).Index())
            {
                yield return new Participant { Id = PartId.New(), Initiative = initiative, Order = i + 2, Role = role, Name = new(name), Provenance = origin, VisibleTo = own };
            }

            foreach (var (i, phase) in Phase is null ? [] : pack.Phases.TakeWhile(phase => phase != Phase).Append(Phase).Index())
            {
                yield return new PhasePlan { Id = PartId.New(), Initiative = initiative, Order = i + 1, Phase = phase.Key, State = phase == Phase ? PhaseState.UnderWay : PhaseState.Done, Provenance = origin };
            }
        }

        /// <summary>What the history tells; people's names are not in it.</summary>
        public IReadOnlyList<FieldChange> Told(string owner, MethodPack pack) =>
        [
            .. new (string Field, string? Value)[]
            {
                ("archive_reference", ArchiveReference), ("ends", Ends), ("key", Key), ("kind", Codes.Of(InitiativeKind.Project)), ("method", pack.Key), ("name_nb", Title), ("owner", owner), ("service_area_nb", ServiceArea),
                ("starts", Starts), ("overall_status_nb", Status),
            }.Where(fact => fact.Value is not null).Select(fact => new FieldChange(fact.Field, Before: null, fact.Value)),
        ];
    }
}
