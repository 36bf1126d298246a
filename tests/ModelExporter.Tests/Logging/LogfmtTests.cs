using Microsoft.Extensions.Logging;

namespace ModelExporter.Tests.Logging;

public class LogfmtTests
{
    const string Start = "time=2026-01-02T15:04:05.678Z level=";

    [Fact]
    public void Line_MessageWithParameters_IsAsPrometheusWritesIt()
    {
        var log = new LogCapture();
        LogEvents.Following(log, "/var/log/predictions.jsonl", 4096);
        Assert.Equal(
            Start + "INFO component=FileTail msg=\"following /var/log/predictions.jsonl from byte 4096\" path=/var/log/predictions.jsonl start_offset=4096\n",
            log.Written);
    }

    [Theory]
    [InlineData(LogLevel.Trace, "DEBUG")]
    [InlineData(LogLevel.Debug, "DEBUG")]
    [InlineData(LogLevel.Information, "INFO")]
    [InlineData(LogLevel.Warning, "WARN")]
    [InlineData(LogLevel.Error, "ERROR")]
    [InlineData(LogLevel.Critical, "ERROR")]
    public void Line_EachLevel_HasItsName(LogLevel level, string name)
    {
        var log = new LogCapture(category: "Startup");
        log.Log(level, default, "ready", null, (state, _) => state);
        Assert.Equal($"{Start}{name} component=Startup msg=ready\n", log.Written);
    }

    [Fact]
    public void Line_ValuesOfAllKinds_AreWrittenInvariantly()
    {
        var log = new LogCapture();
        LogEvents.AllKinds(log);
        Assert.Equal(
            Start + "INFO component=FileTail msg=\"all kinds\" ratio=0.25 undefined=NaN is_up=true nothing=null delay=00:00:01.5000000 "
            + "seen_at=2026-05-06T07:08:09.0000000+02:00 models=\"a, b\" kind=Warning\n",
            log.Written);
    }

    [Fact]
    public void Line_ParametersNamedLikeItsOwnKeys_KeepThemApart()
    {
        var log = new LogCapture();
        LogEvents.Names(log, 200, 7, "low", "x");
        Assert.Equal(Start + "INFO component=FileTail msg=names http_status=200 utf8_bytes=7 level_=low msg_=x\n", log.Written);
    }

    [Theory]
    [InlineData("", "\"\"")]
    [InlineData("two words", "\"two words\"")]
    [InlineData("a=b", "\"a=b\"")]
    [InlineData("say \"hi\"", "\"say \\\"hi\\\"\"")]
    [InlineData(@"C:\logs", @"C:\logs")]
    [InlineData(@"C:\my logs", @"""C:\\my logs""")]
    [InlineData("x\ntime=now level=ERROR msg=forged", "\"x\\ntime=now level=ERROR msg=forged\"")]
    [InlineData("x\r\n\ty", "\"x\\r\\n\\ty\"")]
    [InlineData("\u001b[31mred", "\"\\u001b[31mred\"")]
    [InlineData("\0", "\"\\u0000\"")]
    [InlineData("next\u0085line", "\"next\\u0085line\"")]
    [InlineData("\u2028\u2029", "\"\\u2028\\u2029\"")]
    [InlineData("\u202egnp.exe", "\"\\u202egnp.exe\"")]
    [InlineData("no\u00a0break", "\"no\\u00a0break\"")]
    [InlineData("tag\U000e0041", "\"tag\\U000e0041\"")]
    [InlineData("größe🚀", "größe🚀")]
    public void Value_HostileText_StaysWithinItsValue(string value, string expected)
    {
        var log = new LogCapture();
        LogEvents.Skipped(log, value);
        Assert.Equal(Start + $"WARN component=FileTail msg=\"skipped a record\" reason={expected}\n", log.Written);
    }

    // Not in the table above: an attribute cannot hold half a surrogate pair.
    [Fact]
    public void Value_HalfASurrogatePair_IsEscaped()
    {
        var log = new LogCapture();
        LogEvents.Following(log, "\ude80half\ud83d", 0);
        Assert.EndsWith(" path=\"\\ude80half\\ud83d\" start_offset=0\n", log.Written, StringComparison.Ordinal);
    }

    [Fact]
    public void Message_WithHostileParameter_StaysWithinItsValue()
    {
        var log = new LogCapture();
        LogEvents.Following(log, "a\"\nlevel=ERROR", 0);
        Assert.Equal(
            Start + "INFO component=FileTail msg=\"following a\\\"\\nlevel=ERROR from byte 0\" path=\"a\\\"\\nlevel=ERROR\" start_offset=0\n",
            log.Written);
    }

    [Fact]
    public void Key_HostileName_IsMadeOfHarmlessLetters()
    {
        var log = new LogCapture();
        KeyValuePair<string, object?>[] state = [new("a b=\"\nC", 1), new("", 2), new("ü", 3)];
        log.Log(LogLevel.Information, default, state, null, (_, _) => "m");
        Assert.Equal(Start + "INFO component=FileTail msg=m a_b___c=1 _=2 _=3\n", log.Written);
    }

    [Theory]
    [InlineData(512, 512, "")]
    [InlineData(513, 512, "…")]
    [InlineData(100_000, 512, "…")]
    public void Value_Long_IsCut(int length, int kept, string end)
    {
        var log = new LogCapture();
        LogEvents.Skipped(log, new string('x', length));
        Assert.EndsWith($" reason={new string('x', kept)}{end}\n", log.Written, StringComparison.Ordinal);
    }

    [Fact]
    public void Value_CutInsideASurrogatePair_LosesThePair()
    {
        var log = new LogCapture();
        LogEvents.Skipped(log, new string('x', 511) + "🚀🚀");
        Assert.EndsWith($" reason={new string('x', 511)}…\n", log.Written, StringComparison.Ordinal);
    }

    [Fact]
    public void Line_WithinScopes_DoesNotSaySo()
    {
        var log = new LogCapture();
        using (log.BeginScope("secret"))
        using (log.BeginScope(new Dictionary<string, object> { ["RequestId"] = "abc" }))
            LogEvents.Skipped(log, "no_id");
        Assert.Equal(Start + "WARN component=FileTail msg=\"skipped a record\" reason=no_id\n", log.Written);
    }
}
