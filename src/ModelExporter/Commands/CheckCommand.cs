using System.CommandLine;
using System.Globalization;
using ModelExporter.Configuration;
using ModelExporter.Engine.Metrics;

namespace ModelExporter.Commands;

/// <summary><c>modelexporter check</c>: everything that is wrong with a config, or what it will cost.</summary>
static class CheckCommand
{
    public static Command Build()
    {
        var config = ConfigOption.New(required: false);
        var webConfig = WebConfigOption.New();
        var schema = new Option<bool>("--print-schema") { Description = "Prints the JSON Schema of configuration files, for editors." };
        var command = new Command("check", "Checks a configuration file, a web config or both, and everything they refer to.") { config, webConfig, schema };
        command.Validators.Add(result =>
        {
            bool isFileGiven = result.GetResult(config) is not null || result.GetResult(webConfig) is not null;
            if (isFileGiven == result.GetResult(schema) is not null) result.AddError("give either --config.file, --web.config.file or both, or --print-schema");
        });
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(schema)) return PrintSchema();
            int checkedWeb = parsed.GetValue(webConfig) is { } web ? RunWeb(web) : ExitCodes.Ok;
            int checkedConfig = parsed.GetValue(config) is { } file ? Run(file) : ExitCodes.Ok;
            return checkedConfig == ExitCodes.Ok ? checkedWeb : checkedConfig;
        });
        return command;
    }

    static int RunWeb(string webConfigFile)
    {
        if (!WebConfigOption.IsValid(webConfigFile)) return ExitCodes.Usage;
        Console.Out.WriteLine($"{webConfigFile}: valid");
        return ExitCodes.Ok;
    }

    static int PrintSchema()
    {
        Console.Out.Write(ConfigSchema.Json());
        return ExitCodes.Ok;
    }

    static int Run(string configFile)
    {
        if (ConfigOption.Load(configFile) is not { } loaded) return ExitCodes.Usage;
        var plan = loaded.Plan;
        Console.Out.WriteLine($"{configFile}: valid, {plan.Config.Models.Count} model(s), {plan.Config.Sources.Count} source(s)");
        for (int i = 0; i < plan.Config.Models.Count; i++)
        {
            var model = plan.Config.Models[i];
            var cost = CostEstimate.Of(model, plan.Baselines[i]);
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {model.Name}: {Describe(cost)}"));
        }
        return ExitCodes.Ok;
    }

    static string Describe(CostEstimate cost)
    {
        string features = cost.Features is { } count
            ? $"{cost.Series} series a version ({count} features in the baseline)"
            : $"{cost.Series} series a version, and about {cost.SeriesPerFeature} more for each feature (the baseline is learnt from the log)";
        string perFeature = cost.Features is null ? $" and {Bytes(cost.StateBytesPerFeature)} a feature" : "";
        return $"{features}; {Bytes(cost.StateBytes)} of state a version{perFeature}, {Bytes(cost.JoinBytes)} when the join is full";
    }

    static string Bytes(long bytes) => bytes < 1 << 20
        ? string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0:0.0} KiB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1048576.0:0.0} MiB");
}
