namespace ModelExporter.Engine.Tests.Records;

public class NativeDecoderGuessTests
{
    static readonly string[] Features = ["\"age\":41", "\"plan\":\"pro\"", "\"a\":-0.5", "\"ag\":1e3", "\"x\\\"y\":true", "\"a_name_of_more_than_thirty_two_bytes\":7", "\"n\":null"];
    static readonly string[] Fields = ["\"id\":\"c-1\"", "\"ts\":1714996800", "\"version\":\"7\"", "\"label\":\"no\"", "\"junk\":[1,{}]", "\"latency_ms\":12"];
    static readonly string[] Outputs = ["\"label\":\"yes\"", "\"score\":0.87", "\"value\":3.5", "\"more\":{}"];

    [Fact]
    public void Decode_KeysInAnyOrderAndSpacing_IsWhatADecoderThatGuessesNothingReads()
    {
        var random = new Random(31);
        var learnt = new Decoding();
        for (int i = 0; i < 20_000; i++)
        {
            string record = NextRecord(random);
            Assert.Equal(Decoding.One(record), learnt.Row(record));
        }
    }

    static string NextRecord(Random random)
    {
        string features = $"\"features\":{{{Some(random, Features)}}}";
        string prediction = $"\"prediction\":{{{Some(random, Outputs)}}}";
        string record = $"{{{Some(random, [.. Fields, features, prediction, prediction])}}}";
        if (!record.Contains(prediction, StringComparison.Ordinal)) record = $"{{{prediction},{record[1..]}".Replace(",}", "}", StringComparison.Ordinal);
        return random.Next(3) switch
        {
            0 => record,
            1 => record.Replace(",\"", ", \"", StringComparison.Ordinal).Replace("\":", "\": ", StringComparison.Ordinal),
            _ => record.Replace("\":", "\" :\t", StringComparison.Ordinal),
        };
    }

    static string Some(Random random, string[] parts)
    {
        string[] mixed = [.. parts];
        if (random.Next(2) == 0) random.Shuffle(mixed);
        return string.Join(',', mixed.Where(_ => random.Next(8) > 0));
    }
}
