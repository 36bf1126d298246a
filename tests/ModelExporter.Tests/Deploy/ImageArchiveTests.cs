using System.Text;
using System.Text.Json;
using ModelExporter.Http;

namespace ModelExporter.Tests.Deploy;

/// <summary>What is in the images, and how they say that they are run.</summary>
public sealed class ImageArchiveTests
{
    const int User = 1654;
    const long Megabyte = 1_000_000;

    /// <summary>What somebody who broke in would look for.</summary>
    static readonly string[] Shells = ["sh", "bash", "dash", "ash", "busybox", "env", "cat", "ls", "apt", "apt-get", "dpkg", "apk", "curl", "wget", "perl", "python3"];

    [RequiresImagesTheory]
    [InlineData(ImageArchive.Sidecar)]
    [InlineData(ImageArchive.HighVolume)]
    public void Image_Settings_AreThoseOfTheDocs(string image)
    {
        var settings = ImageArchive.Read(image).Settings;

        Assert.Equal($"{User}:{User}", settings.GetProperty("User").GetString());
        Assert.Equal(["/app/modelexporter"], Strings(settings, "Entrypoint"));
        Assert.Equal(["run", "--config.file=/etc/modelexporter/modelexporter.yml"], Strings(settings, "Cmd"));
        Assert.Equal(
            [$"{WebOptions.DefaultPort}/tcp", $"{WebOptions.DefaultTelemetryPort}/tcp"], settings.GetProperty("ExposedPorts").EnumerateObject().Select(p => p.Name).Order());
        Assert.Contains("DOTNET_EnableDiagnostics=0", Strings(settings, "Env"));
        var labels = settings.GetProperty("Labels");
        Assert.Equal("ModelExporter", labels.GetProperty("org.opencontainers.image.title").GetString());
        Assert.Equal("Apache-2.0", labels.GetProperty("org.opencontainers.image.licenses").GetString());
    }

    [RequiresImagesFact]
    public void Image_OfTheSidecar_IsNoLargerThanTheDocsSay()
    {
        var image = ImageArchive.Read(ImageArchive.Sidecar);

        Assert.InRange(image.Unpacked, 20 * Megabyte, 42 * Megabyte);
        Assert.InRange(image.Compressed, 5 * Megabyte, 20 * Megabyte);
    }

    [RequiresImagesTheory]
    [InlineData(ImageArchive.Sidecar)]
    [InlineData(ImageArchive.HighVolume)]
    public void Image_Programs_AreTheExporterAndNoShell(string image)
    {
        var files = ImageArchive.Read(image).Files;

        Assert.Contains(files, f => f is { Path: "app/modelexporter", IsExecutable: true });
        Assert.DoesNotContain(files, f => Shells.Contains(f.Name));
        Assert.DoesNotContain(files, f => (f.Mode & (UnixFileMode.SetUser | UnixFileMode.SetGroup)) != 0 && f.IsFile);
    }

    [RequiresImagesTheory]
    [InlineData(ImageArchive.Sidecar)]
    [InlineData(ImageArchive.HighVolume)]
    public void Image_Files_AreThoseThatAreNeeded(string image)
    {
        var files = ImageArchive.Read(image).Files;

        Assert.Single(files, f => f.Name.EndsWith("librdkafka.so", StringComparison.Ordinal));
        Assert.DoesNotContain(files, f => f.Path.StartsWith("app/", StringComparison.Ordinal) && Path.GetExtension(f.Name) is ".pdb" or ".dbg" or ".xml");
    }

    [RequiresImagesFact]
    public void Image_OfTheSidecar_HasOneProgram() => Assert.Equal(
        ["app/modelexporter"],
        ImageArchive.Read(ImageArchive.Sidecar).Files.Where(f => f.IsExecutable && !f.Name.Contains(".so", StringComparison.Ordinal)).Select(f => f.Path));

    [RequiresImagesTheory]
    [InlineData(ImageArchive.Sidecar)]
    [InlineData(ImageArchive.HighVolume)]
    public void Image_FilesOfItsUser_AreItsStateAlone(string image) =>
        Assert.Equal(["var/lib/modelexporter"], ImageArchive.Read(image).Files.Where(f => f.Owner == User || f.Group == User).Select(f => f.Path));

    [RequiresImagesTheory]
    [InlineData(ImageArchive.Sidecar)]
    [InlineData(ImageArchive.HighVolume)]
    public void Image_Authorities_AreThoseOfTheSystem(string image)
    {
        string certificates = Encoding.ASCII.GetString(ImageArchive.Read(image)["etc/ssl/certs/ca-certificates.crt"].Content);

        Assert.InRange(certificates.Split("-----BEGIN CERTIFICATE-----").Length, 100, 1000);
    }

    static string[] Strings(JsonElement settings, string name) => [.. settings.GetProperty(name).EnumerateArray().Select(v => v.GetString()!)];
}
