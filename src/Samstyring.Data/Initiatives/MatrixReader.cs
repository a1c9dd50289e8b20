using Microsoft.EntityFrameworkCore;
using Samstyring.Domain.Governance;
using Samstyring.Domain.Initiatives;
using Samstyring.Domain.Kernel;

namespace Samstyring.Data.Initiatives;

/// <summary>A matrix of decision rights with whose it is.</summary>
/// <param name="Owner">The organisation's or the initiative's name; unknown for a template.</param>
/// <param name="OwnerPath">Its page.</param>
public sealed record MatrixOf(DecisionMatrix Matrix, LocalizedText Owner, string? OwnerPath);

/// <summary>Reads matrices of decision rights. One of an initiative that the viewer may not see is not seen either.</summary>
public static class MatrixReader
{
    /// <summary>Templates first, then by key.</summary>
    public static Task<IReadOnlyList<MatrixOf>> AllAsync(SamstyringDb db, CancellationToken ct) => ReadAsync(db, db.DecisionMatrices, ct);

    public static Task<IReadOnlyList<MatrixOf>> TemplatesAsync(SamstyringDb db, CancellationToken ct) => ReadAsync(db, db.DecisionMatrices.Where(matrix => matrix.IsTemplate), ct);

    public static async Task<MatrixOf?> OneAsync(SamstyringDb db, string key, CancellationToken ct) => (await ReadAsync(db, db.DecisionMatrices.Where(matrix => matrix.Key == key), ct)) is [var only] ? only : null;

    private static async Task<IReadOnlyList<MatrixOf>> ReadAsync(SamstyringDb db, IQueryable<DecisionMatrix> from, CancellationToken ct)
    {
        var rows = await (
            from matrix in @from
            join i in db.Initiatives on matrix.Initiative equals (InitiativeId?)i.Id into initiatives
            from initiative in initiatives.DefaultIfEmpty()
            join o in db.Organisations on matrix.Organisation equals (OrganisationId?)o.Id into bodies
            from body in bodies.DefaultIfEmpty()
            where matrix.Initiative == null || initiative != null
            orderby matrix.IsTemplate descending, matrix.Key
            select new
            {
                Matrix = matrix,
                Initiative = initiative == null ? null : initiative.Key,
                InitiativeName = initiative == null ? LocalizedText.Unknown : initiative.Name,
                Body = body == null ? null : body.Key,
                BodyName = body == null ? LocalizedText.Unknown : body.Name,
            }).ToListAsync(ct);
        foreach (var row in rows)
        {
            _ = db.Shows(row.Matrix.VisibleTo, "decision-matrix", row.Matrix.Key);
        }

        return
        [
            .. rows.Select(row => new MatrixOf(
                row.Matrix, row.Initiative is null ? row.BodyName : row.InitiativeName,
                row.Initiative is { } initiative ? $"/tiltak/{initiative}/styring#beslutningsrett" : row.Body is { } body ? "/organisasjoner/" + body : null)),
        ];
    }
}
