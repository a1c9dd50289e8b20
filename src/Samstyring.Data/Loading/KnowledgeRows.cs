using Samstyring.Domain.Council;
using Samstyring.Domain.Kernel;
using Samstyring.Domain.Knowledge;

namespace Samstyring.Data.Loading;

/// <summary>Sources, notes on them, the glossary and the council's projects.</summary>
internal static class KnowledgeRows
{
    public static LoadedRow Source(ReferenceFiles files, DataRow row, int version)
    {
        var document = new SourceDocument
        {
            Key = row.Required("key"),
            Title = row.Name("title"),
            Publisher = row.Required("publisher"),
            Published = row.OptionalTime("published"),
            SenderKind = row.Code<SenderKind>("sender_kind"),
            Licence = row.Optional("licence"),
            Url = row.Optional("url"),
            Note = row.Text("note"),
            Provenance = row.Provenance(),
            Folded = row.Folded("key", "title_nb", "title_en", "publisher"),
        };
        return new(document.Key, row.Hash(version), [document], new(
            "source", document.Key, document.Title, document.Note, "/kilder/" + document.Key, 6, [document.Key, document.Publisher], [document.Note]));
    }

    public static LoadedRow Note(ReferenceFiles files, DataRow row, int version)
    {
        var key = row.Required("key");
        var note = new SourceNote
        {
            Key = key,
            Document = row.Required("document"),
            Type = row.Required("type"),
            Finding = row.Text("finding"),
            Handling = row.Text("handling"),
            Status = row.Code<NoteStatus>("status"),
            ClaimA = row.Text("claim_a"),
            ClaimASource = row.Optional("claim_a_source"),
            ClaimB = row.Text("claim_b"),
            ClaimBSource = row.Optional("claim_b_source"),
            Provenance = row.Provenance(),
            Folded = row.Folded("key", "finding_nb", "finding_en"),
        };
        _ = files.Find(row, "document", "sources");
        object[] subjects = [.. row.List("about").Distinct(StringComparer.Ordinal).Select(about => new SourceNoteSubject { Note = key, Subject = about })];
        return new(key, row.Hash(version), [note, .. subjects], new(
            "note", key, note.Finding, note.Handling, "/kilder/uenigheter/" + key, 7, [key], [note.Handling, note.ClaimA, note.ClaimB]))
        {
            List = db => db.SourceNoteSubjects.Where(s => s.Note == key),
        };
    }

    public static LoadedRow Term(ReferenceFiles files, DataRow row, int version)
    {
        var term = new GlossaryTerm
        {
            Key = row.Required("key"),
            Term = row.Text("term"),
            Category = row.Required("category"),
            Definition = row.Text("definition"),
            Provenance = row.Provenance(),
            SortKey = NorwegianOrder.Key(row.Required("term_nb")),
            Folded = row.Folded("key", "term_nb", "term_en"),
        };
        return new(term.Key, row.Hash(version), [term], new(
            "term", term.Key, term.Term, term.Definition, "/ordliste/" + term.Key, 5, [], [term.Definition]));
    }

    public static LoadedRow CouncilProject(ReferenceFiles files, DataRow row, int version)
    {
        var key = row.Required("key");
        var project = new CouncilProject
        {
            Number = row.Int("key"),
            Year = row.Int("year"),
            Name = row.Name(),
            OrganisationText = row.Required("organisation_nb"),
            Ministry = files.OptionalOrganisation(row, "ministry_key"),
            Size = row.Optional("size"),
            Note = row.Text("note"),
            Provenance = row.Provenance(),
            SortKey = NorwegianOrder.Key(row.Required("name_nb")),
            Folded = row.Folded("name_nb", "organisation_nb"),
        };
        object[] links =
        [
            .. row.List("org_keys").Distinct(StringComparer.Ordinal).Select(org =>
                new CouncilProjectOrganisation { Project = project.Number, Organisation = files.Organisation(row, "org_keys", org) }),
        ];
        return new(key, row.Hash(version), [project, .. links], new(
            "council-project", key, project.Name, new(project.OrganisationText), "/radsprosjekter/" + key, 6, [project.OrganisationText], [new(project.OrganisationText), project.Note]))
        {
            List = db => db.CouncilProjectOrganisations.Where(l => l.Project == project.Number),
        };
    }
}
