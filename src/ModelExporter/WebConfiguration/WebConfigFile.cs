using System.Net.Security;

namespace ModelExporter.WebConfiguration;

/// <summary>A web config that is looked at for every request and every handshake, so that nobody has to be told when it or a certificate changes.</summary>
sealed class WebConfigFile(string path, ILogger<WebConfigFile> logger)
{
    readonly string _folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
    readonly ProblemLog _fileProblems = new(logger);
    readonly ProblemLog _tlsProblems = new(logger);

    // What was made last, with what it was made of. Who comes while it changes makes the same once more.
    volatile Reading? _reading;
    volatile Identity? _identity;

    /// <summary>The config as it is now; null = it cannot be used, which is logged.</summary>
    public WebConfig? Current
    {
        get
        {
            byte[] content;
            try
            {
                content = File.ReadAllBytes(path);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                _fileProblems.Tell(e.Message);
                return null;
            }
            var reading = _reading;
            if (reading is null || !content.AsSpan().SequenceEqual(reading.Content)) _reading = reading = Reading.Of(content, path, _folder);
            _fileProblems.Tell(reading.Problem);
            return reading.Config;
        }
    }

    /// <summary>What a handshake is held with now; null = it cannot be held, which is logged.</summary>
    public SslServerAuthenticationOptions? ForHandshake()
    {
        if (Current?.Tls is not { } tls) return null;
        var (identity, problem) = IdentityOf(tls);
        _tlsProblems.Tell(problem);
        return identity is null ? null : TlsOptions.Of(tls, identity.Material, identity.Context);
    }

    (Identity? Identity, string? Problem) IdentityOf(TlsServerConfig tls)
    {
        if (!tls.IsEnabled) return (null, "TLS was configured at the start, and is no more");
        var (pem, unreadable) = TlsPem.Read(tls);
        if (pem is null) return (null, unreadable);
        if (_identity is { } last && last.Pem == pem) return (last, null);
        var (material, unusable) = TlsMaterial.Parse(pem);
        if (material is null) return (null, unusable);
        // The one before it is left to the garbage collector: a handshake may still be held with it.
        return (_identity = new Identity(pem, material, SslStreamCertificateContext.Create(material.Certificate, material.Chain, offline: true)), null);
    }

    sealed record Reading(byte[] Content, WebConfig? Config, string? Problem)
    {
        public static Reading Of(byte[] content, string path, string folder)
        {
            var read = WebConfigLoader.Read(content, folder);
            return new Reading(content, read.Config, read.Errors.Count > 0 ? read.Errors[0].Describe(path) : null);
        }
    }

    sealed record Identity(TlsPem Pem, TlsMaterial Material, SslStreamCertificateContext Context);
}
