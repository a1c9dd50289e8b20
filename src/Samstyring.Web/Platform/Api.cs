using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.OpenApi;
using Samstyring.Web.Features.Actors;
using Samstyring.Web.Features.Adoption;
using Samstyring.Web.Features.Council;
using Samstyring.Web.Features.Design.Lists;
using Samstyring.Web.Features.Gates;
using Samstyring.Web.Features.Governance;
using Samstyring.Web.Features.Import;
using Samstyring.Web.Features.Initiatives;
using Samstyring.Web.Features.Instruments;
using Samstyring.Web.Features.Knowledge;
using Samstyring.Web.Features.LifeEvents;
using Samstyring.Web.Features.Market;
using Samstyring.Web.Features.Networks;
using Samstyring.Web.Features.Organisations.Municipalities;
using Samstyring.Web.Features.Organisations;
using Samstyring.Web.Features.Roadmap;
using Samstyring.Web.Features.Search;
using Samstyring.Web.Features.Stewardship;
using Samstyring.Web.Features.Trace;

namespace Samstyring.Web.Platform;

/// <summary>The API under <c>/api/v1</c>, its OpenAPI document and its reference page at <c>/api</c>.</summary>
internal static class Api
{
    public static void AddSamstyringApi(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new()
            {
                Title = "Samstyring",
                Version = "v1",
                Description = "Digital services across state, counties and municipalities: who is who, life events, networks, municipalities, and the source of every fact. Amounts, dates and codes are language-neutral; texts are objects with nb, nn and en.",
            };
            document.Servers = [];
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            if (context.Description.ActionDescriptor.EndpointMetadata.OfType<ListParameters>().FirstOrDefault() is { } list)
            {
                operation.Parameters = [.. operation.Parameters ?? [], .. Parameters(list)];
            }

            if (context.Description.ActionDescriptor.EndpointMetadata.OfType<FromTheEnd>().FirstOrDefault() is { } end)
            {
                operation.Parameters = [.. operation.Parameters ?? [], .. Parameters(end)];
            }

            if (context.Description.ParameterDescriptions.Any(parameter => parameter.Source == BindingSource.Path))
            {
                (operation.Responses ??= []).TryAdd("404", NotFound(context.Document));
            }

            return Task.CompletedTask;
        });
    });

    public static void MapSamstyringApi(this WebApplication app)
    {
        app.MapOpenApi().AllowAnonymous();
        var api = app.MapGroup("/api/v1").AllowAnonymous().CacheOutput(app.Services.GetRequiredService<AnswerCache>()).AddEndpointFilter<RecordTag>();
        var closed = app.MapGroup("/api/v1").RequireAuthorization().AddEndpointFilter<OwnSiteOnly>();
        api.MapLifeEvents();
        api.MapNetworks();
        api.MapNetworkWork();
        api.MapCouncil();
        api.MapOrganisations();
        api.MapMunicipalities();
        api.MapInitiatives();
        api.MapSolutions();
        api.MapGates();
        api.MapActors();
        api.MapGovernance();
        api.MapInstruments();
        api.MapMarket();
        api.MapKnowledge();
        api.MapRoadmap();
        api.MapSearch();
        api.MapHistory();
        closed.MapRecords();
        closed.MapProposals();
        closed.MapTrace();
        closed.MapMarketOfPublicSector();
        app.MapGroup("/api/v1").RequireAuthorization().MapImports();
    }

    private static IEnumerable<IOpenApiParameter> Parameters(ListParameters list)
    {
        yield return Query("page", JsonSchemaType.Integer, "The page, from 1.");
        yield return Query("pageSize", JsonSchemaType.Integer, "Rows a page, 1–500; 50 when left out.");
        yield return Query("sort", JsonSchemaType.String, $"One of {string.Join(", ", list.Sorts)}; a leading hyphen turns the order.");
        yield return Query("q", JsonSchemaType.String, "Only rows that contain these words.");
        yield return Query("format", JsonSchemaType.String, "csv, xlsx or json: the whole filtered list as a file.");
        foreach (var filter in list.Filters)
        {
            yield return Query(filter, JsonSchemaType.String, "A filter; a value that is not allowed gives 400 with those that are.");
        }
    }

    private static IEnumerable<IOpenApiParameter> Parameters(FromTheEnd end)
    {
        yield return Query("before", JsonSchemaType.Integer, "Only what is below this number: the answer's next, for the next page.");
        yield return Query("pageSize", JsonSchemaType.Integer, "Rows a page, 1–500; 50 when left out.");
        yield return Query("format", JsonSchemaType.String, "csv, xlsx or json: everything from there on as a file.");
        foreach (var filter in end.Filters)
        {
            yield return Query(filter, JsonSchemaType.String, "A filter; a value that is not allowed gives 400 with those that are.");
        }
    }

    private static OpenApiResponse NotFound(OpenApiDocument? document) => new()
    {
        Description = "Not Found",
        Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal) { ["application/problem+json"] = new() { Schema = new OpenApiSchemaReference("ProblemDetails", document) } },
    };

    private static OpenApiParameter Query(string name, JsonSchemaType type, string description) =>
        new() { Name = name, In = ParameterLocation.Query, Required = false, Description = description, Schema = new OpenApiSchema { Type = type } };
}
