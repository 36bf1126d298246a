namespace ModelExporter.Discovery;

/// <summary>Says why nothing can be monitored, and what is expected instead.</summary>
static class NothingFound
{
    const string Expected = "Expected is one JSON object a line with a prediction, such as "
        + """{"id":"1","ts":"2026-11-23T10:15:00Z","features":{"age":41},"prediction":{"label":"yes","score":0.87}}; """
        + "docs/log-format.md has all names. A log that calls things otherwise needs a config";

    /// <summary>Null = there is something.</summary>
    public static string? In(LogSurvey survey)
    {
        if (survey.Models.Any(m => m.Outcomes > 0)) return null;
        int labels = survey.Files.Sum(f => f.Labels);
        int features = survey.Models.Sum(m => m.Predictions.Count);
        var rejected = survey.Files.SelectMany(f => f.Rejected).GroupBy(r => r.Key, r => r.Value).Select(g => $"{g.Sum()} records of which {g.Key}").ToList();
        var keys = survey.Files.SelectMany(f => f.Shapes.Scalars.Concat(f.Shapes.Nested)).Distinct().Take(12).ToList();
        var seen = new List<string>();
        if (features > 0) seen.Add($"{features} records with features and no prediction");
        if (labels > 0) seen.Add($"{labels} labels");
        seen.AddRange(rejected);
        if (keys.Count > 0) seen.Add($"the keys {string.Join(", ", keys)}");
        return $"{string.Join(", ", survey.Files.Select(f => f.Path))}: no prediction found. Seen: {(seen.Count > 0 ? string.Join("; ", seen) : "no records")}. {Expected}";
    }
}
