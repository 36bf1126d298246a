using System.Globalization;
using System.Text;

namespace ModelExporter.Commands;

/// <summary>Rows of cells in aligned columns: numbers to the right, words to the left.</summary>
/// <param name="columns">What stands above them.</param>
sealed class TextTable(params string[] columns)
{
    readonly List<string[]> _rows = [];

    public void Add(params string[] cells) => _rows.Add(cells);

    /// <summary>A number in at most six digits; nothing for one that is undefined.</summary>
    public static string Cell(double number) => double.IsNaN(number) ? "" : number.ToString("G6", CultureInfo.InvariantCulture);

    public static string Cell(long number) => number.ToString(CultureInfo.InvariantCulture);

    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var row in _rows.Prepend(columns))
        {
            var line = new StringBuilder();
            for (int column = 0; column < row.Length; column++)
            {
                if (column > 0) line.Append("  ");
                line.Append(IsNumeric(column) ? row[column].PadLeft(WidthOf(column)) : row[column].PadRight(WidthOf(column)));
            }
            text.Append(line.ToString().TrimEnd()).Append('\n');
        }
        return text.ToString();
    }

    int WidthOf(int column) => _rows.Prepend(columns).Max(r => r[column].Length);

    bool IsNumeric(int column) => column > 0 && _rows.Count > 0 && _rows.TrueForAll(r =>
        r[column].Length == 0 || double.TryParse(r[column], NumberStyles.Float, CultureInfo.InvariantCulture, out _));
}
