using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Samstyring.Data;

/// <summary>
/// PostgreSQL has no text with the null character in it, and refuses a query that looks for one. Nobody types it, so whatever brings it is asked for
/// with the mark of an unreadable character in its place, on both databases: it is found nowhere, and stored as unreadable.
/// </summary>
internal sealed class WholeTexts : DbCommandInterceptor
{
    private const char Unreadable = '\uFFFD';

    public override DbCommand CommandInitialized(CommandEndEventData eventData, DbCommand result)
    {
        foreach (DbParameter parameter in result.Parameters)
        {
            parameter.Value = parameter.Value switch
            {
                string text => Whole(text),
                string[] texts => Array.ConvertAll(texts, Whole),
                List<string> texts => texts.ConvertAll(Whole),
                var other => other,
            };
        }

        return result;
    }

    private static string Whole(string text) => text.Contains('\0', StringComparison.Ordinal) ? text.Replace('\0', Unreadable) : text;
}
