using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Data.Initiatives;
using Samstyring.Domain.Initiatives;
using Samstyring.Domain.Instruments;
using Samstyring.Domain.Kernel;
using Samstyring.Web.Features.Design.Lists;

namespace Samstyring.Web.Features.Instruments;

/// <summary>An instrument that is assessed for an initiative.</summary>
/// <param name="Phase">The phase's key in the method; null for all phases.</param>
/// <param name="Organisation">Who holds it; null where it is no body of the registry.</param>
/// <param name="Needs">What must be in place first.</param>
public sealed record InstrumentItem(
    string Key, Instrument Instrument, string? Phase, InstrumentChoice Choice, string? Organisation, LocalizedText Holder, LocalizedText Reason, LocalizedText Needs, string? Starts, string? Ends, Provenance Provenance);

internal static class InstrumentsApi
{
    private const string Tag = "Instruments";

    public static void MapInstruments(this IEndpointRouteBuilder api)
    {
        var clock = api.ServiceProvider.GetRequiredService<TimeProvider>();
        api.MapList(new DeviationList(clock), Tag);
        api.MapList(new DeviationReportList(clock), Tag);
        api.MapListBelow("/initiatives/{key}/volumes", "ListVolumesOfInitiative", Tag, key => new VolumeList(key), (db, key, ct) => db.Initiatives.AnyAsync(i => i.Key == key && i.Kind != InitiativeKind.Activity, ct));
        api.MapGet("/initiatives/{key}/instruments", ListAsync).WithName("ListInstrumentsOfInitiative").WithTags(Tag);
    }

    private static async Task<Results<Ok<Envelope<InstrumentItem>>, ProblemHttpResult>> ListAsync(string key, SamstyringDb db, CancellationToken ct) =>
        await InitiativeReader.ReadAsync(db, key, ct) is { } facts
            ? TypedResults.Ok(ListApi.Whole<InstrumentItem>([.. facts.Of<InstrumentAssessment>().Select(a => new InstrumentItem(
                a.Id.ToString(), a.Instrument, a.Phase, a.Choice, facts.Body(a.Organisation)?.Key, facts.NameOf(a.Organisation, a.Name), a.Note, a.Text, a.Starts, a.Ends, a.Provenance))]))
            : ListApi.NotFound();
}
