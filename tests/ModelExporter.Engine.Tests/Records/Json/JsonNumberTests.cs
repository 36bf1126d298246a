using System.Globalization;
using System.Text;
using ModelExporter.Engine.Records.Json;

namespace ModelExporter.Engine.Tests.Records.Json;

public class JsonNumberTests
{
    // Halfway cases, the borders of the fast paths, of the subnormals and of the range.
    static readonly string[] Hard =
    [
        "0", "-0", "0.0", "-0.0e5", "0e400", "1", "-1", "9", "1234567", "12345678", "123456789012345678", "9007199254740991",
        "9007199254740992", "9007199254740993", "9007199254740995", "9007199254740993.0000000001", "18446744073709551615",
        "18446744073709551616", "9999999999999999999", "99999999999999999999", "0.1", "0.3", "1.7976931348623157e308",
        "1.7976931348623159e308", "1e308", "1e309", "-1e400", "2.2250738585072014e-308", "2.2250738585072011e-308", "4.9e-324",
        "2.4703282292062327e-324", "2.4703282292062328e-324", "1e-400", "-1e-400", "1e22", "1e23", "8.5e22", "1E+5", "1e-5", "123e-7",
        "6.02214076e23", "7.2057594037927933e16", "1e99999999999", "1e-99999999999", "0.000000000000000000000000000012345678901234567",
        "0.0000000000000000000000000000123456789012345678901",
        "1.00000000000000011102230246251565404236316680908203125",
        "1.00000000000000011102230246251565404236316680908203124", "1.00000000000000011102230246251565404236316680908203126",
        "5e-20", "67e14", "985e15", "7693e15", "3.5e-4", "2e-44", "12345678.12345678", "-12345678.1234567", "99999999.9999999", "9999999.99999999",
        "1234567.1234567", "1.12345678",
        "100000000000000000000000000000000000000000", "1e5", "0.5e-0",
    ];

    [Fact]
    public void Parse_HardCases_EqualsTheLibrary() => Assert.All(Hard, AssertEqualsLibrary);

    [Fact]
    public void Parse_RandomNumbers_EqualsTheLibrary()
    {
        var random = new Random(1234567);
        for (var i = 0; i < 3_000_000; i++) AssertEqualsLibrary(JsonNumbers.Next(random));
    }

    [Fact]
    public void Parse_MoreDigitsThanAnyNumberNeeds_EqualsTheLibrary()
    {
        AssertEqualsLibrary(new string('7', 5000));
        AssertEqualsLibrary("0." + new string('0', 300) + new string('3', 5000));
        AssertEqualsLibrary("1" + new string('0', 400) + "e-400");
        AssertEqualsLibrary("0." + new string('0', 400) + "1e401");
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("+1")]
    [InlineData(".5")]
    [InlineData("1.")]
    [InlineData("1.e5")]
    [InlineData("01")]
    [InlineData("-01")]
    [InlineData("00")]
    [InlineData("1e")]
    [InlineData("1e+")]
    [InlineData("1E-x")]
    [InlineData("-.5")]
    [InlineData("--1")]
    [InlineData("NaN")]
    [InlineData("-Infinity")]
    [InlineData(" 1")]
    public void TryParse_NotANumber_IsRefused(string text)
    {
        Assert.False(JsonNumber.TryParse(Encoding.UTF8.GetBytes(text), out _, out _));
        Assert.False(JsonNumber.TryParse(Encoding.UTF8.GetBytes(text + new string(',', 40)), out _, out _));
    }

    [Theory]
    [InlineData("1,2", 1)]
    [InlineData("12]", 2)]
    [InlineData("-1.5}", 4)]
    [InlineData("1.5.5", 3)]
    [InlineData("0x10", 1)]
    [InlineData("1e5e5", 3)]
    [InlineData("1-2", 1)]
    public void TryParse_SomethingBehindTheNumber_IsLeftAlone(string text, int expected)
    {
        Assert.True(JsonNumber.TryParse(Encoding.UTF8.GetBytes(text), out var value, out var consumed));
        Assert.Equal(expected, consumed);
        Assert.Equal(double.Parse(text.AsSpan(0, expected), CultureInfo.InvariantCulture), value);
    }

    // Twice: with so much behind it that vectors may be read whole, and at the end of the text, where reading on would find digits.
    static void AssertEqualsLibrary(string text)
    {
        var expected = BitConverter.DoubleToInt64Bits(double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture));
        Span<byte> bytes = new byte[text.Length + 32];
        Encoding.UTF8.GetBytes(text, bytes);
        foreach (var behind in (ReadOnlySpan<int>)[32, 0])
        {
            bytes[text.Length..].Fill((byte)(behind == 0 ? '9' : ','));
            if (!JsonNumber.TryParse(bytes[..(text.Length + behind)], out var value, out var consumed) || consumed != text.Length
                || BitConverter.DoubleToInt64Bits(value) != expected)
                Assert.Fail($"{text}: read {consumed} bytes as {value:R}");
        }
    }
}
