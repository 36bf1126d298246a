using System.CommandLine;
using ModelExporter.Configuration;
using ModelExporter.Engine.Config;
using ModelExporter.Engine.Records.Csv;

namespace ModelExporter.Commands;

/// <summary>The options of <c>modelexporter baseline</c> that say what the model is and how its logs are read.</summary>
sealed class BaselineOptions
{
    readonly Option<string?> _config = new("--config.file") { Description = "Takes the model, and how its logs are read, from this configuration.", HelpName = "FILE" };
    readonly Option<string?> _model = new("--model") { Description = "The model; with a config of one model that one.", HelpName = "NAME" };
    readonly Option<string?> _task = new("--task") { Description = "Without a config: what the model predicts." };
    readonly Option<string?> _positive = new("--positive-label") { Description = "Without a config: the class of a binary model that its score is the probability of; 1 unless told.", HelpName = "CLASS" };
    readonly Option<string[]> _categorical = new("--categorical") { Description = "Without a config: a feature of numbers that are categories; repeatable.", HelpName = "FEATURE" };
    readonly Option<string?> _label = new("--label-column") { Description = "The column of a CSV file that holds the label.", HelpName = "COLUMN" };
    readonly Option<bool> _flat = new("--flat") { Description = "The top-level scalars of a JSON record are its features." };

    public BaselineOptions() => _task.AcceptOnlyFromAmong("binary", "multiclass", "regression");

    public IEnumerable<Option> All => [_config, _model, _task, _positive, _categorical, _label, _flat];

    /// <summary>The model and the sources; prints what is wrong to stderr and returns null when it cannot be told.</summary>
    public (ModelConfig Model, IReadOnlyList<SourceConfig> Sources)? Read(ParseResult parsed)
    {
        var config = Config(parsed, out bool failed);
        if (failed) return null;
        string? name = parsed.GetValue(_model);
        if (config is not null)
        {
            var model = name is null && config.Models.Count == 1 ? config.Models[0] : config.Models.FirstOrDefault(m => m.Name == name);
            if (model is not null) return (model, Sources(parsed, config.Sources));
            string known = string.Join(", ", config.Models.Select(m => m.Name));
            Console.Error.WriteLine(name is null ? $"--model: name one of {known}" : $"--model: \"{name}\" is not in the config; known: {known}");
            return null;
        }
        if (name is null || parsed.GetValue(_task) is not { } task)
        {
            Console.Error.WriteLine("name the model: --config.file FILE, or --model NAME and --task binary, multiclass or regression");
            return null;
        }
        return (Described(parsed, name, task), Sources(parsed, []));
    }

    /// <summary>The config without the baselines it names: one of them may be what is to be made.</summary>
    ExporterConfig? Config(ParseResult parsed, out bool failed)
    {
        failed = false;
        if (parsed.GetValue(_config) is not { } file) return null;
        var result = ConfigLoader.Load(file);
        foreach (var error in result.Errors) Console.Error.WriteLine(error.Describe(file));
        failed = result.Config is null || result.Errors.Count > 0;
        return result.Config;
    }

    ModelConfig Described(ParseResult parsed, string name, string task)
    {
        var model = new ModelConfig
        {
            Name = name,
            Task = task switch { "binary" => TaskKind.Binary, "multiclass" => TaskKind.Multiclass, _ => TaskKind.Regression },
            Features = (parsed.GetValue(_categorical) ?? []).Distinct().ToDictionary(f => f, _ => FeatureType.Categorical),
        };
        return parsed.GetValue(_positive) is { Length: > 0 } positive ? model with { PositiveLabel = positive } : model;
    }

    IReadOnlyList<SourceConfig> Sources(ParseResult parsed, IReadOnlyList<SourceConfig> configured)
    {
        // A source that follows nothing, and so says how every file is read.
        if (configured.Count == 0) configured = [new SourceConfig { Name = "logs" }];
        return [.. configured.Select(s => s with { Flat = s.Flat || parsed.GetValue(_flat), Columns = Columns(parsed, s.Columns) })];
    }

    ColumnNames Columns(ParseResult parsed, ColumnNames configured) => parsed.GetValue(_label) is { Length: > 0 } label
        ? configured with { Roles = new Dictionary<string, string>(configured.Roles) { ["label"] = label } }
        : configured;
}
