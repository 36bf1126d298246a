namespace ModelExporter.Discovery;

/// <summary>Names in a line that stays short.</summary>
static class Listing
{
    const int Most = 12;

    public static string Of(IReadOnlyCollection<string> names) =>
        string.Join(", ", names.Take(Most)) + (names.Count > Most ? $" and {names.Count - Most} more" : "");
}
