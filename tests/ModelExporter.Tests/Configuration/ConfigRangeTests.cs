namespace ModelExporter.Tests.Configuration;

public sealed class ConfigRangeTests
{
    /// <summary>The ends of every range are in it, and what lies just beyond them is not.</summary>
    [Theory]
    [InlineData("score_threshold: {0}", "0.000001", "0.999999", "0", "1")]
    [InlineData("baseline: {{span: {0}}}", "1m", "400d", "59s", "401d")]
    [InlineData("baseline: {{first: {0}}}", "50", "100000", "49", "100001")]
    [InlineData("labels: {{horizon: {0}}}", "1m", "4000d", "59s", "4001d")]
    [InlineData("labels: {{max_pending: {0}}}", "1000", "500000000", "999", "500000001")]
    [InlineData("drift: {{threshold: {0}}}", "0.000001", "1000000", "0", "1e400")]
    [InlineData("drift: {{min_samples: {0}}}", "1", "2147483647", "0", "-1")]
    [InlineData("performance: {{min_labels: {0}}}", "1", "2147483647", "0", "-1")]
    [InlineData("alerts: {{drifted_features_ratio: {0}}}", "0.000001", "0.999999", "0", "1")]
    [InlineData("alerts: {{fault_ratio: {0}}}", "0.000001", "0.999999", "0", "1")]
    [InlineData("alerts: {{label_coverage_ratio: {0}}}", "0.000001", "0.999999", "0", "1")]
    [InlineData("alerts: {{max_silence: {0}}}", "1m", "400d", "59s", "401d")]
    [InlineData("alerts: {{max_latency: {0}}}", "1s", "1h", "0s", "3601s")]
    [InlineData("limits: {{features: {0}}}", "1", "5000", "0", "5001")]
    [InlineData("limits: {{categories: {0}}}", "1", "60", "0", "61")]
    [InlineData("limits: {{classes: {0}}}", "2", "100", "1", "101")]
    [InlineData("limits: {{versions: {0}}}", "1", "60", "0", "61")]
    [InlineData("windows: [{0}]", "1m", "400d", "59s", "401d")]
    [InlineData("windows: [{0}]", "last_20", "last_10000000", "last_0", "last_10000020")]
    public void ModelKey_AtAndBeyondTheEndsOfItsRange_IsTakenAndRefused(string line, string least, string most, string below, string above) =>
        HoldsEnds(value => ConfigText.Model(string.Format(line, value)), least, most, below, above);

    [Theory]
    [InlineData("poll_interval", "1s", "1h", "0s", "3601s")]
    [InlineData("poll_interval", "1s", "60m", "0d", "99999999999999999999d")]
    [InlineData("max_line_bytes", "1KiB", "64MiB", "1023", "67108865")]
    public void FileKey_AtAndBeyondTheEndsOfItsRange_IsTakenAndRefused(string key, string least, string most, string below, string above) =>
        HoldsEnds(value => $"{ConfigText.Minimal}\nsources: [{{file: {{paths: [a], {key}: {value}}}}}]", least, most, below, above);

    [Fact]
    public void MaxBodyBytes_AtAndBeyondTheEndsOfItsRange_IsTakenAndRefused() =>
        HoldsEnds(value => $"{ConfigText.Minimal}\nhttp: {{max_body_bytes: {value}}}", "1024", "256MiB", "1023", "99999999999999999999MiB");

    [Fact]
    public void Name_InBytesNotLetters_HasItsRange()
    {
        string Named(string name) => $"models: [{{name: {name}, task: binary}}]";

        Assert.NotNull(ConfigText.Read(Named(new string('é', 128))).Config);
        Assert.Single(ConfigText.Read(Named(new string('é', 128) + "x")).Errors);
    }

    [Fact]
    public void Classes_AtAndBeyondTheEndsOfTheirRange_AreTakenAndRefused()
    {
        static string Classes(int count) => ConfigText.Model($"classes: [{string.Join(", ", Enumerable.Range(0, count))}]", "multiclass");

        Assert.All([2, 100], count => Assert.Empty(ConfigText.Read(Classes(count)).Errors));
        Assert.All([1, 101], count => Assert.Equal("models[0].classes", Assert.Single(ConfigText.Read(Classes(count)).Errors).Path));
    }

    static void HoldsEnds(Func<string, string> config, string least, string most, string below, string above)
    {
        Assert.All([least, most], value => Assert.Empty(ConfigText.Read(config(value)).Errors));
        Assert.All([below, above], value => Assert.Single(ConfigText.Read(config(value)).Errors));
    }
}
