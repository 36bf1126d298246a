using System.CommandLine;
using System.Globalization;
using ModelExporter.Engine.Metrics;

namespace ModelExporter.Commands;

/// <summary><c>modelexporter check</c>: everything that is wrong with a config, or what it will cost.</summary>
static class CheckCommand
{
    public static Command Build()
    {
        var config = ConfigOption.New();
        var command = new Command("check", "Checks a configuration file and everything it refers to.") { config };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(config)));
        return command;
    }

    static int Run(string configFile)
    {
        if (ConfigOption.Load(configFile) is not { } loaded) return ExitCodes.Usage;
        var plan = loaded.Plan;
        Console.Out.WriteLine($"{configFile}: valid, {plan.Config.Models.Count} model(s), {plan.Config.Sources.Count} file source(s)");
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
        string memory = string.Create(
            CultureInfo.InvariantCulture,
            $"{Mebibytes(cost.StateBytes)} MiB of state a version{(cost.Features is null ? string.Create(CultureInfo.InvariantCulture, $" and {Mebibytes(cost.StateBytesPerFeature)} MiB a feature") : "")}, {Mebibytes(cost.JoinBytes)} MiB when the join is full");
        return $"{features}; {memory}";
    }

    static string Mebibytes(long bytes) => (bytes / 1048576.0).ToString("0.0", CultureInfo.InvariantCulture);
}
