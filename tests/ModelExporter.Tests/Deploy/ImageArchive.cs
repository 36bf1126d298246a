using System.Formats.Tar;
using System.IO.Compression;
using System.Text.Json;

namespace ModelExporter.Tests.Deploy;

/// <summary>An image as <c>tests/images/build.sh</c> leaves it: an archive of an OCI layout.</summary>
sealed class ImageArchive
{
    /// <summary>The one of <c>deploy/docker/Dockerfile</c>.</summary>
    public const string Sidecar = "modelexporter";

    /// <summary>The one of <c>deploy/docker/Dockerfile.r2r</c>.</summary>
    public const string HighVolume = "modelexporter-r2r";

    ImageArchive(long compressed, JsonElement settings, IReadOnlyList<ImageFile> files) => (Compressed, Settings, Files) = (compressed, settings, files);

    public static bool AreBuilt => File.Exists(PathOf(Sidecar)) && File.Exists(PathOf(HighVolume));

    /// <summary>The bytes that a registry would keep.</summary>
    public long Compressed { get; }

    /// <summary>The bytes of its files.</summary>
    public long Unpacked => Files.Sum(f => (long)f.Content.Length);

    /// <summary>How it is run: user, command, ports, labels.</summary>
    public JsonElement Settings { get; }

    /// <summary>What is in its layers.</summary>
    public IReadOnlyList<ImageFile> Files { get; }

    public static string PathOf(string image) => Repository.PathOf("artifacts", "images", image + ".tar");

    public static ImageArchive Read(string image)
    {
        var blobs = Entries(File.OpenRead(PathOf(image))).ToDictionary(f => f.Path, f => f.Content);
        JsonElement Parse(string path) => JsonElement.Parse(blobs[path]);
        byte[] Blob(JsonElement descriptor) => blobs["blobs/" + descriptor.GetProperty("digest").GetString()!.Replace(':', '/')];

        var manifest = JsonElement.Parse(Blob(Parse("index.json").GetProperty("manifests")[0]));
        var layers = manifest.GetProperty("layers").EnumerateArray().Select(Blob).ToList();
        var settings = JsonElement.Parse(Blob(manifest.GetProperty("config"))).GetProperty("config");
        return new ImageArchive(
            layers.Sum(l => (long)l.Length), settings, [.. layers.SelectMany(l => Entries(new GZipStream(new MemoryStream(l), CompressionMode.Decompress)))]);
    }

    public ImageFile this[string path] => Files.Single(f => f.Path == path);

    static List<ImageFile> Entries(Stream archive)
    {
        using var reader = new TarReader(archive);
        var files = new List<ImageFile>();
        while (reader.GetNextEntry(copyData: true) is { } entry)
        {
            using var content = new MemoryStream();
            entry.DataStream?.CopyTo(content);
            bool isFile = entry.EntryType is TarEntryType.RegularFile or TarEntryType.V7RegularFile or TarEntryType.HardLink;
            files.Add(new ImageFile(entry.Name.TrimStart('.').Trim('/'), isFile, entry.Mode, entry.Uid, entry.Gid, content.ToArray()));
        }
        return files;
    }
}
