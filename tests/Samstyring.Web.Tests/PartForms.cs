using System.Net;
using Microsoft.EntityFrameworkCore;
using Samstyring.Domain.Actors;
using Samstyring.Domain.Initiatives;
using Samstyring.Domain.Kernel;
using Samstyring.TestKit;

namespace Samstyring.Web.Tests;

/// <summary>Adding facts to the documented case through the form that everybody has.</summary>
internal static class PartForms
{
    public const string Case = "digibarnevern";

    public static async Task AddAsync(this SignedInVisitor owner, string type, params IEnumerable<(string Field, string Value)> fields)
    {
        var form = await owner.OpenAsync($"/endre/{type}/ny?initiative={Case}");
        var page = await form.SubmitAsync("form.form-panel", fields.Select(field => ($"Values[{field.Field}]", field.Value)));
        Assert.True(page.Response.StatusCode is HttpStatusCode.OK && !page.Address.StartsWith("/endre", StringComparison.Ordinal), $"{page.Address}: {string.Join(' ', page.Texts(".ds-error-summary"))}");
    }

    /// <summary>The identifier of the case's actor that is a body of the registry.</summary>
    public static async Task<string> ActorAsync(this TestDatabase database, string organisation)
    {
        await using var db = database.Open();
        var (initiative, body) = (InitiativeId.Of(Case), OrganisationId.Of(organisation));
        return (await db.Set<ActorEntry>().SingleAsync(actor => actor.Initiative == initiative && actor.Organisation == body)).Id.ToString();
    }
}
