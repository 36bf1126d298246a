using System.IO.Compression;
using System.Text;

namespace ModelExporter.Tests.EndToEnd;

/// <summary>A folder that lives as long as its test.</summary>
sealed class TestFolder : IDisposable
{
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("modelexporter");

    public string this[string name] => Path.Combine(_folder.FullName, name);

    public string Write(string name, string text)
    {
        File.WriteAllText(this[name], text);
        return this[name];
    }

    public string Write(string name, IEnumerable<string> lines) => Write(name, string.Concat(lines.Select(l => l + "\n")));

    public string Write(string name, byte[] content)
    {
        File.WriteAllBytes(this[name], content);
        return this[name];
    }

    public void Append(string name, IEnumerable<string> lines) => File.AppendAllText(this[name], string.Concat(lines.Select(l => l + "\n")));

    public static byte[] Gzip(IEnumerable<string> lines) => Gzip(string.Concat(lines.Select(l => l + "\n")));

    public static byte[] Gzip(string text)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest)) gzip.Write(Encoding.UTF8.GetBytes(text));
        return compressed.ToArray();
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
