using ModelExporter.Tests.EndToEnd;

namespace ModelExporter.Tests.Deploy;

/// <summary>A test of the images that <c>tests/images/build.sh</c> leaves: skipped where these or podman are not there, but never in CI, where it fails.</summary>
sealed class RequiresImagesFactAttribute : FactAttribute
{
    public RequiresImagesFactAttribute() => Skip = Why;

    /// <summary>Why such tests are skipped; null = they are not.</summary>
    public static string? Why { get; } = new RequiresToolFactAttribute(ImageStore.Tool).Skip ??
        (ImageArchive.AreBuilt || Environment.GetEnvironmentVariable("CI") == "true" ? null : "the images are not built: tests/images/build.sh");
}
