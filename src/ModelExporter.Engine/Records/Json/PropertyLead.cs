using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ModelExporter.Engine.Records.Json;

/// <summary>The bytes between two values of an object (<c>,"age":</c> with whatever spacing), so that one compare can tell that the next property is the expected one.</summary>
readonly struct PropertyLead
{
    /// <summary>A longer one is not remembered.</summary>
    public const int MaxLength = 32;

    readonly Vector256<byte> _bytes;
    readonly uint _mask;

    /// <param name="lead">From the end of a value, or of the opening brace, to the start of the next value; at most <see cref="MaxLength"/> bytes.</param>
    /// <param name="atFirst">It begins at the opening brace.</param>
    public PropertyLead(ReadOnlySpan<byte> lead, bool atFirst)
    {
        Span<byte> bytes = stackalloc byte[MaxLength];
        lead.CopyTo(bytes);
        _bytes = Vector256.Create<byte>(bytes);
        _mask = (uint)((1UL << lead.Length) - 1);
        Length = lead.Length;
        AtFirst = atFirst;
    }

    public int Length { get; }

    public bool AtFirst { get; }

    /// <summary>Whether a text of at least <see cref="MaxLength"/> bytes begins with it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Begins(ref readonly byte text) =>
        (~Vector256.Equals(Vector256.LoadUnsafe(in text), _bytes).ExtractMostSignificantBits() & _mask) == 0;

    /// <summary>The same for a text of any length.</summary>
    public bool Begins(ReadOnlySpan<byte> text) =>
        text.StartsWith(MemoryMarshal.AsBytes(new ReadOnlySpan<Vector256<byte>>(in _bytes))[..Length]);
}
