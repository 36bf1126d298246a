namespace ModelExporter.Engine.Tests.Scenarios;

public class ScenarioTests
{
    static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Scenarios");

    public static TheoryData<string> Files =>
        [.. Directory.GetFiles(Folder, "*.scenario").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Scenario_Played_MeetsEveryExpectation(string name) => Play(name, new ScenarioRunner());

    [Theory]
    [MemberData(nameof(Files))]
    public void Scenario_PlayedWithARestartBeforeEachLine_MeetsEveryExpectation(string name) => Play(name, new ScenarioRunner(restarts: true));

    static void Play(string name, ScenarioRunner runner)
    {
        int number = 0;
        foreach (string line in File.ReadLines(Path.Combine(Folder, name + ".scenario")))
        {
            number++;
            try
            {
                runner.Run(line);
            }
            catch (Exception e)
            {
                // Which line failed is what a reader wants to know first.
                Assert.Fail($"{name}.scenario({number}): {line}\n{e.Message}\n{(e is FormatException or ScenarioException ? "" : e)}");
            }
        }
        Assert.True(runner.Expectations > 0, "a scenario without an expectation");
    }
}
