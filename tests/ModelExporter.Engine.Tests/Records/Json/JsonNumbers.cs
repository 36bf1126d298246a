using System.Globalization;

namespace ModelExporter.Engine.Tests.Records.Json;

/// <summary>Random JSON numbers in the forms that programs write them, and in some that none does.</summary>
static class JsonNumbers
{
    public static string Next(Random random)
    {
        var text = random.Next(9) switch
        {
            0 => random.NextInt64(long.MinValue, long.MaxValue).ToString(CultureInfo.InvariantCulture),
            1 => random.Next(-1000, 1000).ToString(CultureInfo.InvariantCulture),
            2 => (random.NextDouble() * 1000).ToString("F" + random.Next(10), CultureInfo.InvariantCulture),
            3 => random.NextDouble().ToString("R", CultureInfo.InvariantCulture),
            4 => (random.NextDouble() * Math.Pow(10, random.Next(-30, 30))).ToString("R", CultureInfo.InvariantCulture),
            5 => AnyBits(random, random.NextInt64()),
            6 => AnyBits(random, random.NextInt64(1L << random.Next(1, 53))), // subnormal
            7 => Digits(random, random.Next(1, 11)) + "." + Digits(random, random.Next(1, 11)),
            _ => Digits(random, random.Next(1, 25)) + "." + Digits(random, random.Next(1, 25)) + "e" + random.Next(-345, 330),
        };
        var magnitude = text.TrimStart('-').TrimStart('0');
        var sign = text[0] == '-' || random.Next(4) == 0 ? "-" : "";
        return sign + (magnitude is "" || !char.IsAsciiDigit(magnitude[0]) ? "0" : "") + magnitude;
    }

    static string AnyBits(Random random, long bits)
    {
        var value = BitConverter.Int64BitsToDouble(bits);
        if (!double.IsFinite(value)) value = random.NextDouble();
        return value.ToString(random.Next(2) == 0 ? "R" : "E" + random.Next(1, 20), CultureInfo.InvariantCulture);
    }

    static string Digits(Random random, int count) => string.Create(count, random, static (digits, random) =>
    {
        foreach (ref var digit in digits) digit = (char)('0' + random.Next(10));
    });
}
