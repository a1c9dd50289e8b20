using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Samstyring.Domain.Access;
using Samstyring.TestKit;

namespace Samstyring.Web.Tests.Import;

public sealed class ImportPageTests
{
    private const string Try = "Prøv uten å lagre";
    private const string Run = "Utfør importen";

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task A_contributor_tries_a_file_stores_it_and_the_history_tells(DatabaseKind kind)
    {
        await using var database = await TestDatabase.LoadedAsync(kind);
        await using var app = new TestApp(database);
        var visitor = await app.SignInAsync("4207");
        var file = File("number,language_form\n4207,nynorsk\n");
        var form = await visitor.OpenAsync("/import");

        var tried = await form.UploadAsync("form.form-panel", Try, file, ("Type", "municipalities"));

        Assert.Contains("Filen kan importeres. Ingenting er lagret ennå.", tried.Text("[role=status]"));
        Assert.Contains("1 rader: 0 nye, 1 endret, 0 uendret.", tried.Text("[role=status]"));
        await using var db = database.Open();
        Assert.Equal("bokmal", (await db.Municipalities.SingleAsync(m => m.Number == "4207")).LanguageForm);

        var unexplained = await tried.UploadAsync("form.form-panel", Run, file);
        Assert.Contains("Skriv hvorfor.", unexplained.Text("[role=alert]"));
        var done = await tried.UploadAsync("form.form-panel", Run, file, ("Reason", "Vedtatt i kommunestyret."));

        Assert.Contains("Importen er lagret.", done.Text("[role=status]"));
        Assert.Equal("nynorsk", (await db.Municipalities.SingleAsync(m => m.Number == "4207")).LanguageForm);
        var history = await app.OpenAsync("/historikk/municipality/4207");
        Assert.Contains("Importert fra fil", history.Text(".history li:first-child"));
        Assert.Contains("Vedtatt i kommunestyret. (fil.csv)", history.Text(".history li:first-child"));
        Assert.Contains("Nynorsk", history.Text(".history li:first-child"));
        Assert.DoesNotContain(visitor.Person.Name, history.Html);
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task Another_file_than_the_one_that_was_tried_is_refused(DatabaseKind kind)
    {
        await using var database = await TestDatabase.LoadedAsync(kind);
        await using var app = new TestApp(database);
        var visitor = await app.SignInAsync("4207");
        var tried = await (await visitor.OpenAsync("/import")).UploadAsync("form.form-panel", Try, File("number,language_form\n4207,nynorsk\n"), ("Type", "municipalities"));

        var other = await tried.UploadAsync("form.form-panel", Run, File("number,language_form\n4207,noytral\n"), ("Reason", "Vedtatt."));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.Response.StatusCode);
        Assert.Contains("Dette er ikke filen du prøvde", other.Text("[role=alert]"));
        await using var db = database.Open();
        Assert.Equal("bokmal", (await db.Municipalities.SingleAsync(m => m.Number == "4207")).LanguageForm);
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task Errors_stand_with_row_and_column_on_the_page_and_in_the_file(DatabaseKind kind)
    {
        var app = await TestApp.SharedAsync(kind);
        var visitor = await app.SignInAsync("4207");
        var file = File("number,language_form,organisation_number\n4207,tysk,123456789\n4204,nynorsk,\n");
        var form = await visitor.OpenAsync("/import");

        var page = await form.UploadAsync("form.form-panel", Try, file, ("Type", "municipalities"));
        var report = await form.UploadAsync("form.form-panel", "Prøv, og last ned rapporten", file, ("Type", "municipalities"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Response.StatusCode);
        Assert.Contains("Ingenting er lagret.", page.Text("[role=alert]"));
        Assert.Equal(
            [("rad 2, kolonne language_form", "Verdien kan ikke brukes her."), ("rad 2, kolonne organisation_number", "«123456789» er ikke et organisasjonsnummer."), ("rad 3", "Organisasjonen du handler for, kan ikke endre «4204».")],
            page.Table("Feil i filen").Select(row => (row[0], row[1])));
        Assert.Empty(page.Document.QuerySelectorAll("input[name=Tried]"));
        Assert.Equal("text/csv", report.Response.Content.Headers.ContentType?.MediaType);
        Assert.Contains("2,language_form,error,", report.Html);
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task Whoever_only_reads_finds_no_such_page_and_a_form_without_a_file_says_so(DatabaseKind kind)
    {
        var app = await TestApp.SharedAsync(kind);

        Assert.Equal(HttpStatusCode.NotFound, (await (await app.SignInAsync("4207", Role.Reader)).OpenAsync("/import")).Response.StatusCode);
        var form = await (await app.SignInAsync("4207")).OpenAsync("/import");
        var refused = await form.UploadAsync("form.form-panel", Try, ("Upload", "tom.csv", []), ("Type", "memberships"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Response.StatusCode);
        Assert.Contains("Filen er tom.", refused.Html);
    }

    private static (string, string, byte[]) File(string text) => ("Upload", "fil.csv", Encoding.UTF8.GetBytes(text));
}
