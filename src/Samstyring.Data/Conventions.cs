using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Samstyring.Domain.Kernel;

namespace Samstyring.Data;

/// <summary>How the domain's own types become columns that SQLite and PostgreSQL both store, compare and sort alike.</summary>
internal static class Conventions
{
    public static void Apply(ModelConfigurationBuilder model)
    {
        var types = typeof(IStrongId).Assembly.GetTypes();
        foreach (var id in types.Where(t => t.IsValueType && t.IsAssignableTo(typeof(IStrongId))))
        {
            model.Properties(id).HaveConversion(typeof(StrongIdConverter<>).MakeGenericType(id));
        }

        foreach (var code in types.Where(t => t.IsEnum))
        {
            model.Properties(code).HaveConversion(typeof(CodeConverter<>).MakeGenericType(code)).HaveMaxLength(40);
            model.Properties(typeof(IReadOnlyList<>).MakeGenericType(code)).HaveConversion(typeof(CodesConverter<>).MakeGenericType(code), typeof(ListComparer<>).MakeGenericType(code));
        }

        model.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();
        model.Properties<decimal>().HavePrecision(18, 6);
        model.ComplexProperties<LocalizedText>();
        model.ComplexProperties<Provenance>();
        model.Properties<IReadOnlyList<string>>().HaveConversion<ListConverter, ListComparer<string>>();
    }

    /// <summary>Instants are UTC: SQLite orders no offsets, and PostgreSQL's driver takes no others.</summary>
    private sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTime>(
        value => value.UtcDateTime,
        stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc)));

    private sealed class StrongIdConverter<TId>() : ValueConverter<TId, Guid>(id => id.Value, Constructor())
        where TId : struct, IStrongId
    {
        private static Expression<Func<Guid, TId>> Constructor()
        {
            var value = Expression.Parameter(typeof(Guid));
            return Expression.Lambda<Func<Guid, TId>>(Expression.New(typeof(TId).GetConstructor([typeof(Guid)])!, value), value);
        }
    }

    private sealed class CodeConverter<TCode>() : ValueConverter<TCode, string>(code => Codes.Of(code), stored => Read(stored))
        where TCode : struct, Enum
    {
        private static TCode Read(string stored) => Codes.TryParse<TCode>(stored, out var code)
            ? code
            : throw new InvalidOperationException($"The database holds «{stored}», which is no {typeof(TCode).Name}.");
    }

    private sealed class ListConverter() : ValueConverter<IReadOnlyList<string>, string>(
        list => string.Join('|', list),
        stored => stored.Split('|', StringSplitOptions.RemoveEmptyEntries));

    private sealed class CodesConverter<TCode>() : ValueConverter<IReadOnlyList<TCode>, string>(
        list => string.Join('|', list.Select(code => Codes.Of(code))),
        stored => Read(stored))
        where TCode : struct, Enum
    {
        private static TCode[] Read(string stored) =>
        [
            .. stored.Split('|', StringSplitOptions.RemoveEmptyEntries)
                .Select(text => Codes.TryParse<TCode>(text, out var code) ? code : throw new InvalidOperationException(text)),
        ];
    }

    private sealed class ListComparer<T>() : ValueComparer<IReadOnlyList<T>>(
        (a, b) => a!.SequenceEqual(b!),
        list => list.Count,
        list => list);
}
