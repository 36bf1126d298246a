using ModelExporter.Demo;
using ModelExporter.Tests.EndToEnd;

namespace ModelExporter.Tests.Demo;

public sealed class SimulationTests : IDisposable
{
    readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Simulation_SameSeed_WritesTheSameBytes()
    {
        string first = Write("a", 7, TimeSpan.FromHours(12));
        Assert.NotEqual("", first);
        // In what steps it is lived makes no difference: the live demo's depend on the clock.
        Assert.Equal(first, Write("b", 7, TimeSpan.FromHours(5), TimeSpan.FromHours(5.01), TimeSpan.FromHours(12)));
        Assert.NotEqual(first, Write("c", 8, TimeSpan.FromHours(12)));
    }

    [Fact]
    public void Traffic_OverADay_IsDenserInTheBusiestHours()
    {
        string log = Write("day", 7, TimeSpan.FromHours(24));
        int[] perHour = new int[24];
        foreach (string line in log.Split('\n').Where(l => l.Contains("\"model\":\"delivery_time\",\"version\"", StringComparison.Ordinal)))
            perHour[int.Parse(line.AsSpan(line.IndexOf("\"ts\":\"", StringComparison.Ordinal) + 17, 2), System.Globalization.CultureInfo.InvariantCulture)]++;
        Assert.InRange(perHour[19], 2 * perHour[7], 8 * perHour[7]);
    }

    string Write(string name, ulong seed, params TimeSpan[] steps)
    {
        using (var log = DemoFolder.Create(_folder[name]))
        {
            var simulation = new Simulation(seed, log);
            foreach (var step in steps) simulation.RunTo(Story.Start + step);
        }
        return File.ReadAllText(Path.Combine(_folder[name], DemoFolder.Predictions)) + File.ReadAllText(Path.Combine(_folder[name], DemoFolder.Labels));
    }
}
