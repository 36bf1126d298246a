using System.Globalization;

namespace ModelExporter.Commands;

/// <summary>How far a command has come, on stderr; nothing where that is no terminal.</summary>
sealed class ProgressBar
{
    const int Width = 40;

    readonly bool _isShown = !Console.IsErrorRedirected;

    public void Show(double share)
    {
        if (!_isShown) return;
        int full = (int)(Math.Clamp(share, 0, 1) * Width);
        Console.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\r[{new string('#', full)}{new string('.', Width - full)}] {share,4:P0}"));
    }

    public void End()
    {
        Show(1);
        if (_isShown) Console.Error.WriteLine();
    }
}
