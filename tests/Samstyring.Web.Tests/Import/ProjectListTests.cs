using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Samstyring.Domain.Access;
using Samstyring.Domain.Initiatives;
using Samstyring.TestKit;

namespace Samstyring.Web.Tests.Import;

public sealed class ProjectListTests
{
    private const string Header = "Tittel;Fase;Prosjekteier;Prosjektleder;Startdato;Sluttdato;Tjenesteområde;Overordnet status;Arkivreferanse\n";

    private const string Read = "Les filen";
    private const string Again = "Prøv igjen uten å lagre";
    private const string Run = "Legg til prosjektene";

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task A_list_from_Prosjektportalen_is_tried_mapped_and_added_whole(DatabaseKind kind)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(kind));
        var owner = await app.SignInAsync("4207");
        var file = File(Header.Replace("Tittel", "Hva", StringComparison.Ordinal) + "Nytt sakssystem;Gjennomføre;Kari Eksempel;Ola Eksempel;01.02.2026;31.12.2026;Forvaltning;På plan;26/123\nDigital byggesak;Idé;;;2027-03-01;;Plan;;\n");

        var read = await (await owner.OpenAsync("/import/prosjekter")).UploadAsync("form.form-panel", Read, file);
        var tried = await read.PressAsync("form.form-panel", Again, ("Columns[title]", "Hva"));
        var none = await app.OpenAsync("/tiltak/nytt-sakssystem");
        var done = await tried.PressAsync("form.form-panel", Run, ("Reason", "Flytter porteføljen hit."));

        Assert.Contains("Velg hvilken kolonne som har tittelen", read.Html);
        Assert.Contains("2 nye prosjekter", tried.Text("[role=status]"));
        Assert.Equal(HttpStatusCode.NotFound, none.Response.StatusCode);
        Assert.Contains("Prosjektene er lagt til", done.Text("[role=status]"));
        var (mine, others) = (await owner.OpenAsync("/tiltak/nytt-sakssystem"), await app.OpenAsync("/tiltak/nytt-sakssystem"));
        Assert.Contains("Neste port er BP4", others.Text(".lead") + others.Text(".gates li[aria-current]"), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("26/123", others.Html);
        Assert.Contains("På plan", others.Html);
        Assert.Contains("Ola Eksempel", mine.Html);
        Assert.DoesNotContain("Ola Eksempel", others.Html);
        Assert.DoesNotContain("Eksempel", (await app.OpenAsync("/historikk/initiative/nytt-sakssystem")).Html);
        await using var db = app.Database.Open();
        Assert.Equal([PhaseState.Done, PhaseState.Done, PhaseState.Done, PhaseState.UnderWay], await db.Set<PhasePlan>().Where(p => p.Initiative == InitiativeId.Of("nytt-sakssystem")).OrderBy(p => p.Order).Select(p => p.State).ToListAsync());
        Assert.True((await Data.Trace.ChainCheck.RunAsync(db, kept: null, CancellationToken.None)).Holds);

        var twice = await (await owner.OpenAsync("/import/prosjekter")).UploadAsync("form.form-panel", Read, File(Header + "Nytt sakssystem;Avslutte;;;;;;;\n"));
        Assert.Contains("0 nye prosjekter. 1 finnes fra før", twice.Text("[role=status]"));
    }

    [Theory, ClassData(typeof(DatabaseKinds))]
    public async Task What_is_wrong_is_told_by_row_and_column_and_nothing_is_stored(DatabaseKind kind)
    {
        await using var app = new TestApp(await TestDatabase.LoadedAsync(kind));
        var owner = await app.SignInAsync("4207");
        var form = await owner.OpenAsync("/import/prosjekter");

        var wrong = await form.UploadAsync("form.form-panel", Read, File(Header + "Et;Ferdig;;;;;;;\n;Idé;;;;;;;\nTo;Idé;;;31.12.2026;01.01.2026;;;\nTre;;;;snart;;;;\nFire;;;;;;;;\nfire;;;;;;;;\n"));
        var forced = await wrong.PressAsync("form.form-panel", Again);
        var nothing = await form.PressAsync("form.form-panel", Read, ("Upload", ""));
        var stranger = await (await app.SignInAsync("4207", Role.Reader)).OpenAsync("/import/prosjekter");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Response.StatusCode);
        var told = wrong.Table("Feil i filen").Select(row => string.Join(": ", row)).ToList();
        Assert.Equal(5, told.Count);
        Assert.Contains(told, line => line.Contains("«Ferdig» er ingen fase", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, forced.Response.StatusCode);
        Assert.Contains("Velg filen", nothing.Text("[role=alert]"));
        Assert.Equal(HttpStatusCode.NotFound, stranger.Response.StatusCode);
        await using var db = app.Database.Open();
        Assert.False(await db.Initiatives.AnyAsync(i => i.Key == "fire"));
        PageChecks.AssertWhole(wrong, "nb", 422);
    }

    private static (string, string, byte[]) File(string text) => ("Upload", "Prosjekter.csv", Encoding.UTF8.GetBytes(text));
}
