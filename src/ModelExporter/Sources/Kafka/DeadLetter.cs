using System.Buffers;
using System.Globalization;
using System.Text.Json;
using ModelExporter.Engine.Records;

namespace ModelExporter.Sources.Kafka;

/// <summary>Writes the copy of a rejected message: one JSON object with the reason, the message's place and time, and its value in base64.</summary>
static class DeadLetter
{
    public static ReadOnlyMemory<byte> Of(Message message, RejectReason reason, ReadOnlySpan<byte> payload)
    {
        var letter = new ArrayBufferWriter<byte>(256 + payload.Length * 2);
        using (var json = new Utf8JsonWriter(letter))
        {
            json.WriteStartObject();
            json.WriteString("reason"u8, reason.Key());
            json.WriteString("topic"u8, message.Topic);
            json.WriteNumber("partition"u8, message.Partition);
            json.WriteNumber("offset"u8, message.Offset);
            if (message.Timestamp is { } time)
                json.WriteString("timestamp"u8, DateTimeOffset.UnixEpoch.AddMicroseconds(time).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
            if (!payload.IsEmpty) json.WriteBase64String("payload"u8, payload);
            json.WriteEndObject();
        }
        return letter.WrittenMemory;
    }
}
