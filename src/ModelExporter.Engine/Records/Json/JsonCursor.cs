using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;
using System.Text.Unicode;

namespace ModelExporter.Engine.Records.Json;

/// <summary>A position in the UTF-8 text of one JSON value, moved forward by a reader that knows what it wants next.</summary>
/// <remarks>
/// <para>As strict as <see cref="System.Text.Json.Utf8JsonReader"/> with its defaults, and cheaper, because it leaves the
/// order of the questions to its caller: after <see cref="TryReadProperty(out ReadOnlySpan{byte})"/> or <see cref="TryReadElement"/>
/// said true, the value must be read or skipped before the next question; an object or array that was entered must be read to its end.
/// Two things differ: the bare tokens of <see cref="JsonKind.NonFinite"/> are values, and text that is not valid UTF-8 is refused.</para>
/// <para>It throws nothing: malformed text makes it <see cref="Failed"/>, and from then on every method returns false. A text is well
/// formed when its value was read and <see cref="TryEnd"/> said true.</para>
/// </remarks>
public ref partial struct JsonCursor
{
    /// <summary>How many objects and arrays may stand inside each other.</summary>
    public const int MaxDepth = 64;

    readonly ReadOnlySpan<byte> _utf8;
    int _position;
    int _depth;
    bool _atFirst; // just behind an opening brace or bracket, where no comma is due
    int _textStart;
    int _textLength;
    double _number;
    int _leadStart; // where the property just read began: behind the value before it
    bool _leadAtFirst;

    public JsonCursor(ReadOnlySpan<byte> utf8)
    {
        _utf8 = utf8;

        // Nearly all records are ASCII, and asking that alone costs a third.
        if (!Ascii.IsValid(utf8) && !Utf8.IsValid(utf8)) Fail();
    }

    /// <summary>The text is malformed; nothing more can be read.</summary>
    public bool Failed { get; private set; }

    /// <summary>The value of the <see cref="JsonKind.Number"/> or <see cref="JsonKind.NonFinite"/> just read. A number too large for
    /// a double is an infinity, as <see cref="JsonNumber"/> says.</summary>
    public readonly double Number => _number;

    /// <summary>The bytes of the scalar just read: between the quotes of a string, the whole token of anything else.</summary>
    public readonly ReadOnlySpan<byte> Text => _utf8.Slice(_textStart, _textLength);

    /// <summary>The string just read has an escape: <see cref="Text"/> must pass through <see cref="JsonText.TryUnescape"/>.</summary>
    public bool Escaped { get; private set; }

    /// <summary>The property name just read has an escape.</summary>
    public bool NameEscaped { get; private set; }

    /// <summary>Reads a scalar, or enters an object or array.</summary>
    // Short strings and numbers are read right here. Whatever else there is goes to a method of its own as the last thing done, so that
    // this one need not keep anything over a call.
    public bool TryReadValue(out JsonKind kind)
    {
        var at = _position;
        if ((uint)at >= (uint)_utf8.Length || _utf8[at] <= (byte)' ')
        {
            at = SkipWhiteSpace(at);
            if ((uint)at >= (uint)_utf8.Length) return TryReadOther(at, out kind);
        }

        if (_utf8[at] == (byte)'"')
        {
            kind = JsonKind.String;
            var start = at + 1;
            var end = FindShortStringEnd(start);
            if (end < 0) return TryReadLongString(start);
            Escaped = false;
            return Take(start, end, end + 1);
        }

        kind = JsonKind.Number;
        var length = JsonNumber.ParseShort(_utf8[at..], out _number);
        return length > 0 ? Take(at, at + length, at + length) : TryReadOther(at, out kind);
    }

    /// <summary>Passes over a value of any kind, which must be as well formed as one that is read.</summary>
    public bool TrySkipValue()
    {
        if (!TryReadValue(out var kind)) return false;
        if (kind < JsonKind.Object) return true;

        // One bit a level: whether it is an object.
        var outer = _depth - 1;
        var objects = 0UL;
        while (true)
        {
            if (kind >= JsonKind.Object)
            {
                var level = 1UL << (_depth - 1);
                objects = kind == JsonKind.Object ? objects | level : objects & ~level;
            }

            var inObject = (objects >> (_depth - 1) & 1) != 0;
            if (inObject ? TryReadProperty(out _) : TryReadElement())
            {
                if (!TryReadValue(out kind)) return false;
                continue;
            }

            if (Failed) return false;
            if (_depth == outer) return true;
            kind = JsonKind.Null;
        }
    }

    /// <summary>True if the whole value has been read and only white space follows.</summary>
    public bool TryEnd()
    {
        if (Failed) return false;
        _position = SkipWhiteSpace(_position);
        return (_position == _utf8.Length && _depth == 0) || Fail();
    }

    bool TryReadLongString(int start)
    {
        var length = JsonText.IndexOfClosingQuote(_utf8[start..], out var escaped);
        if (length < 0) return Fail();
        Escaped = escaped;
        return Take(start, start + length, start + length + 1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    bool Take(int textStart, int textEnd, int position)
    {
        _textStart = textStart;
        _textLength = textEnd - textStart;
        _position = position;
        return true;
    }

    // The end of a string that has no escape and ends within one vector; -1 if it needs a closer look.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    readonly int FindShortStringEnd(int start)
    {
        if (_utf8.Length - start < Vector128<byte>.Count) return -1;
        var bytes = Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(_utf8), (nuint)start);
        var quotes = Vector128.Equals(bytes, Vector128.Create((byte)'"')).ExtractMostSignificantBits();
        var others = (Vector128.Equals(bytes, Vector128.Create((byte)'\\'))
            | Vector128.LessThan(bytes, Vector128.Create((byte)' '))).ExtractMostSignificantBits();

        // Nothing special up to and including the first quote, if there is one.
        var ends = quotes != 0 && (others & (quotes ^ (quotes - 1))) == 0;
        return ends ? start + BitOperations.TrailingZeroCount(quotes) : -1;
    }
}
