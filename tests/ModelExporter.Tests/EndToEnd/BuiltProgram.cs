using System.Diagnostics;

namespace ModelExporter.Tests.EndToEnd;

/// <summary>The program as it was built. <c>MODELEXPORTER_PROGRAM</c> names another one, such as the one that was compiled ahead of time.</summary>
static class BuiltProgram
{
    public const string Variable = "MODELEXPORTER_PROGRAM";

    /// <summary>How long anything may take before a test gives up: machines that build are slow.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    static readonly string Location = Find();

    public static ProcessStartInfo Start(params string[] arguments)
    {
        bool managed = Location.EndsWith(".dll", StringComparison.Ordinal);
        var start = new ProcessStartInfo(managed ? Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet" : Location)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        if (managed) start.ArgumentList.Add(Location);
        foreach (string argument in arguments) start.ArgumentList.Add(argument);
        return start;
    }

    /// <summary>Runs a command to its end.</summary>
    public static Task<Finished> RunAsync(params string[] arguments) => Finished.RunAsync(Start(arguments));

    static string Find()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named) return Path.GetFullPath(named);
        // artifacts/bin/ModelExporter.Tests/release is where this assembly lies.
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        string program = Path.Combine(output.Parent!.Parent!.FullName, "ModelExporter", output.Name, "modelexporter.dll");
        return File.Exists(program) ? program : throw new FileNotFoundException($"The program is not built; build the solution, or set {Variable}.", program);
    }
}
