using System.Globalization;
using System.Text;

namespace ModelExporter.Benchmarks.Logs;

/// <summary>A growing buffer of JSON lines in one form.</summary>
sealed class LogText(LogForm form)
{
    readonly string _comma = form == LogForm.Py ? ", " : ",";
    readonly string _colon = form == LogForm.Py ? ": " : ":";
    byte[] _bytes = new byte[1 << 20];
    int _length;
    bool _first;

    public ReadOnlyMemory<byte> Bytes => _bytes.AsMemory(0, _length);

    public void Clear() => _length = 0;

    public void Open()
    {
        Write("{");
        _first = true;
    }

    public void Open(string name)
    {
        Name(name);
        Open();
    }

    public void Close()
    {
        Write("}");
        _first = false;
    }

    public void EndLine() => Write("\n");

    public void Text(string name, string value)
    {
        Name(name);
        Write("\"");
        Write(value);
        Write("\"");
    }

    public void Time(string name, DateTime value) => Text(name, value.ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture));

    public void Number(string name, double value, int decimals)
    {
        Name(name);
        Write(form == LogForm.Py && decimals > 0
            ? value.ToString("R", CultureInfo.InvariantCulture)
            : value.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));
    }

    public void Null(string name)
    {
        Name(name);
        Write("null");
    }

    void Name(string name)
    {
        if (!_first) Write(_comma);
        _first = false;
        Write("\"");
        Write(name);
        Write("\"");
        Write(_colon);
    }

    void Write(string text)
    {
        if (_bytes.Length - _length < text.Length) Array.Resize(ref _bytes, _bytes.Length * 2);
        _length += Encoding.ASCII.GetBytes(text, _bytes.AsSpan(_length));
    }
}
