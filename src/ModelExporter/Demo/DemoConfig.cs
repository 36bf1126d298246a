namespace ModelExporter.Demo;

/// <summary>The config of the demo: an ordinary one.</summary>
static class DemoConfig
{
    public static string Yaml { get; } = $$"""
        # What "modelexporter demo" runs with.
        sources:
          - name: demo
            file: {paths: [{{DemoFolder.Predictions}}, {{DemoFolder.Labels}}]}

        defaults:
          baseline: {first: 5000}     # most of the first day, so that the hour of the day is no drift
          windows: [{{Story.Window}}, 24h]
          labels: {horizon: 3d}
          clock: event                # the log is of the past; leave it out for a live one

        models:
        {{string.Join('\n', SimulatedModels.All.Select(Model))}}

        """;

    static string Model(SimulatedModel model) => $"  - name: {model.Name}\n    {model.Settings.Replace("\n", "\n    ", StringComparison.Ordinal)}";
}
