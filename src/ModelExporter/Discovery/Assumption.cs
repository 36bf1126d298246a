namespace ModelExporter.Discovery;

/// <summary>One thing that was found in the logs and not said by the user.</summary>
/// <param name="Subject">What it is about: <c>churn: task</c>, <c>labels.jsonl</c>.</param>
/// <param name="Decision">What was decided and from what.</param>
/// <param name="Override">The flag or key that says otherwise; empty = there is none.</param>
sealed record Assumption(string Subject, string Decision, string Override)
{
    /// <summary>A line each, in columns.</summary>
    public static IReadOnlyList<string> Lines(IReadOnlyList<Assumption> assumptions)
    {
        int width = assumptions.Max(a => a.Subject.Length);
        return [.. assumptions.Select(a => $"{a.Subject.PadRight(width)}  {a.Decision}{(a.Override.Length > 0 ? $"  [{a.Override}]" : "")}")];
    }
}
