using System.CommandLine;
using ModelExporter.Telemetry;

namespace ModelExporter.Commands;

/// <summary>The program's commands, one file each.</summary>
static class CommandLine
{
    /// <summary>Stopping is left to the host: by default the library gives a command two seconds and then ends it with the signal's exit code.</summary>
    public static InvocationConfiguration Invocation { get; } = new() { ProcessTerminationTimeout = null };

    public static RootCommand Build()
    {
        var root = new RootCommand("ModelExporter reads a model's prediction log and tells Prometheus how good the model still is.")
        {
            RunCommand.Build(),
            DemoCommand.Build(),
            ReplayCommand.Build(),
            BaselineCommand.Build(),
            CheckCommand.Build(),
            MetricsCommand.Build(),
        };
        // The SDK's own --version prints a bare number; exporters say more.
        root.Options.Remove(root.Options.OfType<VersionOption>().Single());
        var version = new Option<bool>("--version") { Description = "Prints the version and exits." };
        var selfTest = new Option<bool>("--selftest") { Description = "Drives every part once on its own data and exits: 0 = this build works.", Hidden = true };
        root.Add(version);
        root.Add(selfTest);
        root.SetAction((parsed, cancellation) =>
        {
            if (parsed.GetValue(version))
            {
                Console.WriteLine(BuildInfo.Current);
                return Task.FromResult(ExitCodes.Ok);
            }
            return parsed.GetValue(selfTest) ? SelfTest.RunAsync(cancellation) : Task.FromResult(Help(root));
        });
        return root;
    }

    static int Help(RootCommand root)
    {
        root.Parse("--help").Invoke();
        return ExitCodes.Usage;
    }
}
