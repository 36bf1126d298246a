using System.Diagnostics;
using ModelExporter.Tests.EndToEnd;

namespace ModelExporter.Tests.Release;

/// <summary>The scripts that make a release.</summary>
static class Script
{
    /// <summary>Some of them build.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(8);

    public static Task<Finished> RunAsync(string name, params string[] arguments) => Finished.RunAsync(new ProcessStartInfo(Repository.PathOf("deploy", "release", name), arguments)
    {
        WorkingDirectory = Repository.PathOf(),
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        // Python would leave what it compiles beside the scripts.
        Environment = { ["PYTHONDONTWRITEBYTECODE"] = "1" },
    }, patience: Patience);
}
