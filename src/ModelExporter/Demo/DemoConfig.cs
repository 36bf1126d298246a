namespace ModelExporter.Demo;

/// <summary>The config of the demo: an ordinary one.</summary>
static class DemoConfig
{
    /// <param name="brokers">Where one model's records are consumed from; null = all are in files.</param>
    public static string Yaml(string? brokers = null) => $$"""
        # What "modelexporter demo" runs with.
        sources:
          - name: demo
            file: {paths: [{{DemoFolder.Predictions}}, {{DemoFolder.Labels}}]}
        {{(brokers is null ? "" : Kafka(brokers))}}
        defaults:
          baseline: {first: 5000}     # most of the first day, so that the hour of the day is no drift
          windows: [{{Story.Window}}, 24h]
          labels: {horizon: 3d}
          clock: event                # the log is of the past; leave it out for a live one

        models:
        {{string.Join('\n', SimulatedModels.All.Select(Model))}}

        """;

    static string Kafka(string brokers) => $$$"""
          - name: kafka
            kafka: {topics: [{{{KafkaTarget.Predictions}}}, {{{KafkaTarget.Labels}}}], config: {bootstrap.servers: "{{{brokers}}}", group.id: modelexporter}}

        """;

    static string Model(SimulatedModel model) => $"  - name: {model.Name}\n    {model.Settings.Replace("\n", "\n    ", StringComparison.Ordinal)}";
}
