using System.Globalization;

namespace ModelExporter.Tests.WebConfiguration;

/// <summary>The TCP ports at which a process listens, as Linux knows them.</summary>
static class ListeningSockets
{
    const string Listen = "0A";

    public static int[] Of(int process)
    {
        var own = Directory.GetFiles($"/proc/{process}/fd").Select(f => File.ResolveLinkTarget(f, returnFinalTarget: false)?.Name ?? "").ToHashSet();
        return [.. new[] { "tcp", "tcp6" }
            .SelectMany(family => File.ReadLines($"/proc/{process}/net/{family}").Skip(1))
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(fields => fields[3] == Listen && own.Contains($"socket:[{fields[9]}]"))
            .Select(fields => int.Parse(fields[1].Split(':')[1], NumberStyles.HexNumber, CultureInfo.InvariantCulture))
            .Order()];
    }
}
