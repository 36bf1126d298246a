using System.Diagnostics;

namespace ModelExporter.Benchmarks.Kafka;

/// <summary>The process that holds the brokers, so that what they use is not counted here.</summary>
sealed class BrokerProcess : IDisposable
{
    /// <summary>What the names of its topics begin with.</summary>
    public const string Prefix = "log-";

    readonly Process _process;

    BrokerProcess(Process process, string servers) => (_process, BootstrapServers) = (process, servers);

    public string BootstrapServers { get; }

    public static async Task<BrokerProcess> StartAsync(int records, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardInput = true, RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet") start.ArgumentList.Add(typeof(BrokerProcess).Assembly.Location);
        start.ArgumentList.Add("broker");
        start.ArgumentList.Add($"--records={records}");
        var process = Process.Start(start)!;
        string? servers = await process.StandardOutput.ReadLineAsync(cancellation);
        return new BrokerProcess(process, servers ?? throw new InvalidOperationException("The brokers did not start."));
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
