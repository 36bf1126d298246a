using System.Reflection;
using System.Runtime.InteropServices;

namespace ModelExporter.Telemetry;

/// <summary>Which program this is.</summary>
public sealed record BuildInfo(string Version, string Revision, string Runtime, string Platform)
{
    public static BuildInfo Current { get; } = Read();

    /// <summary>As Prometheus' own exporters answer <c>--version</c>.</summary>
    public override string ToString() =>
        $"modelexporter, version {Version} (revision: {Revision})\n  runtime:          {Runtime}\n  platform:         {Platform}";

    static BuildInfo Read()
    {
        // "1.2.3+revision", as the SDK writes it when it knows the revision.
        string informational = typeof(BuildInfo).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0.0.0";
        string[] parts = informational.Split('+', 2);
        return new BuildInfo(parts[0], parts.Length > 1 ? parts[1] : "unknown", RuntimeInformation.FrameworkDescription, RuntimeInformation.RuntimeIdentifier);
    }
}
