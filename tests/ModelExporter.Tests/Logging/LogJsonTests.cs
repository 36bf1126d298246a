using System.Text.Json;
using ModelExporter.Logging;

namespace ModelExporter.Tests.Logging;

public class LogJsonTests
{
    [Fact]
    public void Line_MessageWithParameters_HasTheKeysOfLogfmt()
    {
        var log = new LogCapture(LogFormat.Json);
        LogEvents.Following(log, "/var/log/predictions.jsonl", 4096);
        Assert.Equal(
            """{"time":"2026-01-02T15:04:05.678Z","level":"INFO","component":"FileTail","msg":"following /var/log/predictions.jsonl from byte 4096","path":"/var/log/predictions.jsonl","start_offset":4096}""" + "\n",
            log.Written);
    }

    [Fact]
    public void Line_ValuesOfAllKinds_HaveTheirJsonTypes()
    {
        var log = new LogCapture(LogFormat.Json);
        LogEvents.AllKinds(log);
        Assert.EndsWith(
            ""","msg":"all kinds","ratio":0.25,"undefined":"NaN","is_up":true,"nothing":null,"delay":"00:00:01.5000000","seen_at":"2026-05-06T07:08:09.0000000+02:00","models":"a, b","kind":"Warning"}""" + "\n",
            log.Written, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"}\n{\"level\":\"ERROR\"}")]
    [InlineData("x\r\n\t\0\u001b[31m\u0085\u2028\u2029")]
    [InlineData("größe🚀")]
    public void Value_HostileText_IsOneLineAndReadsBack(string value)
    {
        var log = new LogCapture(LogFormat.Json);
        LogEvents.Skipped(log, value);
        Assert.Equal(log.Written.Length - 1, log.Written.IndexOfAny(['\n', '\r', '\u0085', '\u2028', '\u2029', '\u001b']));
        using var line = JsonDocument.Parse(log.Written);
        Assert.Equal(value, line.RootElement.GetProperty("reason").GetString());
        Assert.Equal("WARN", line.RootElement.GetProperty("level").GetString());
    }

    [Fact]
    public void Value_HalfASurrogatePair_IsReplaced()
    {
        var log = new LogCapture(LogFormat.Json);
        LogEvents.Skipped(log, "half\ud83d");
        using var line = JsonDocument.Parse(log.Written);
        Assert.Equal("half\ufffd", line.RootElement.GetProperty("reason").GetString());
    }

    [Fact]
    public void Value_Long_IsCut()
    {
        var log = new LogCapture(LogFormat.Json);
        LogEvents.Skipped(log, new string('x', 513));
        Assert.EndsWith($"\"reason\":\"{new string('x', 512)}…\"}}\n", log.Written, StringComparison.Ordinal);
    }

    [Fact]
    public void Line_Exception_HasItAsOneValue()
    {
        var log = new LogCapture(LogFormat.Json);
        LogEvents.Stopped(log, new IOException("disk\nfull"));
        Assert.EndsWith(""","level":"ERROR","component":"FileTail","msg":"reading stopped","err":"IOException: disk\nfull"}""" + "\n", log.Written, StringComparison.Ordinal);
    }
}
