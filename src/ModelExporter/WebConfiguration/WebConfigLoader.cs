using System.Text;
using ModelExporter.Configuration;
using ModelExporter.Configuration.Yaml;

namespace ModelExporter.WebConfiguration;

/// <summary>Reads a web config. What it refuses is what <c>promtool check web-config</c> refuses.</summary>
static class WebConfigLoader
{
    const string TlsSection = "tls_server_config";

    static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a file and the certificates it names; what cannot be read is an error among the result's, not an exception.</summary>
    public static WebConfigResult Load(string path)
    {
        var read = ReadFile(path);
        if (read.Config is not { Tls.IsEnabled: true } config) return read;
        return TlsMaterial.Load(config.Tls).Problem is { } problem
            ? new WebConfigResult(null, [new ConfigError(TlsSection, 0, problem, "mend the file or name another one")])
            : read;
    }

    /// <summary>Reads a file without the certificates it names.</summary>
    public static WebConfigResult ReadFile(string path)
    {
        try
        {
            return Read(File.ReadAllBytes(path), Path.GetDirectoryName(Path.GetFullPath(path))!);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Fault($"cannot be read: {Quoted.Line(e.Message)}", "name a file that this user may read");
        }
    }

    /// <summary>Reads the content of a file; paths in it are relative to an absolute <paramref name="folder"/>.</summary>
    public static WebConfigResult Read(ReadOnlySpan<byte> content, string folder)
    {
        string text;
        try
        {
            text = Utf8.GetString(content);
        }
        catch (DecoderFallbackException)
        {
            return Fault("not UTF-8 text", "save it as UTF-8");
        }
        var errors = new ConfigErrors();
        var root = YamlTree.ReadFirst(text.TrimStart('\uFEFF'), errors) ?? new MappingNode("", 1, []);
        WebConfig? config = null;
        if (errors.InOrder.Count == 0 && WebConfigKeys.Type.TryRead(root, new BindContext(folder, errors), out config))
        {
            config = config with { Tls = In(folder, config.Tls) };
            if (config.Tls.IsEnabled) Check(config.Tls, KeyLines.Of(root).GetValueOrDefault(TlsSection), errors);
        }
        var all = errors.InOrder;
        return new WebConfigResult(all.Count == 0 ? config : null, all);
    }

    static TlsServerConfig In(string folder, TlsServerConfig tls) => tls with
    {
        CertFile = In(folder, tls.CertFile),
        KeyFile = In(folder, tls.KeyFile),
        ClientCaFile = In(folder, tls.ClientCaFile),
    };

    static string In(string folder, string path) => path.Length == 0 ? path : Path.Combine(folder, path);

    static void Check(TlsServerConfig tls, int line, ConfigErrors errors)
    {
        if (!tls.HasCertificate) errors.Add(TlsSection, line, "no certificate", "add cert_file or cert");
        if (!tls.HasKey) errors.Add(TlsSection, line, "no key", "add key_file or key");
        if (tls.HasClientCa && tls.ClientAuth is (null or ClientAuthType.NoClientCert))
            errors.Add(TlsSection, line, "certificates that vouch for clients, but clients are not asked for theirs", "add client_auth_type: RequireAndVerifyClientCert");
        if (tls.ClientAllowedSans is not null && tls.ClientAuth is not (ClientAuthType.RequireAnyClientCert or ClientAuthType.RequireAndVerifyClientCert))
            errors.Add(TlsSection, line, "client_allowed_sans, but clients may come without a certificate", "add client_auth_type: RequireAndVerifyClientCert");
    }

    static WebConfigResult Fault(string problem, string remedy) => new(null, [new ConfigError("", 0, problem, remedy)]);
}
