using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Samstyring.Data.Loading;
using Samstyring.Data.Search;
using Samstyring.Domain.Council;
using Samstyring.Domain.Knowledge;
using Samstyring.Domain.Organisations;

namespace Samstyring.Data.Mappings;

internal sealed class CouncilProjectMapping : IEntityTypeConfiguration<CouncilProject>
{
    public void Configure(EntityTypeBuilder<CouncilProject> project)
    {
        project.ToTable("council_projects").HasKey(p => p.Number);
        project.Property(p => p.Number).ValueGeneratedNever();
        project.HasIndex(p => new { p.SortKey, p.Number });
        project.HasOne<Organisation>().WithMany().HasForeignKey(p => p.Ministry).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CouncilProjectOrganisationMapping : IEntityTypeConfiguration<CouncilProjectOrganisation>
{
    public void Configure(EntityTypeBuilder<CouncilProjectOrganisation> link)
    {
        link.ToTable("council_project_organisations").HasKey(l => new { l.Project, l.Organisation });
        link.HasIndex(l => l.Organisation);
        link.HasOne<CouncilProject>().WithMany().HasForeignKey(l => l.Project).OnDelete(DeleteBehavior.Cascade);
        link.HasOne<Organisation>().WithMany().HasForeignKey(l => l.Organisation).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class SourceDocumentMapping : IEntityTypeConfiguration<SourceDocument>
{
    public void Configure(EntityTypeBuilder<SourceDocument> document) => document.ToTable("sources").HasKey(d => d.Key);
}

internal sealed class SourceNoteMapping : IEntityTypeConfiguration<SourceNote>
{
    public void Configure(EntityTypeBuilder<SourceNote> note)
    {
        note.ToTable("source_notes").HasKey(n => n.Key);
        note.HasIndex(n => n.Document);
    }
}

internal sealed class SourceNoteSubjectMapping : IEntityTypeConfiguration<SourceNoteSubject>
{
    public void Configure(EntityTypeBuilder<SourceNoteSubject> subject)
    {
        subject.ToTable("source_note_subjects").HasKey(s => new { s.Subject, s.Note });
        subject.HasOne<SourceNote>().WithMany().HasForeignKey(s => s.Note).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class GlossaryTermMapping : IEntityTypeConfiguration<GlossaryTerm>
{
    public void Configure(EntityTypeBuilder<GlossaryTerm> term)
    {
        term.ToTable("glossary").HasKey(t => t.Key);
        term.HasIndex(t => new { t.SortKey, t.Key });
    }
}

internal sealed class ReferenceRowMapping : IEntityTypeConfiguration<ReferenceRow>
{
    public void Configure(EntityTypeBuilder<ReferenceRow> row) => row.ToTable("reference_rows").HasKey(r => new { r.File, r.Key });
}

internal sealed class SearchEntryMapping : IEntityTypeConfiguration<SearchEntry>
{
    public void Configure(EntityTypeBuilder<SearchEntry> entry)
    {
        entry.ToTable("search_entries");
        entry.Property(e => e.Id).HasConversion(id => id.Value, value => new SearchEntryId(value));
    }
}

internal sealed class SearchWordMapping : IEntityTypeConfiguration<SearchWord>
{
    public void Configure(EntityTypeBuilder<SearchWord> word)
    {
        word.ToTable("search_words").HasKey(w => new { w.Word, w.Weight, w.Entry });
        word.Property(w => w.Entry).HasConversion(id => id.Value, value => new SearchEntryId(value));
        word.HasIndex(w => new { w.Entry, w.Word });
        word.HasOne<SearchEntry>().WithMany().HasForeignKey(w => w.Entry).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class SearchVocabularyMapping : IEntityTypeConfiguration<SearchVocabulary>
{
    public void Configure(EntityTypeBuilder<SearchVocabulary> vocabulary) => vocabulary.ToTable("search_vocabulary").HasKey(v => v.Word);
}

internal sealed class SearchSpellingMapping : IEntityTypeConfiguration<SearchSpelling>
{
    public void Configure(EntityTypeBuilder<SearchSpelling> spelling) =>
        spelling.ToTable("search_spellings").HasKey(s => new { s.Key, s.Word });
}
