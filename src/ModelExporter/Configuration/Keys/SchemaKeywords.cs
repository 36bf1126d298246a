using System.Text.Json;

namespace ModelExporter.Configuration.Keys;

/// <summary>Writes keywords of JSON Schema (draft 7) into the object that is open.</summary>
static class SchemaKeywords
{
    /// <summary>What plain text is to YAML: it may look like a number or a boolean.</summary>
    public static readonly string[] AnyText = ["string", "number", "boolean"];

    /// <summary>Kinds of numbers as YAML has them; within quotation marks they are text, which the config takes as well.</summary>
    public static readonly string[] Number = ["number", "string"], Integer = ["integer", "string"];

    public static void Types(this Utf8JsonWriter json, params string[] types)
    {
        if (types is [var only]) json.WriteString("type", only);
        else json.Strings("type", types);
    }

    public static void Pattern(this Utf8JsonWriter json, string expression) => json.WriteString("pattern", expression);

    public static void Strings(this Utf8JsonWriter json, string keyword, IEnumerable<string> texts)
    {
        json.WriteStartArray(keyword);
        foreach (string text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }

    public static void Schema(this Utf8JsonWriter json, string keyword, Action<Utf8JsonWriter> write)
    {
        json.WriteStartObject(keyword);
        write(json);
        json.WriteEndObject();
    }

    /// <summary>A keyword that combines schemas, such as <c>anyOf</c>.</summary>
    public static void Schemas(this Utf8JsonWriter json, string keyword, params IEnumerable<Action<Utf8JsonWriter>> all)
    {
        json.WriteStartArray(keyword);
        foreach (var write in all)
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    /// <summary>The mapping has exactly one of these keys.</summary>
    public static void ExactlyOne(this Utf8JsonWriter json, params string[] keys) =>
        json.Schemas("oneOf", keys.Select<string, Action<Utf8JsonWriter>>(key => one => one.Strings("required", [key])));

    /// <summary>If a key of the mapping has one value, then more holds.</summary>
    public static void If(this Utf8JsonWriter json, string key, string value, Action<Utf8JsonWriter> then)
    {
        json.Schema("if", condition =>
        {
            condition.Schema("properties", keys => keys.Schema(key, of => of.WriteString("const", value)));
            condition.Strings("required", [key]);
        });
        json.Schema("then", then);
    }
}
