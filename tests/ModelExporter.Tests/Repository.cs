namespace ModelExporter.Tests;

/// <summary>The files of the repository that the tests run in.</summary>
static class Repository
{
    static readonly string Root = Find();

    /// <summary>Whether generated files are to be written anew: <c>UPDATE_GENERATED=1</c> in the environment.</summary>
    public static bool IsUpdating => Environment.GetEnvironmentVariable("UPDATE_GENERATED") == "1";

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    static string Find()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "ModelExporter.sln"))) folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
