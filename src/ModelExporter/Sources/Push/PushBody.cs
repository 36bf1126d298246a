namespace ModelExporter.Sources.Push;

/// <summary>The body of one request, decompressed, in memory that is lent until <see cref="Dispose"/>.</summary>
public sealed class PushBody : IDisposable
{
    static readonly string[] GzipNames = ["gzip", "x-gzip"];

    readonly PooledBytes? _bytes;

    PushBody(PushBodyStatus status, PooledBytes? bytes = null)
    {
        Status = status;
        _bytes = bytes;
    }

    public PushBodyStatus Status { get; }

    /// <summary>The body; empty unless <see cref="Status"/> is <see cref="PushBodyStatus.Ok"/>.</summary>
    public ReadOnlyMemory<byte> Content => _bytes?.Written ?? default;

    /// <summary>Reads a body to its end, or to the limit. Gzip is known by its header field or by its first bytes, since many clients forget
    /// the field.</summary>
    /// <param name="body">The body as it was sent.</param>
    /// <param name="contentEncoding">The header field's value, if it was sent.</param>
    /// <param name="limit">Most bytes of the body, as sent and decompressed.</param>
    /// <param name="cancellation">Ends the reading when the client has gone.</param>
    public static async ValueTask<PushBody> ReadAsync(Stream body, string? contentEncoding, int limit, CancellationToken cancellation)
    {
        if (!TryReadEncoding(contentEncoding, out bool gzip)) return new PushBody(PushBodyStatus.UnknownEncoding);
        PooledBytes? sent = new();
        try
        {
            if (!await sent.TryFillAsync(body, limit, cancellation)) return new PushBody(PushBodyStatus.TooLarge);
            var content = sent;
            if (!gzip && !Gunzip.IsGzip(sent.Written.Span))
            {
                sent = null;
                return new PushBody(PushBodyStatus.Ok, content);
            }
            content = new PooledBytes();
            var status = Gunzip.Expand(sent, content, limit);
            if (status == PushBodyStatus.Ok) return new PushBody(status, content);
            content.Dispose();
            return new PushBody(status);
        }
        finally
        {
            sent?.Dispose();
        }
    }

    public void Dispose() => _bytes?.Dispose();

    static bool TryReadEncoding(string? name, out bool gzip)
    {
        name = name?.Trim();
        gzip = GzipNames.Contains(name, StringComparer.OrdinalIgnoreCase);
        return gzip || string.IsNullOrEmpty(name) || name.Equals("identity", StringComparison.OrdinalIgnoreCase);
    }
}
