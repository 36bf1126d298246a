using System.Text.RegularExpressions;
using ModelExporter.Commands;
using ModelExporter.Engine.Metrics;
using ModelExporter.Statistics.Windows;

namespace ModelExporter.Tests.Architecture;

/// <summary>Inside a project the folders are ordered, each knows only those before it; namespaces alone would not stop circles.</summary>
public class FolderOrderTests
{
    static readonly string[] Program = ["Configuration", "WebConfiguration", "Logging", "Sources", "Checkpoints", "Discovery", "Pipeline", "Exposition", "Telemetry", "Status", "Http", "Demo", "Commands"];
    static readonly string[] Engine = ["Config", "Records", "Baselines", "Monitoring", "Metrics", "Status"];

    [Fact]
    public void Program_EachFolder_KnowsOnlyThoseBeforeIt() => AssertOrder("ModelExporter", "ModelExporter", Program);

    [Fact]
    public void Engine_EachFolder_KnowsOnlyThoseBeforeIt() => AssertOrder("ModelExporter.Engine", "ModelExporter.Engine", Engine);

    [Fact]
    public void Assemblies_EachOne_KnowsOnlyThoseBeforeIt()
    {
        var (statistics, engine, program) = (typeof(WindowSpec).Assembly, typeof(Snapshot).Assembly, typeof(CommandLine).Assembly);
        Assert.Empty(OwnReferences(statistics));
        Assert.Equal([statistics.GetName().Name!], OwnReferences(engine));
        Assert.Equal([engine.GetName().Name!, statistics.GetName().Name!], OwnReferences(program).Order());
    }

    static string[] OwnReferences(System.Reflection.Assembly assembly) =>
        [.. assembly.GetReferencedAssemblies().Select(a => a.Name!).Where(n => n.StartsWith("ModelExporter", StringComparison.OrdinalIgnoreCase))];

    static void AssertOrder(string project, string root, string[] order)
    {
        var folders = Directory.GetDirectories(Repository.PathOf("src", project)).Select(f => Path.GetFileName(f)).ToArray();
        Assert.Empty(folders.Except(order).Except(["bin", "obj", "Properties"]));
        var faults = new List<string>();
        foreach (var (index, folder) in order.Index())
        {
            foreach (string file in Directory.GetFiles(Repository.PathOf("src", project, folder), "*.cs", SearchOption.AllDirectories))
            {
                string code = string.Join('\n', File.ReadLines(file).Where(l => !l.TrimStart().StartsWith("//", StringComparison.Ordinal)));
                Assert.Contains($"namespace {root}.{folder}", code, StringComparison.Ordinal);
                // By its full name, by the name that the root's namespace leaves over, or by one of a using directive.
                faults.AddRange(order[(index + 1)..]
                    .Where(later => Regex.IsMatch(code, $@"\b{Regex.Escape(root)}\.{later}\b|(?<![\w.]){later}\.[A-Z]\w*\.[A-Z]"))
                    .Select(later => $"{Path.GetRelativePath(Repository.PathOf("src"), file)} knows {later}"));
            }
        }
        Assert.Empty(faults);
    }
}
