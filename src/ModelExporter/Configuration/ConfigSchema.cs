using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ModelExporter.Configuration.Keys;

namespace ModelExporter.Configuration;

/// <summary>Writes the JSON Schema of the config file from the table of its keys, by which editors complete and check: <c>deploy/modelexporter.schema.json</c>.</summary>
public static class ConfigSchema
{
    /// <summary>Nothing here gets into HTML, so that quotation marks and the like can be read.</summary>
    static readonly JsonWriterOptions Readable = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Json()
    {
        using var content = new MemoryStream();
        using (var json = new Utf8JsonWriter(content, Readable))
        {
            json.WriteStartObject();
            json.WriteString("$schema", "http://json-schema.org/draft-07/schema#");
            json.WriteString("title", "Configuration of ModelExporter");
            RootKeys.Type.WriteSchema(json);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(content.GetBuffer(), 0, (int)content.Length) + "\n";
    }
}
