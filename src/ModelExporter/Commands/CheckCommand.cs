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
        var schema = new Option<bool>("--print-schema") { Description = "Prints the JSON Schema of configuration files, for editors." };
        var command = new Command("check", "Checks a configuration file and everything it refers to.") { config, schema };
        command.Validators.Add(result =>
        {
            if (result.GetResult(config) is null == result.GetResult(schema) is null) result.AddError("give either --config.file or --print-schema");
        });
        command.SetAction(parsed => parsed.GetValue(schema) ? PrintSchema() : Run(parsed.GetRequiredValue(config)));
        return command;
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
