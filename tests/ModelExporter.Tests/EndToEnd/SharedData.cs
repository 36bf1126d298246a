namespace ModelExporter.Tests.EndToEnd;

/// <summary>Real logs that are not part of the repository: beside it, where they are.</summary>
static class SharedData
{
    public static bool IsPresent => Directory.Exists(PathOf("data"));

    public static string PathOf(params string[] parts) => Repository.PathOf(["..", "shared", .. parts]);
}
