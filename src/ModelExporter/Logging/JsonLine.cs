using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ModelExporter.Logging;

/// <summary>A line that is a JSON object.</summary>
sealed class JsonLine : LogLine
{
    // The default encoder would also escape every letter beyond ASCII.
    static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    readonly ArrayBufferWriter<byte> _buffer = new(256);
    readonly Utf8JsonWriter _json;

    public JsonLine()
    {
        _json = new Utf8JsonWriter(_buffer, Options);
        _json.WriteStartObject();
    }

    public override void Text(string key, string value) => _json.WriteString(key, value);

    public override void Literal(string key, string value)
    {
        _json.WritePropertyName(key);
        _json.WriteRawValue(value);
    }

    public override void WriteTo(TextWriter writer)
    {
        _json.WriteEndObject();
        _json.Flush();
        writer.Write(Encoding.UTF8.GetString(_buffer.WrittenSpan));
        writer.Write('\n');
    }

    public override void Dispose() => _json.Dispose();
}
