using System.Text;
using ModelExporter.Configuration.Keys;
using ModelExporter.Configuration.Yaml;

namespace ModelExporter.Configuration;

/// <summary>Reads a config file and finds everything that is wrong with it at once.</summary>
public static class ConfigLoader
{
    const char ByteOrderMark = '\uFEFF';

    static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a file; one that cannot be read is an error among the result's, not an exception.</summary>
    public static ConfigResult Load(string path)
    {
        byte[] content;
        try
        {
            content = File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Unreadable($"cannot be read: {Quoted.Line(e.Message)}", "name a file that this user may read", "");
        }
        return Read(content, Path.GetDirectoryName(Path.GetFullPath(path))!);
    }

    /// <summary>Reads the content of a file; paths in it are relative to an absolute <paramref name="folder"/>.</summary>
    public static ConfigResult Read(ReadOnlySpan<byte> content, string folder)
    {
        string hash = ConfigHash.Of(content);
        string text;
        try
        {
            text = Utf8.GetString(content).TrimStart(ByteOrderMark);
        }
        catch (DecoderFallbackException)
        {
            return Unreadable("not UTF-8 text", "save it as UTF-8", hash);
        }

        var errors = new ConfigErrors();
        var root = YamlTree.Read(text, errors);
        var all = errors.InOrder;
        if (root is null && all.Count > 0) return new ConfigResult(null, all, hash);

        var config = RootKeys.Bind(root ?? new MappingNode("", 1, []), new BindContext(folder, errors));
        all = errors.InOrder;
        return new ConfigResult(all.Count == 0 ? config : null, all, hash) { Lines = root is null ? new() : KeyLines.Of(root), Text = SecretMask.Of(text, root) };
    }

    static ConfigResult Unreadable(string problem, string remedy, string hash) =>
        new(null, [new ConfigError("", 0, problem, remedy)], hash);
}
