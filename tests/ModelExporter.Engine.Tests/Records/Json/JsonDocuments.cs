using System.Text;

namespace ModelExporter.Engine.Tests.Records.Json;

/// <summary>Random JSON texts, valid ones and damaged ones.</summary>
static class JsonDocuments
{
    static readonly string[] Texts =
    [
        "", "a", "age", "feature_17", "2024-05-06T07:08:09.123456Z", "a0434856-ed76-f325-981e-f95e11127b27", "ö", "日本語", "🚀",
        """\n""", "\\\"", """\\""", """\/""", """\u00e4""", """\ud83d\ude80""", """\ud800""", "\x7f",
    ];

    static readonly byte[] Damage = "{}[]:,\"\\/ \t\n\r\0\x01-+.0123456789eEutrnflsaNI\x7f"u8.ToArray();

    public static byte[] NextValid(Random random)
    {
        var text = new StringBuilder();
        AppendValue(text, random, depth: random.Next(5), spaced: random.Next(3) == 0);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>One to three bytes changed, doubled or removed; a changed byte is often one that means something in JSON.</summary>
    public static byte[] NextDamaged(Random random, byte[] whole)
    {
        var bytes = whole.ToList();
        for (var times = random.Next(1, 4); times > 0 && bytes.Count > 0; times--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(3))
            {
                case 0: bytes[at] = random.Next(4) == 0 ? (byte)random.Next(256) : Damage[random.Next(Damage.Length)]; break;
                case 1: bytes.Insert(at, bytes[at]); break;
                default: bytes.RemoveAt(at); break;
            }
        }

        return [.. bytes];
    }

    static void AppendValue(StringBuilder text, Random random, int depth, bool spaced)
    {
        switch (depth > 0 ? random.Next(4, 10) : random.Next(6))
        {
            case 0: text.Append("null"); break;
            case 1: text.Append("true"); break;
            case 2: text.Append("false"); break;
            case 3 or 4: text.Append(JsonNumbers.Next(random)); break;
            case 5: AppendString(text, random); break;
            case 6 or 7 or 8: AppendItems(text, random, depth, spaced, named: true); break;
            default: AppendItems(text, random, depth, spaced, named: false); break;
        }
    }

    static void AppendItems(StringBuilder text, Random random, int depth, bool spaced, bool named)
    {
        text.Append(named ? '{' : '[');
        for (int i = 0, count = random.Next(6); i < count; i++)
        {
            if (i > 0) text.Append(',');
            AppendSpace(text, random, spaced);
            if (named)
            {
                AppendString(text, random);
                AppendSpace(text, random, spaced);
                text.Append(':');
            }

            AppendSpace(text, random, spaced);
            AppendValue(text, random, depth - 1, spaced);
            AppendSpace(text, random, spaced);
        }

        text.Append(named ? '}' : ']');
    }

    static void AppendString(StringBuilder text, Random random)
    {
        text.Append('"');
        for (var parts = random.Next(1, 4); parts > 0; parts--) text.Append(Texts[random.Next(Texts.Length)]);
        text.Append('"');
    }

    static void AppendSpace(StringBuilder text, Random random, bool spaced)
    {
        for (var count = spaced ? random.Next(3) : 0; count > 0; count--) text.Append(" \t\r\n"[random.Next(4)]);
    }
}
