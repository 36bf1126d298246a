using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ModelExporter.Engine.Records.Json;

public ref partial struct JsonCursor
{
    /// <summary>Inside an object: moves to the next property's value. False at the object's end, which it leaves, or on failure.</summary>
    public bool TryReadProperty(out ReadOnlySpan<byte> name)
    {
        name = default;
        (_leadStart, _leadAtFirst) = (_position, _atFirst);
        if (!TryReadSeparator((byte)'}')) return false;
        var at = _position;
        if ((uint)at >= (uint)_utf8.Length || _utf8[at] != (byte)'"') return Fail();
        var start = at + 1;
        var end = FindShortStringEnd(start);
        if (end < 0 || (uint)(end + 1) >= (uint)_utf8.Length || _utf8[end + 1] != (byte)':') return TryReadLongName(start, out name);
        NameEscaped = false;
        _position = end + 2;
        name = _utf8[start..end];
        return true;
    }

    /// <summary>Inside an object: moves to the next property's value if the property has this name and ordinary spacing. Otherwise it
    /// returns false and moves nothing, and <see cref="TryReadProperty(out ReadOnlySpan{byte})"/> tells what is there.</summary>
    /// <param name="expectedName">The name as it stands between the quotes, as <c>TryReadProperty</c> gave it for an earlier record. It
    /// is not looked into: a quote or backslash that is not escaped would make malformed text pass.</param>
    public bool TryReadExpectedProperty(ReadOnlySpan<byte> expectedName)
    {
        // The longest form is `, "name":`. A value and a brace must follow, so a well-formed text is always long enough.
        var at = _position;
        if (_utf8.Length - at < expectedName.Length + 5) return false;
        ref var text = ref MemoryMarshal.GetReference(_utf8);
        var quote = _atFirst ? at : at + 1;
        if (Unsafe.Add(ref text, quote) != (byte)'"')
        {
            if (_atFirst || Unsafe.Add(ref text, quote) != (byte)' ' || Unsafe.Add(ref text, quote + 1) != (byte)'"') return false;
            quote++;
        }

        if (!_atFirst && Unsafe.Add(ref text, at) != (byte)',') return false;
        at = quote + 1;
        if (!_utf8.Slice(at, expectedName.Length).SequenceEqual(expectedName)) return false;
        at += expectedName.Length;
        if (Unsafe.Add(ref text, at) != (byte)'"' || Unsafe.Add(ref text, at + 1) != (byte)':') return false;
        _position = at + 2;
        _atFirst = false;
        return true;
    }

    /// <summary>Inside an array: moves to the next element. False at the array's end, which it leaves, or on failure.</summary>
    public bool TryReadElement() => TryReadSeparator((byte)']');

    // Moves to what comes next inside an object or array; false if that is its end.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    bool TryReadSeparator(byte end)
    {
        var at = SkipWhiteSpace(_position);
        if ((uint)at >= (uint)_utf8.Length) return Fail();
        if (_utf8[at] == end)
        {
            _position = at + 1;
            _depth--;
            _atFirst = false;
            return false;
        }

        if (!_atFirst)
        {
            if (_utf8[at] != (byte)',') return Fail();
            at = SkipWhiteSpace(at + 1);
        }

        _atFirst = false;
        _position = at;
        return true;
    }

    bool TryReadLongName(int start, out ReadOnlySpan<byte> name)
    {
        name = default;
        var length = JsonText.IndexOfClosingQuote(_utf8[start..], out var escaped);
        if (length < 0) return Fail();
        var at = SkipWhiteSpace(start + length + 1);
        if ((uint)at >= (uint)_utf8.Length || _utf8[at] != (byte)':') return Fail();
        NameEscaped = escaped;
        _position = at + 1;
        name = _utf8.Slice(start, length);
        return true;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    bool TryReadOther(int at, out JsonKind kind)
    {
        kind = JsonKind.Null;
        if ((uint)at >= (uint)_utf8.Length) return Fail();
        switch (_utf8[at])
        {
            case (byte)'{':
                kind = JsonKind.Object;
                return TryEnter(at);
            case (byte)'[':
                kind = JsonKind.Array;
                return TryEnter(at);
            case (byte)'-' or (>= (byte)'0' and <= (byte)'9'):
                kind = JsonKind.Number;
                var length = JsonNumber.ParseAny(_utf8[at..], out _number);
                return length > 0 ? Take(at, at + length, at + length) : TryReadBareWord(at, out kind);
            default:
                return TryReadBareWord(at, out kind);
        }
    }

    bool TryEnter(int at)
    {
        if (_depth == MaxDepth) return Fail();
        _depth++;
        _atFirst = true;
        _position = at + 1;
        return true;
    }

    bool TryReadBareWord(int at, out JsonKind kind)
    {
        var rest = _utf8[at..];
        (kind, var length) = rest switch
        {
            [(byte)'n', ..] when rest.StartsWith("null"u8) => (JsonKind.Null, 4),
            [(byte)'t', ..] when rest.StartsWith("true"u8) => (JsonKind.True, 4),
            [(byte)'f', ..] when rest.StartsWith("false"u8) => (JsonKind.False, 5),
            _ => (JsonKind.NonFinite, NonFiniteLength(rest)),
        };
        return length > 0 ? Take(at, at + length, at + length) : Fail();
    }

    int NonFiniteLength(ReadOnlySpan<byte> text)
    {
        if (text.StartsWith("NaN"u8))
        {
            _number = double.NaN;
            return 3;
        }

        var sign = text is [(byte)'-', ..] ? 1 : 0;
        _number = sign == 0 ? double.PositiveInfinity : double.NegativeInfinity;
        return text[sign..].StartsWith("Infinity"u8) ? sign + 8 : 0;
    }

    // Usually there is none, or the one space that Python writes.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    readonly int SkipWhiteSpace(int at)
    {
        var text = _utf8;
        if ((uint)at < (uint)text.Length && text[at] > (byte)' ') return at;
        if ((uint)(at + 1) < (uint)text.Length && text[at] == (byte)' ' && text[at + 1] > (byte)' ') return at + 1;
        return SkipAnyWhiteSpace(at);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    readonly int SkipAnyWhiteSpace(int at)
    {
        while (at < _utf8.Length && _utf8[at] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t') at++;
        return at;
    }

    // At its end nothing can be read, so that no method has to ask first whether an earlier one failed.
    [MethodImpl(MethodImplOptions.NoInlining)]
    bool Fail()
    {
        Failed = true;
        _position = _utf8.Length;
        return false;
    }
}
