namespace ModelExporter.Demo;

/// <summary>Where a browser on this machine finds the pages.</summary>
/// <param name="Main">The main listener.</param>
/// <param name="Telemetry">The telemetry listener.</param>
/// <param name="MetricsPath">The path of the metrics, on both.</param>
sealed record DemoAddresses(string Main, string Telemetry, string MetricsPath)
{
    /// <summary>Of an address that stands for every interface, this machine's name.</summary>
    public static string ForBrowser(string address) =>
        address.Replace("//[::]:", "//localhost:", StringComparison.Ordinal).Replace("//0.0.0.0:", "//localhost:", StringComparison.Ordinal);
}
