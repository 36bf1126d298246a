using System.Buffers;
using System.Text.Json;

namespace ModelExporter.Sources.Push;

/// <summary>The answer to a push:
/// <c>{"accepted":n,"rejected":m,"errors":[{"record":3,"reason":"malformed_json","message":"…"}]}</c>.</summary>
public static class PushResponse
{
    public static void Write(IBufferWriter<byte> output, PushResult result)
    {
        using var json = new Utf8JsonWriter(output);
        json.WriteStartObject();
        json.WriteNumber("accepted"u8, result.Accepted);
        json.WriteNumber("rejected"u8, result.Rejected);
        json.WriteStartArray("errors"u8);
        foreach (var error in result.Errors)
        {
            json.WriteStartObject();
            json.WriteNumber("record"u8, error.Record);
            json.WriteString("reason"u8, error.Reason);
            json.WriteString("message"u8, error.Message);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
