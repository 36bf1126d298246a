using System.Globalization;
using System.Text;
using ModelExporter.Configuration;
using ModelExporter.Configuration.Keys;
using ModelExporter.Engine.Config;

namespace ModelExporter.Discovery;

/// <summary>Writes a discovered config as the file that says the same: what discovery decides, where it is not the default.</summary>
public static class ConfigYaml
{
    /// <summary>Characters that mean nothing to YAML wherever they stand behind a letter.</summary>
    static readonly System.Buffers.SearchValues<char> Plain =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./");

    public static string Of(ExporterConfig config)
    {
        var yaml = new StringBuilder("sources:\n");
        foreach (var source in config.Sources) Write(yaml, source);
        yaml.Append("models:\n");
        foreach (var model in config.Models) Write(yaml, model);
        return yaml.ToString();
    }

    static void Write(StringBuilder yaml, SourceConfig source)
    {
        yaml.Append("  - file:\n      paths: ").Append(List(source.File!.Paths)).Append('\n');
        if (source.Model is { } model) Line(yaml, "model", Scalar(model));
        if (source.Flat) Line(yaml, "flat", "true");
    }

    static void Write(StringBuilder yaml, ModelConfig model)
    {
        var usual = new ModelConfig { Name = model.Name, Task = model.Task };
        yaml.Append("  - name: ").Append(Scalar(model.Name)).Append('\n');
        Line(yaml, "task", Choices.Task.WordOf(model.Task));
        if (model.Task == TaskKind.Binary)
        {
            Line(yaml, "positive_label", Scalar(model.PositiveLabel));
            if (model.NegativeLabel is { } negative) Line(yaml, "negative_label", Scalar(negative));
        }
        if (model.Features.Count > 0)
        {
            yaml.Append("    features:\n");
            foreach (var (name, type) in model.Features)
                yaml.Append("      ").Append(Scalar(name)).Append(": ").Append(Choices.FeatureType.WordOf(type)).Append('\n');
        }
        if (model.IgnoredFeatures.Count > 0) Line(yaml, "ignored_features", List(model.IgnoredFeatures));
        Line(yaml, "baseline", model.Baseline.Span is { } span ? $"{{span: {Duration(span)}}}" : $"{{first: {Number(model.Baseline.First)}}}");
        Line(yaml, "windows", $"[{string.Join(", ", model.Windows)}]");
        Line(yaml, "clock", Choices.Clock.WordOf(model.Clock));
        if (model.Labels.Horizon != usual.Labels.Horizon) Line(yaml, "labels", $"{{horizon: {Duration(model.Labels.Horizon)}}}");
        var limits = new List<string>();
        if (model.Limits.Features != usual.Limits.Features) limits.Add($"features: {Number(model.Limits.Features)}");
        if (model.Limits.Classes != usual.Limits.Classes) limits.Add($"classes: {Number(model.Limits.Classes)}");
        if (limits.Count > 0) Line(yaml, "limits", $"{{{string.Join(", ", limits)}}}");
    }

    static void Line(StringBuilder yaml, string key, string value) => yaml.Append("    ").Append(key).Append(": ").Append(value).Append('\n');

    static string List(IEnumerable<string> items) => $"[{string.Join(", ", items.Select(Scalar))}]";

    static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    static string Duration(TimeSpan duration)
    {
        long seconds = (long)duration.TotalSeconds;
        return seconds % 86_400 == 0 ? $"{seconds / 86_400}d" : seconds % 3_600 == 0 ? $"{seconds / 3_600}h" : seconds % 60 == 0 ? $"{seconds / 60}m" : $"{seconds}s";
    }

    /// <summary>Plain where every reader of YAML takes it for text, else in quotation marks, which hold anything.</summary>
    static string Scalar(string text)
    {
        bool isPlain = text.Length > 0 && !text.AsSpan().ContainsAnyExcept(Plain) && (char.IsAsciiLetter(text[0]) || text[0] == '/') && !IsWord(text);
        if (isPlain) return text;
        var quoted = new StringBuilder("\"");
        foreach (char c in text)
        {
            if (c is '"' or '\\') quoted.Append('\\').Append(c);
            else if (char.IsControl(c) || c is '\u2028' or '\u2029' or '\ufeff') quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            else quoted.Append(c);
        }
        return quoted.Append('"').ToString();
    }

    /// <summary>Words that some readers take for a truth value or for nothing.</summary>
    static bool IsWord(string text) => text.ToUpperInvariant() is "YES" or "NO" or "Y" or "N" or "ON" or "OFF" or "TRUE" or "FALSE" or "NULL";
}
