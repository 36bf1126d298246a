using System.Text;
using ModelExporter.Configuration;

namespace ModelExporter.Tests.Configuration;

/// <summary>Configs as text, and what the loader makes of them.</summary>
static class ConfigText
{
    public const string Folder = "/etc/modelexporter";

    public const string Minimal = """
        models:
          - name: churn
            task: binary
        """;

    /// <summary>Every key of the table, none with its default. Some keys exclude each other, hence three models.</summary>
    public const string EveryKey = """
        sources:
          - name: app
            file:
              paths: [logs/predictions*.jsonl, /var/log/model.jsonl]
              start: end
              poll_interval: 5s
              max_line_bytes: 64KiB
            model: churn
            flat: true
          - file:
              paths: [more.csv]
            format: csv
            columns: {id: a, ts: b, model: c, version: d, prediction: e, score: f, label: g, latency_ms: h, features: [i, j]}
          - kafka:
              topics: [predictions, ^labels-.*]
              records: predictions
              start: 2026-11-23T10:00:00Z
              max_message_bytes: 2MiB
              dead_letter: {topic: dead}
              config:
                bootstrap.servers: localhost:9092
                group.id: exporters
                sasl.password: {env: PASSWORD}
          - kafka:
              topics: [others]
              dead_letter: {file: dead.jsonl, max_bytes: 1MiB}
              config: {bootstrap.servers: "localhost:9092", group.id: exporters}
        http:
          max_body_bytes: 1MiB
        checkpoint: {path: state, interval: 30s}
        models:
          - name: churn
            task: binary
            positive_label: "yes"
            negative_label: no
            score_threshold: 0.7
            features: {age: numeric, plan: categorical}
            ignored_features: [customer]
            baseline: {file: baseline.json}
            windows: [5m, last_20]
            clock: event
            labels: {horizon: 1h, max_pending: 5000}
            performance:
              window_by: prediction
              thresholds: {accuracy: 0.8, log_loss: 0.4}
              min_labels: 100
            drift: {statistic: ks, threshold: 0.2, min_samples: 10}
            alerts: {drifted_features_ratio: 0.5, fault_ratio: 0.1, label_coverage_ratio: 0.8, max_silence: 30m, max_latency: 2s}
            limits: {features: 20, categories: 6, classes: 5, versions: 4}
          - name: species
            task: multiclass
            classes: [a, b, c]
            baseline: {first: 500}
          - name: price
            task: regression
            baseline: {span: 2h}
        defaults:
          labels: {max_pending: 7000}
        """;

    public static ConfigResult Read(string yaml) => ConfigLoader.Read(Encoding.UTF8.GetBytes(yaml), Folder);

    public static ExporterConfig Good(string yaml)
    {
        var result = Read(yaml);
        Assert.Empty(result.Errors);
        return Assert.IsType<ExporterConfig>(result.Config);
    }

    /// <summary>The errors as the terminal shows them.</summary>
    public static IReadOnlyList<string> Errors(string yaml)
    {
        var result = Read(yaml);
        Assert.Null(result.Config);
        return [.. result.Errors.Select(e => e.Describe("config.yml"))];
    }

    /// <summary>A binary model with one more line.</summary>
    public static string Model(string line, string task = "binary") => $$"""
        models:
          - name: churn
            task: {{task}}
            {{line}}
        """;
}
