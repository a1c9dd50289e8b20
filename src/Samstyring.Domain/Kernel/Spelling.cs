namespace Samstyring.Domain.Kernel;

/// <summary>Small typing errors: one letter too many, too few, wrong, or two that changed places.</summary>
public static class Spelling
{
    /// <summary>Words shorter than this must be spelled right: almost all three-letter words are one step apart.</summary>
    public const int ShortestForgiven = 4;

    /// <summary>
    /// The word, and the word without each of its letters in turn. Two words within one error of each other share at
    /// least one of these (the symmetric delete method of W. Garbe's SymSpell).
    /// </summary>
    public static IEnumerable<string> Keys(string word)
    {
        yield return word;
        if (word.Length >= ShortestForgiven)
        {
            for (var i = 0; i < word.Length; i++)
            {
                yield return word.Remove(i, 1);
            }
        }
    }

    /// <summary>Whether the words are equal or one error apart (optimal string alignment distance of at most 1).</summary>
    public static bool WithinOneError(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 1)
        {
            return false;
        }

        var start = 0;
        while (start < a.Length && start < b.Length && a[start] == b[start])
        {
            start++;
        }

        var restA = a.AsSpan(start);
        var restB = b.AsSpan(start);
        return (restA.Length - restB.Length) switch
        {
            1 => restA[1..].SequenceEqual(restB),
            -1 => restB[1..].SequenceEqual(restA),
            _ => restA is [] || restA[1..].SequenceEqual(restB[1..]) || Swapped(restA, restB),
        };
    }

    private static bool Swapped(ReadOnlySpan<char> a, ReadOnlySpan<char> b) =>
        a.Length > 1 && a[0] == b[1] && a[1] == b[0] && a[2..].SequenceEqual(b[2..]);
}
