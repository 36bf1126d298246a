namespace ModelExporter.Configuration.Keys;

/// <summary>The table of the keys of records pushed by HTTP.</summary>
static class HttpKeys
{
    static readonly IReadOnlyList<Key<HttpConfig>> All =
    [
        Key<HttpConfig>.Of("max_body_bytes", Scalars.Size("1KiB", "256MiB"), "10MiB",
            "A larger body, measured after decompression, is refused.",
            (h, bytes) => h with { MaxBodyBytes = bytes }),
    ];

    public static readonly RecordType<HttpConfig> Type = new(new HttpConfig(), All);
}
