namespace ModelExporter.Tests.Discovery;

/// <summary>Real prediction logs with delayed labels. They are not part of the repository: see <see cref="SharedDataTheoryAttribute"/>.</summary>
static class SharedData
{
    static readonly string Root = Repository.PathOf("..", "shared", "data");

    public static bool IsPresent => Directory.Exists(Root);

    public static string PathOf(string dataSet, string file) => Path.Combine(Root, dataSet, file);
}
