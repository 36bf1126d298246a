using System.Runtime.InteropServices;
using Confluent.Kafka;
using ModelExporter.Demo;

namespace ModelExporter.Commands;

/// <summary><c>modelexporter demo --live-log</c>: the models without the exporter.</summary>
static class DemoLiveLog
{
    public static async Task<int> RunAsync(string folder, string? brokers, double speed, uint seed, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        try
        {
            using var log = DemoFolder.Create(folder, brokers);
            await new LiveLog(new Simulation(seed, log), new Narrator(Console.Out), TimeProvider.System).RunAsync(speed, stop.Token);
            return ExitCodes.Ok;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return ExitCodes.Ok;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or KafkaException)
        {
            Console.Error.WriteLine($"--live-log: {e.Message}");
            return ExitCodes.Usage;
        }

        void Stop(PosixSignalContext context)
        {
            // Without this the signal would end the process at once.
            context.Cancel = true;
            stop.Cancel();
        }
    }
}
