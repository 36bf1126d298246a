using System.Text.Json;
using ModelExporter.Configuration.Yaml;

namespace ModelExporter.Configuration.Keys;

/// <summary>Holds the keys of one source against each other: what goes with its type and its format.</summary>
static class SourceRules
{
    public static MappingNode Check(MappingNode source, ConfigErrors errors)
    {
        CheckType(source, errors);
        if (source["columns"] is not { } columns) return source;
        if (!IsCsv(source)) errors.Add(columns, "columns of a log that is not CSV", "add format: csv, or remove it: the fields of JSON have names of their own");
        RefuseTwins(columns, errors);
        return source;
    }

    public static void WriteSchema(Utf8JsonWriter json)
    {
        json.ExactlyOne("file", "kafka");
        json.Schemas(
            "allOf",
            csv => csv.If("format", Choices.Format.WordOf(RecordFormat.Csv), then => then.Schema("properties", keys => keys.WriteBoolean("kafka", false))),
            plain => plain.If("format", Choices.Format.WordOf(RecordFormat.Json), NoColumns),
            unsaid =>
            {
                unsaid.Schema("if", NamesOtherThanCsv);
                unsaid.Schema("then", NoColumns);
            });

        static void NoColumns(Utf8JsonWriter then) => then.Schema("properties", keys => keys.WriteBoolean("columns", false));
    }

    /// <summary>No format is said, and the name of a file does not tell that it is CSV.</summary>
    static void NamesOtherThanCsv(Utf8JsonWriter json)
    {
        json.Schema("not", said => said.Strings("required", ["format"]));
        json.Strings("required", ["file"]);
        json.Schema("properties", keys => keys.Schema("file", file =>
        {
            file.Types("object");
            file.Strings("required", ["paths"]);
            file.Schema("properties", inside => inside.Schema("paths", paths =>
            {
                paths.Types("array");
                paths.Schema("contains", path =>
                {
                    path.Types("string");
                    path.Schema("not", csv => csv.Pattern(@"\.[cC][sS][vV](\.[gG][zZ])?$"));
                });
            }));
        }));
    }

    static void CheckType(MappingNode source, ConfigErrors errors)
    {
        if (source["kafka"] is not { } kafka)
        {
            if (source["file"] is null) errors.Add(source, "neither file nor kafka", "add file: {paths: […]} or kafka: {topics: […], config: {…}}");
            return;
        }
        if (source["file"] is not null) errors.Add(kafka, "kafka beside file", "make two sources of them");
        if (Choices.Format.TryFind(source["format"], out var format) && format == RecordFormat.Csv)
            errors.Add(source["format"]!, "csv from Kafka", "remove it: a message has no header that names its columns");
    }

    static bool IsCsv(MappingNode source)
    {
        if (source["format"] is { } format) return !Choices.Format.TryFind(format, out var known) || known == RecordFormat.Csv;
        return source["file"] is not MappingNode file || file["paths"] is not ListNode paths
            || paths.Items.All(p => p is ScalarNode path && RecordFormats.OfName(path.Text) == RecordFormat.Csv);
    }

    static void RefuseTwins(ConfigNode columns, ConfigErrors errors)
    {
        var roles = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in columns is MappingNode mapping ? mapping.Entries : [])
        {
            if (entry.Value is ScalarNode { IsNull: false } column && !roles.TryAdd(column.Text, entry.Key))
                errors.Add(column, $"column {Quoted.Text(column.Text)} is {roles[column.Text]} already", "give each its own column");
        }
    }
}
