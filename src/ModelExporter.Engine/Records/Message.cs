namespace ModelExporter.Engine.Records;

/// <summary>What a message of a topic says beside its payload. It is filled anew for every message, and good for as long as that is decoded.</summary>
public sealed class Message
{
    readonly List<MessageHeader> _headers = [];
    byte[] _key = [];
    int _keyLength = -1;

    public string Topic { get; set; } = "";

    public int Partition { get; set; }

    public long Offset { get; set; }

    /// <summary>Microseconds since the epoch; null = it has no time.</summary>
    public long? Timestamp { get; set; }

    /// <summary>Whether it has a key; an empty one is a key.</summary>
    public bool HasKey => _keyLength >= 0;

    public ReadOnlySpan<byte> Key => HasKey ? _key.AsSpan(0, _keyLength) : [];

    /// <summary>The headers in the order of the message; a name may be there twice. Those of a CloudEvent begin with <c>ce_</c>.</summary>
    public IReadOnlyList<MessageHeader> Headers => _headers;

    public void SetKey(ReadOnlySpan<byte> key)
    {
        if (_key.Length < key.Length) _key = new byte[Math.Max(key.Length, 64)];
        key.CopyTo(_key);
        _keyLength = key.Length;
    }

    public void ClearKey() => _keyLength = -1;

    public void AddHeader(string name, ReadOnlyMemory<byte> value) => _headers.Add(new MessageHeader(name, value));

    public void ClearHeaders() => _headers.Clear();

    /// <summary>The value of the last header of a name, which is the one that counts.</summary>
    public bool TryGetHeader(string name, out ReadOnlyMemory<byte> value)
    {
        for (int i = _headers.Count - 1; i >= 0; i--)
        {
            if (_headers[i].Name != name) continue;
            value = _headers[i].Value;
            return true;
        }
        value = default;
        return false;
    }
}
