using FsCheck;
using FsCheck.Fluent;
using Samstyring.Domain.Kernel;
using Samstyring.TestKit;

namespace Samstyring.Domain.Tests.Kernel;

public sealed class SourceReferenceTests
{
    public static TheoryData<string> Files() => [.. ReferenceFile.Names()];

    [Theory]
    [InlineData("003 §3.4 Tabell 3 p.21 l.435", "003", "§3.4 Tabell 3", "21", "435")]
    [InlineData("003 §3.1 p.16-17 l.332-338", "003", "§3.1", "16-17", "332-338")]
    [InlineData("002 «Om prosjektene» p.39ff l.872-874", "002", "«Om prosjektene»", "39ff", "872-874")]
    [InlineData("004 §2.3 l.392-397, 401", "004", "§2.3", null, "392-397, 401")]
    [InlineData("002 p.40", "002", "", "40", null)]
    [InlineData("kartverket", "kartverket", "", null, null)]
    [InlineData("ssb tabell 07459", "ssb", "tabell 07459", null, null)]
    public void A_reference_is_a_document_and_a_place_in_it(string text, string document, string section, string? pages, string? lines) =>
        Assert.Equal([new(document, section, pages, lines)], SourceReference.ParseAll(text));

    [Fact]
    public void Several_references_are_separated_by_semicolons() =>
        Assert.Equal(["003", "002", "kartverket"], SourceReference.ParseAll("003 §1 p.2; 002 p.3 ;kartverket;").Select(r => r.Document));

    [Fact]
    public void What_was_put_together_comes_apart_again()
    {
        var places = Gen.Elements("", "§3.4", "§3.4 Tabell 3", "«Om prosjektene»", "Del IV Vedlegg").Two().Select(p => p.Item1);
        var pages = Gen.Elements(null, "1", "16-17", "39ff");
        var lines = Gen.Elements(null, "1", "332-338", "12, 14");
        var references = from document in Gen.Elements("000", "003", "csdata")
                         from place in places
                         from page in pages
                         from line in lines
                         select new SourceReference(document, place, page, line);

        Prop.ForAll(references.ListOf().ToArbitrary(), all => SourceReference.ParseAll(string.Join("; ", all.Select(Write))).SequenceEqual(all)).QuickCheckThrowOnFailure();
    }

    [Theory, MemberData(nameof(Files))]
    public void Every_reference_in_the_data_names_a_known_document_and_a_whole_place(string file)
    {
        var documents = ReferenceFile.Read("sources").Rows.Select(row => row["key"]).ToHashSet(StringComparer.Ordinal);

        foreach (var row in ReferenceFile.Read(file).Rows)
        {
            var references = SourceReference.ParseAll(row["source"]);
            Assert.NotEmpty(references);
            Assert.All(references, reference => Assert.Contains(reference.Document, documents));
            Assert.All(references, reference => Assert.DoesNotMatch(@"(^|\s)[pl]\.\s?\d", reference.Section));
        }
    }

    private static string Write(SourceReference reference) => string.Join(' ', new[]
    {
        reference.Document, reference.Section, reference.Pages is null ? "" : "p." + reference.Pages, reference.Lines is null ? "" : "l." + reference.Lines,
    }.Where(part => part.Length > 0));
}
