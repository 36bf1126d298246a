namespace ModelExporter.Exposition;

/// <summary>Compares label values one by one.</summary>
sealed class LabelValuesComparer : IEqualityComparer<string[]>
{
    public static readonly LabelValuesComparer Instance = new();

    public bool Equals(string[]? x, string[]? y) => x.AsSpan().SequenceEqual(y);

    public int GetHashCode(string[] values)
    {
        var hash = default(HashCode);
        foreach (string value in values) hash.Add(value);
        return hash.ToHashCode();
    }
}
