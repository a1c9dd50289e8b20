using Samstyring.Data;
using Samstyring.Domain.Funding;
using Samstyring.Web.Features.Design;
using Samstyring.Web.Features.Design.Lists;

namespace Samstyring.Web.Features.LifeEvents;

/// <summary>All life events: do all agencies have the same assignment, and what is unfunded?</summary>
public sealed class IndexModel(SamstyringDb db) : ListPage<LifeEventItem>(db, new LifeEventList())
{
    public string Lead(Ui ui) => Rows is []
        ? ui["life-events.lead-none"]
        : ui[
            "life-events.lead",
            Ui.Capital(ui.Word(Rows.Sum(r => r.LettersWithAssignment))), ui.Word(Rows.Sum(r => r.Letters)),
            Ui.Capital(ui.Word(Rows.Count(r => r.Funded is Funded.No))), ui.Word(Rows.Count(r => !r.KsTakesPart)), ui.Word(Rows.Count)];
}
