using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ModelExporter.Engine.Records.Json;

public ref partial struct JsonCursor
{
    /// <summary>Inside an object: moves to the next property's value if these very bytes lead to it. Otherwise it moves nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryReadExpectedProperty(in PropertyLead lead)
    {
        var at = _position;
        if (lead.AtFirst != _atFirst) return false;
        var begins = _utf8.Length - at >= PropertyLead.MaxLength
            ? lead.Begins(in Unsafe.Add(ref MemoryMarshal.GetReference(_utf8), at))
            : lead.Begins(_utf8[at..]);
        if (!begins) return false;
        _position = at + lead.Length;
        _atFirst = false;
        return true;
    }

    /// <summary>What led to the value that <see cref="TryReadProperty(out ReadOnlySpan{byte})"/> has just moved to; false if it is too long to
    /// be remembered.</summary>
    internal readonly bool TryGetLead(out PropertyLead lead)
    {
        var end = SkipWhiteSpace(_position);
        lead = default;
        if (end - _leadStart > PropertyLead.MaxLength) return false;
        lead = new PropertyLead(_utf8[_leadStart..end], _leadAtFirst);
        return true;
    }

    /// <summary>Reads the number that stands here and now if it is short. Otherwise it moves nothing, and <see cref="TryReadValue"/> tells
    /// what is there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryReadNumber(out double number)
    {
        var at = _position;
        number = 0;
        var length = (uint)at < (uint)_utf8.Length ? JsonNumber.ParseShort(_utf8[at..], out number) : 0;
        _position = at + length;
        return length > 0;
    }
}
