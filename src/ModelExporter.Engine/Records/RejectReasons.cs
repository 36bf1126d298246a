namespace ModelExporter.Engine.Records;

/// <summary>The reasons as the label value <c>reason</c> has them, and as a sentence for people.</summary>
public static class RejectReasons
{
    static readonly (string Key, string Sentence)[] Texts =
    [
        ("", ""),
        ("malformed_json", "the record is not valid JSON"),
        ("invalid_utf8", "the record is not valid UTF-8"),
        ("not_an_object", "the record is not a JSON object"),
        ("no_content", "the record has neither a prediction nor features nor a label"),
        ("no_id", "a label needs the id of its prediction"),
        ("invalid_id", "the id is neither a string nor a number"),
        ("invalid_timestamp", "the timestamp is neither RFC 3339 nor a Unix time"),
        ("invalid_label", "the label is neither a string nor a number nor a boolean"),
        ("invalid_model", "the model name is not a string, is empty, or is longer than 256 bytes"),
        ("no_model", "the record names no model, and the source has no default model"),
        ("unknown_model", "the record names a model that is not configured"),
        ("not_a_prediction", "the record is a label, and only predictions are taken here"),
        ("not_a_label", "the record is a prediction, and only labels are taken here"),
        ("too_long", "the record is longer than the limit"),
        ("malformed_csv", "the line is not valid CSV: a quote is not closed, or something follows where one is"),
        ("wrong_field_count", "the line has more or fewer fields than the header"),
        ("invalid_header", "the header of the file is missing, cannot be read, or names a column twice"),
        ("no_value", "the message has no value: it is a tombstone, or empty"),
    ];

    public static IEnumerable<RejectReason> All => Enum.GetValues<RejectReason>().Where(r => r != RejectReason.None);

    public static string Key(this RejectReason reason) => Texts[(int)reason].Key;

    public static string Sentence(this RejectReason reason) => Texts[(int)reason].Sentence;
}
