using System.CommandLine;
using ModelExporter.WebConfiguration;

namespace ModelExporter.Commands;

/// <summary>The option that names a web config, and how its errors are shown.</summary>
static class WebConfigOption
{
    public static Option<string?> New() => new("--web.config.file") { Description = "The file that says who may come in: TLS, users and headers, in the format of Prometheus' exporters.", HelpName = "FILE" };

    /// <summary>Whether a file can be used; prints every error to stderr when not.</summary>
    public static bool IsValid(string file)
    {
        var read = WebConfigLoader.Load(file);
        foreach (var error in read.Errors) Console.Error.WriteLine(error.Describe(file));
        return read.Config is not null;
    }
}
