using System.Text;

namespace ModelExporter.Configuration;

/// <summary>Writes the reference of the config file from the table of its keys: <c>docs/configuration.md</c>.</summary>
public static class ConfigReference
{
    const string Introduction = """
        # Configuration

        <!-- Written by ConfigReference from the table of keys; a test holds it fresh. Change the table, not this page. -->

        One YAML file says what is monitored. The smallest one names a model and what it predicts:

        ```yaml
        models:
          - name: churn
            task: binary
        ```

        Everything else has a default. A file with errors is refused as a whole, with all of its errors at once,
        each with its line and its remedy. [modelexporter.example.yml](../deploy/modelexporter.example.yml) has every key as a comment, to begin
        from; `modelexporter check --print-schema` prints the [JSON Schema](../deploy/modelexporter.schema.json), by which editors complete keys and
        tell most errors. The schema refuses nothing that the exporter takes but `null` as text; `modelexporter check` tells the rest.

        - A **duration** is a whole number of seconds, minutes, hours or days: `30s`, `5m`, `1h`, `7d`.
        - A **size** is a whole number of bytes, or of `KiB` or `MiB`: `65536`, `64KiB`, `1MiB`.
        - A **window** is a duration, or `last_N`: the last N records, N a multiple of 20.
        - **Text** is taken as it is written: `1`, `"1"` and `yes` are the texts 1, 1 and yes.
        - A **path** or **glob** that is not absolute starts at the folder of the config file.
        - In the paths of keys below, `[]` stands for any item of a list.
        - Anchors, aliases and merge keys (`<<`) work; tags and several documents in a file do not.
        """;

    public static string Markdown()
    {
        var page = new StringBuilder(Introduction).Append('\n');
        foreach (var section in ConfigKeys.All.GroupBy(SectionOf))
        {
            page.Append('\n').Append("## ").Append(section.Key).Append("\n\n");
            page.Append("| Key | Type | Default | Range | What it does |\n");
            page.Append("| --- | --- | --- | --- | --- |\n");
            foreach (var key in section)
            {
                page.Append("| `").Append(key.Path).Append("` | ").Append(key.Type).Append(" | ").Append(DefaultOf(key));
                page.Append(" | ").Append(key.Range).Append(" | ").Append(key.Purpose).Append(" |\n");
            }
        }
        return page.ToString();
    }

    static string SectionOf(ConfigKey key) => key.Path.Split('.', '[')[0];

    static string DefaultOf(ConfigKey key) => key.IsRequired ? "required" : key.Default is null ? "" : $"`{key.Default}`";
}
