using ModelExporter.Configuration;
using ModelExporter.Configuration.Keys;
using ModelExporter.Sources.Files;

namespace ModelExporter.Discovery;

/// <summary>What each file holds, and the sources that read it so.</summary>
static class SourceRules
{
    public static IReadOnlyList<SourceConfig> Of(IReadOnlyList<string> logs, LogSurvey survey, List<Assumption> assumptions)
    {
        foreach (var file in survey.Files) assumptions.Add(new Assumption(Path.GetFileName(file.Path), Content(file), IsFlat(file) ? "sources[].flat" : ""));

        var models = survey.Models.Where(m => m.Predictions.Count > 0).ToList();
        bool needsDefault = models.Count > 1 && models.Any(m => m.Name == survey.DefaultModel) && survey.DefaultModel is not null
            && survey.Files.All(f => !f.Shapes.Models.Contains(survey.DefaultModel));
        // Other keys of a label would be features where the source is flat, so files of labels stay apart.
        var groups = logs.Distinct().GroupBy(log => survey.Files.Any(f => IsFlat(f) && new FileGlob(log).Matches(f.Path))).OrderBy(g => g.Key);
        return SourceNames.Complete(
        [
            .. groups.Select(group => new SourceConfig
            {
                Name = "",
                File = new FileSourceConfig { Paths = [.. group.Select(Path.GetFullPath).Distinct()] },
                Flat = group.Key,
                Model = needsDefault ? survey.DefaultModel : null,
            }),
        ]);
    }

    static bool IsFlat(FileSurvey file) => file is { IsFlat: true, Shapes.Scalars.Count: > 0 };

    static string Content(FileSurvey file)
    {
        var parts = new List<string>();
        if (file.Predictions > 0) parts.Add($"{file.Predictions} predictions");
        if (file.Labels > 0) parts.Add($"{file.Labels} label events");
        if (parts.Count == 0) parts.Add("nothing that can be read");
        string content = $"{string.Join(" and ", parts)}{(file.IsWhole ? "" : " in the part of it that was looked at, its beginning")}";
        if (IsFlat(file)) content += "; their features are the scalars at the top of a record";
        else if (file.Predictions > 0 && file.Shapes.Scalars.Count > 0) content += $"; not read, as they stand beside \"features\": {Listing.Of(file.Shapes.Scalars)}";
        if (file.Shapes.Nested.Count > 0) content += $"; not read, as they are objects or lists: {Listing.Of(file.Shapes.Nested)}";
        foreach (var (reason, count) in file.Rejected) content += $"; {count} rejected: {reason}";
        return content;
    }
}
