namespace ModelExporter.Sources.Push;

/// <summary>What became of reading a request's body.</summary>
public enum PushBodyStatus
{
    Ok,

    /// <summary>Longer than the limit, as sent or decompressed: 413.</summary>
    TooLarge,

    /// <summary>A <c>Content-Encoding</c> that is not read here: 415.</summary>
    UnknownEncoding,

    /// <summary>Gzip that is damaged or ends too early: 400.</summary>
    CorruptEncoding,
}
