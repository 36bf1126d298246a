namespace ModelExporter.Demo;

/// <summary>What lies in the folder of a demo: two logs and the config that reads them.</summary>
static class DemoFolder
{
    public const string Predictions = "predictions.jsonl";

    public const string Labels = "labels.jsonl";

    public const string Config = "modelexporter.yml";

    /// <summary>Creates the folder where it is missing, writes the config into it and opens the logs.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="brokers">Where one model's records go instead of into it; null = none do.</param>
    /// <exception cref="IOException">It cannot be written, or has one of these files: nothing is overwritten.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public static LogWriter Create(string folder, string? brokers = null)
    {
        Directory.CreateDirectory(folder);
        foreach (string name in new[] { Predictions, Labels, Config })
            if (File.Exists(Path.Combine(folder, name))) throw new IOException($"{Path.Combine(folder, name)} is there already; name a new folder.");
        var files = new FileTarget(folder);
        using var config = new StreamWriter(new FileStream(Path.Combine(folder, Config), FileMode.CreateNew));
        config.Write(DemoConfig.Yaml(brokers));
        return new LogWriter(brokers is null ? files : new KafkaTarget(brokers, files));
    }
}
