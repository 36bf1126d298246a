using System.Text;
using ModelExporter.Engine.Records;

namespace ModelExporter.Discovery;

/// <summary>A value of a record as text, spelt as the engine spells classes: 1, 1.0 and "1" are alike.</summary>
static class ScalarText
{
    /// <summary>Null where there is no scalar.</summary>
    public static string? Of(RecordBatch batch, in RecordValue value)
    {
        switch (value.Kind)
        {
            case ValueKind.Number when double.IsFinite(value.Number): return OfNumber(value.Number);
            case ValueKind.Boolean: return value.Boolean ? "true" : "false";
            case ValueKind.Text:
                string text = Encoding.UTF8.GetString(batch.TextOf(value)).Trim();
                return TryNumber(text, out double number) ? OfNumber(number) : text;
            default: return null;
        }
    }

    public static bool TryNumber(string text, out double number) =>
        double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out number) && double.IsFinite(number);

    static string OfNumber(double number)
    {
        Span<byte> digits = stackalloc byte[NumberText.MaxLength];
        return Encoding.UTF8.GetString(NumberText.Write(number, digits));
    }
}
