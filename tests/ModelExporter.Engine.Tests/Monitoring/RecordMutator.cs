using System.Text;

namespace ModelExporter.Engine.Tests.Monitoring;

/// <summary>Makes good records bad in the ways logs do, and in some that none ever did.</summary>
sealed class RecordMutator(Random random)
{
    static readonly string[] Values =
    [
        "null", "true", "false", "NaN", "-Infinity", "0", "-0", "1", "-1", "0.5", "1e999", "-1e999", "1e300", "-3.5e38", "1e-320", "9007199254740993",
        "\"\"", "\" \"", "\"1\"", "\"1e400\"", "\"__other__\"", "\"\\ud800\"", "\"\\u0000\"", "\"a\\\"b\"", "[]", "{}", "[[[1]]]", "{\"a\":{\"b\":[{}]}}",
        "\"2099-01-01T00:00:00Z\"", "\"1970-01-01T00:00:00Z\"", "\"0001-01-01T00:00:00Z\"", "\"9999-12-31T23:59:59.999999Z\"", "-62135596800", "253402300799",
        "{\"a\":1,\"a\":2,\"a\":3}", "{\"n0\":1e9,\"n0\":1e9,\"n0\":-1e9}", "{\"ant\":1,\"ant\":1}", "[0.1,0.2,0.7]", "[1,2,3,4,5,6,7,8,9]", "{\"label\":null,\"score\":2}",
    ];

    static readonly string[] Keys = ["id", "ts", "model", "version", "features", "prediction", "label", "score", "scores", "value", "latency_ms", "rows", "segments", "x"];

    readonly List<string> _before = ["{}"];

    public byte[] Mutate(string record)
    {
        if (random.Next(4) == 0) return Encoding.UTF8.GetBytes(record);
        for (int times = random.Next(1, 4); times > 0; times--) record = Once(record);
        if (_before.Count < 200) _before.Add(record);
        else _before[random.Next(200)] = record;
        byte[] bytes = Encoding.UTF8.GetBytes(record);
        if (random.Next(5) == 0 && bytes.Length > 0) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        return random.Next(10) == 0 ? bytes[..random.Next(bytes.Length + 1)] : bytes;
    }

    string Once(string record) => random.Next(7) switch
    {
        0 or 1 => ReplaceValue(record),
        2 => record.Insert(Math.Min(1, record.Length), $"\"{Keys[random.Next(Keys.Length)]}\":{Value()},"),
        3 => $"{record[..^Math.Min(1, record.Length)]},\"{Keys[random.Next(Keys.Length)]}\":{Value()}}}",
        4 => $"[{record},{_before[random.Next(_before.Count)]}]",
        5 => $"{{\"rows\":[{_before[random.Next(_before.Count)]},{record}]}}",
        _ => _before[random.Next(_before.Count)],
    };

    string ReplaceValue(string record)
    {
        int colon = record.IndexOf(':', random.Next(record.Length + 1));
        if (colon < 0) return record;
        int end = record.IndexOfAny([',', '}'], colon);
        return end < 0 ? record : $"{record[..(colon + 1)]}{Value()}{record[end..]}";
    }

    string Value() => random.Next(40) == 0 ? $"\"{new string('z', random.Next(3_000))}\"" : Values[random.Next(Values.Length)];
}
