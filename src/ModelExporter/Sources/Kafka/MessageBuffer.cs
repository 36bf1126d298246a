using Confluent.Kafka;

namespace ModelExporter.Sources.Kafka;

/// <summary>Takes the key or the value of a message over from the client's memory, into the same bytes every time.</summary>
/// <remarks>It does not decode yet: the client tells a deserializer neither partition nor offset nor time, and a record without a time needs the latter.</remarks>
/// <param name="maxBytes">What is longer is not taken over.</param>
sealed class MessageBuffer(int maxBytes) : IDeserializer<MessageBuffer>
{
    byte[] _bytes = [];

    /// <summary>The length that it has in the message; -1 = it is null there.</summary>
    public int Length { get; private set; } = -1;

    public bool IsTooLong => Length > maxBytes;

    public ReadOnlySpan<byte> Bytes => Length < 0 || IsTooLong ? [] : _bytes.AsSpan(0, Length);

    public MessageBuffer Deserialize(ReadOnlySpan<byte> data, bool isNull, SerializationContext context)
    {
        Length = isNull ? -1 : data.Length;
        if (IsTooLong) return this;
        if (_bytes.Length < data.Length) _bytes = new byte[Math.Min(maxBytes, Math.Max(2 * data.Length, 1024))];
        data.CopyTo(_bytes);
        return this;
    }
}
