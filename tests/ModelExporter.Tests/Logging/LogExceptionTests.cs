using Microsoft.Extensions.Logging;

namespace ModelExporter.Tests.Logging;

public class LogExceptionTests
{
    const string Start = "time=2026-01-02T15:04:05.678Z level=ERROR component=FileTail msg=\"reading stopped\" ";

    [Fact]
    public void Exception_Thrown_IsItsTypeAndMessageOnOneLine()
    {
        var log = new LogCapture();
        LogEvents.Stopped(log, Thrown("disk\n\"full\""));
        Assert.Equal(Start + "err=\"IOException: disk\\n\\\"full\\\"\"\n", log.Written);
    }

    [Fact]
    public void Exception_WithCauses_NamesThemAll()
    {
        var log = new LogCapture();
        LogEvents.Stopped(log, new InvalidOperationException("no batch", new IOException("closed", new TimeoutException("late"))));
        Assert.Equal(Start + "err=\"InvalidOperationException: no batch: IOException: closed: TimeoutException: late\"\n", log.Written);
    }

    [Fact]
    public void Exception_LongMessage_IsCut()
    {
        var log = new LogCapture();
        LogEvents.Stopped(log, new IOException(new string('x', 10_000)));
        Assert.Equal(Start + $"err=\"IOException: {new string('x', 512 - "IOException: ".Length)}…\"\n", log.Written);
    }

    [Fact]
    public void Exception_AtDebugLevel_HasItsStackOnTheSameLine()
    {
        var log = new LogCapture(level: LogLevel.Debug);
        LogEvents.Stopped(log, Thrown("disk full"));
        Assert.StartsWith(Start + "err=\"IOException: disk full\" stack=\"   at ModelExporter.Tests.Logging.LogExceptionTests.Thrown(", log.Written, StringComparison.Ordinal);
        Assert.Equal(log.Written.Length - 1, log.Written.IndexOfAny(['\n', '\r']));
    }

    static IOException Thrown(string message)
    {
        try
        {
            throw new IOException(message);
        }
        catch (IOException exception)
        {
            return exception;
        }
    }
}
