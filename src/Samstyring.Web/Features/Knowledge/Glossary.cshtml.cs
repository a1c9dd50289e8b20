using Microsoft.EntityFrameworkCore;
using Samstyring.Data;
using Samstyring.Web.Features.Design;
using Samstyring.Web.Features.Design.Lists;

namespace Samstyring.Web.Features.Knowledge;

/// <summary>All terms: what do the words mean?</summary>
public sealed class GlossaryModel(SamstyringDb db, Ui ui) : ListPage<TermItem>(db, new GlossaryList(ui.IsEnglish))
{
    private int _terms;
    private int _categories;

    public string Lead(Ui ui) => ui["glossary.lead", _terms, _categories];

    protected override async Task LoadMoreAsync(ListQuery query, CancellationToken ct)
    {
        _terms = await Db.GlossaryTerms.CountAsync(ct);
        _categories = Frame.Options["category"].Count;
    }
}
