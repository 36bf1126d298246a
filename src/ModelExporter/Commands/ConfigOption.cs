using System.CommandLine;
using ModelExporter.Pipeline;

namespace ModelExporter.Commands;

/// <summary>The option that every command with a config has, and how its errors are shown.</summary>
static class ConfigOption
{
    /// <param name="required">False where logs may stand in its place.</param>
    public static Option<string> New(bool required = true) => new("--config.file") { Description = "The configuration file.", Required = required, HelpName = "FILE" };

    /// <summary>Reads the config; prints every error to stderr when there are any, and returns null.</summary>
    public static (Plan Plan, string Hash)? Load(string file)
    {
        var (plan, hash, errors) = Exporter.Load(file);
        if (plan is not null) return (plan, hash);
        foreach (string error in errors) Console.Error.WriteLine(error);
        return null;
    }
}
