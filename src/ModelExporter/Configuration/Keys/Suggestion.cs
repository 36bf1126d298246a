namespace ModelExporter.Configuration.Keys;

/// <summary>Tells which known word an unknown one may have been meant to be.</summary>
static class Suggestion
{
    const int MaxEdits = 2;

    /// <summary><c>did you mean windows? known: name, task, windows</c>.</summary>
    public static string For(string word, IEnumerable<string> known)
    {
        var words = known.ToList();
        string all = $"known: {string.Join(", ", words)}";
        string? nearest = words.Where(w => IsNear(word, w)).MinBy(w => Edits(word, w));
        return nearest is null ? all : $"did you mean {nearest}? {all}";
    }

    /// <summary>A word of which nothing would be left is not the same word mistyped.</summary>
    static bool IsNear(string word, string known) =>
        Math.Abs(word.Length - known.Length) <= MaxEdits
        && Edits(word, known) <= Math.Min(MaxEdits, Math.Min(word.Length, known.Length) - 1);

    /// <summary>The Levenshtein distance: how many letters are added, left out or changed.</summary>
    static int Edits(string a, string b)
    {
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int changed = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(changed, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.Length];
    }
}
