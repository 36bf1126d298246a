using System.Globalization;
using System.Text;
using ModelExporter.Engine.Records;

namespace ModelExporter.Engine.Tests.Records;

public class TimestampsTests
{
    [Theory]
    [InlineData("2024-02-29T12:34:56Z", "2024-02-29T12:34:56.0000000")]
    [InlineData("2024-02-29t12:34:56z", "2024-02-29T12:34:56.0000000")]
    [InlineData("2024-02-29 12:34:56", "2024-02-29T12:34:56.0000000")]
    [InlineData("2024-02-29T12:34:56.5Z", "2024-02-29T12:34:56.5000000")]
    [InlineData("2024-02-29T12:34:56,123456", "2024-02-29T12:34:56.1234560")]
    [InlineData("2024-02-29T12:34:56.123456789Z", "2024-02-29T12:34:56.1234560")]
    [InlineData("2024-02-29T12:34:56.999999999Z", "2024-02-29T12:34:56.9999990")]
    [InlineData("1969-12-31T23:59:59.9999999Z", "1969-12-31T23:59:59.9999990")]
    [InlineData("2024-02-29T12:34:56+02:00", "2024-02-29T10:34:56.0000000")]
    [InlineData("2024-02-29T12:34:56.25-0530", "2024-02-29T18:04:56.2500000")]
    [InlineData("2024-03-01T00:30:00+23:59", "2024-02-29T00:31:00.0000000")]
    [InlineData("2016-12-31T23:59:60Z", "2016-12-31T23:59:59.9999990")]
    [InlineData("2016-12-31T23:59:60.7Z", "2016-12-31T23:59:59.9999990")]
    [InlineData("2024-02-29", "2024-02-29T00:00:00.0000000")]
    [InlineData("2000-02-29", "2000-02-29T00:00:00.0000000")]
    [InlineData("0001-01-01T00:00:00Z", "0001-01-01T00:00:00.0000000")]
    [InlineData("9999-12-31T23:59:59.999999Z", "9999-12-31T23:59:59.9999990")]
    [InlineData("1700000000.5", "2023-11-14T22:13:20.5000000")]
    [InlineData("-1.5e0", "1969-12-31T23:59:58.5000000")]
    [InlineData("1700000000123", "2023-11-14T22:13:20.1230000")]
    public void TryParse_AcceptedForm_GivesTheInstant(string text, string expected)
    {
        Assert.True(Timestamps.TryParse(Encoding.UTF8.GetBytes(text), out var actual));
        var instant = DateTime.UnixEpoch.AddTicks(actual * 10);
        Assert.Equal(expected, instant.ToString("yyyy-MM-ddTHH:mm:ss.fffffff", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("now")]
    [InlineData("0000-01-01")]
    [InlineData("2024-00-01")]
    [InlineData("2024-13-01")]
    [InlineData("2024-01-00")]
    [InlineData("2024-02-30")]
    [InlineData("2023-02-29")]
    [InlineData("1900-02-29")]
    [InlineData("2024-04-31")]
    [InlineData("2024/04/30")]
    [InlineData("2024-04/30")]
    [InlineData("2o24-04-30")]
    [InlineData("2024-04-3x")]
    [InlineData("2024-04-1:")]
    [InlineData("2024-04-/5")]
    [InlineData("2024-04-30T")]
    [InlineData("2024-04-30T12:34")]
    [InlineData("2024-04-30T12:34Z")]
    [InlineData("2024-04-30_12:34:56Z")]
    [InlineData("2024-04-30T24:00:00Z")]
    [InlineData("2024-04-30T23:60:00Z")]
    [InlineData("2024-04-30T23:59:61Z")]
    [InlineData("2024-04-30T2:59:061Z")]
    [InlineData("2024-04-30T12-34-56Z")]
    [InlineData("2024-04-30T12:34:56.Z")]
    [InlineData("2024-04-30T12:34:56.1234567890Z")]
    [InlineData("2024-04-30T12:34:56ZZ")]
    [InlineData("2024-04-30T12:34:56 Z")]
    [InlineData("2024-04-30T12:34:56+2")]
    [InlineData("2024-04-30T12:34:56+02")]
    [InlineData("2024-04-30T12:34:56+02:0")]
    [InlineData("2024-04-30T12:34:56+24:00")]
    [InlineData("2024-04-30T12:34:56+02:60")]
    [InlineData("2024-04-30T12:34:56+02-00")]
    [InlineData("2024-04-30T12:34:56*02:00")]
    [InlineData("0001-01-01T00:00:00+00:01")]
    [InlineData("9999-12-31T23:59:00-00:01")]
    [InlineData("1700000000 ")]
    [InlineData("+1700000000")]
    [InlineData("01700000000")]
    [InlineData("NaN")]
    [InlineData("1e400")]
    public void TryParse_AnythingElse_IsRefused(string text) =>
        Assert.False(Timestamps.TryParse(Encoding.UTF8.GetBytes(text), out _));

    [Fact]
    public void TryParse_EveryDay_AgreesWithDateTime()
    {
        Span<byte> text = stackalloc byte[10];
        for (var day = DateTime.MinValue; day < DateTime.MaxValue.Date; day = day.AddDays(1))
        {
            Assert.True(day.TryFormat(text, out _, "yyyy-MM-dd", CultureInfo.InvariantCulture));
            Assert.True(Timestamps.TryParse(text, out var actual));
            if (actual != (day - DateTime.UnixEpoch).Ticks / 10) Assert.Fail($"{day:O}: {actual}");
        }
    }

    [Fact]
    public void TryParse_RandomInstants_AgreesWithDateTimeOffset()
    {
        var random = new Random(20260101);
        for (var i = 0; i < 100_000; i++)
        {
            var offset = TimeSpan.FromMinutes(random.Next(-14 * 60, 14 * 60 + 1));
            var ticks = random.NextInt64(TimeSpan.TicksPerDay, DateTime.MaxValue.Ticks - TimeSpan.TicksPerDay);
            var instant = new DateTimeOffset(ticks, offset);
            var text = instant.ToString("yyyy-MM-ddTHH:mm:ss.fffffffzzz", CultureInfo.InvariantCulture);
            Assert.True(Timestamps.TryParse(Encoding.UTF8.GetBytes(text), out var actual), text);
            Assert.Equal((long)Math.Floor((instant - DateTimeOffset.UnixEpoch).Ticks / 10m), actual);
        }
    }

    [Fact]
    public void TryParse_DamagedTime_NeverThrowsNorLeavesTheRange()
    {
        var random = new Random(7);
        var accepted = 0;
        for (var i = 0; i < 200_000; i++)
        {
            var text = "2024-02-29T12:34:56.789012+02:00"u8.ToArray();
            text[random.Next(text.Length)] = (byte)random.Next(0x20, 0x80);
            if (!Timestamps.TryParse(text.AsSpan(0, random.Next(text.Length + 1)), out var actual)) continue;
            accepted++;
            Assert.InRange(actual, Timestamps.MinValue, Timestamps.MaxValue);
        }

        Assert.True(accepted > 1000);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(-0.0, 0)]
    [InlineData(1700000000, 1700000000_000000)]
    [InlineData(1700000000.123456, 1700000000_123456)]
    [InlineData(99999999999.0, 99999999999_000000)]
    [InlineData(100000000000.0, 100000000_000000)]
    [InlineData(1700000000123.0, 1700000000_123000)]
    [InlineData(-1700000000123.0, -1700000000_123000)]
    [InlineData(99999999999999.0, 99999999999_999000)]
    [InlineData(100000000000000.0, 100000000_000000)]
    [InlineData(1700000000123456.0, 1700000000_123456)]
    [InlineData(99999999999999984.0, 99999999999_999984)]
    [InlineData(100000000000000000.0, 100000000_000000)]
    [InlineData(1700000000123456000.0, 1700000000_123456)]
    [InlineData(-62135596800.0, Timestamps.MinValue)]
    [InlineData(253402300799000000.0, 253402300799000)]
    [InlineData(-0.0000004, 0)]
    [InlineData(-0.0000006, -1)]
    public void TryFromEpoch_Magnitude_TellsTheUnit(double number, long expected)
    {
        Assert.True(Timestamps.TryFromEpoch(number, out var actual));
        Assert.Equal(expected, actual);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(-62135596801.0)]
    [InlineData(2.534023008e20)]
    [InlineData(1e21)]
    [InlineData(double.MaxValue)]
    public void TryFromEpoch_OutsideTheYears_IsRefused(double number) => Assert.False(Timestamps.TryFromEpoch(number, out _));
}
