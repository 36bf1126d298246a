using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace ModelExporter.Engine.Records;

/// <summary>Numbers UTF-8 names in the order they are added; a look-up makes no string. One writer; readers may hold what was numbered before.</summary>
public sealed class Utf8Index
{
    /// <summary>A name of at most this many bytes is known by its length and ends alone.</summary>
    const int ShortLength = 16;

    byte[][] _names = new byte[8][];
    Place[] _table = new Place[32];
    int _count;

    public int Count => _count;

    public ReadOnlySpan<byte> this[int number] => _names[number];

    public string Text(int number) => Encoding.UTF8.GetString(_names[number]);

    /// <summary>The number of a name, or -1.</summary>
    public int Find(ReadOnlySpan<byte> name)
    {
        var wanted = Place.Of(name);
        var table = _table;
        int mask = table.Length - 1;
        for (int i = wanted.Hash() & mask; ; i = (i + 1) & mask)
        {
            ref readonly var place = ref table[i];
            if (place.IsFree) return -1;
            if (place.HasEndsOf(wanted) && (name.Length <= ShortLength || name.SequenceEqual(_names[place.Number]))) return place.Number;
        }
    }

    public int Find(string name) => Find(Encoding.UTF8.GetBytes(name));

    /// <summary>The number of a name, which is new if the name is.</summary>
    public int Add(ReadOnlySpan<byte> name)
    {
        int number = Find(name);
        if (number >= 0) return number;
        if ((_count + 1) * 2 > _table.Length) Grow();
        if (_count == _names.Length) Array.Resize(ref _names, _count * 2);
        _names[_count] = name.ToArray();
        Enter(_table, Place.Of(name) with { Number = _count });
        return _count++;
    }

    public int Add(string name) => Add(Encoding.UTF8.GetBytes(name));

    public bool TryFind(ReadOnlySpan<byte> name, [NotNullWhen(true)] out int number) => (number = Find(name)) >= 0;

    void Grow()
    {
        var table = new Place[_table.Length * 2];
        foreach (var place in _table)
            if (!place.IsFree) Enter(table, place);
        _table = table;
    }

    static void Enter(Place[] table, in Place place)
    {
        int mask = table.Length - 1;
        int i = place.Hash() & mask;
        while (!table[i].IsFree) i = (i + 1) & mask;
        table[i] = place;
    }

    /// <summary>A name's ends, its length and its number. Names and categories are short, and a bad spread of long ones costs time only.</summary>
    readonly struct Place(ulong head, ulong tail, int length)
    {
        readonly ulong _head = head;
        readonly ulong _tail = tail;
        readonly int _length = length;
        readonly int _numberAndOne;

        public bool IsFree => _numberAndOne == 0;

        public int Number
        {
            get => _numberAndOne - 1;
            init => _numberAndOne = value + 1;
        }

        // No loop over the bytes: lengths come as they like, and the end of a loop would be guessed wrongly every other time.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Place Of(ReadOnlySpan<byte> name)
        {
            int length = name.Length;
            if (length >= 8) return new Place(MemoryMarshal.Read<ulong>(name), MemoryMarshal.Read<ulong>(name[^8..]), length);
            if (length >= 4) return new Place(MemoryMarshal.Read<uint>(name), MemoryMarshal.Read<uint>(name[^4..]), length);
            return length == 0 ? default : new Place(name[0], (ulong)name[length / 2] << 8 | name[^1], length);
        }

        public bool HasEndsOf(in Place other) => _head == other._head && _tail == other._tail && _length == other._length;

        public int Hash()
        {
            ulong mixed = (_head ^ (ulong)_length) * 0x9E37_79B9_7F4A_7C15 + _tail;
            mixed = (mixed ^ (mixed >> 32)) * 0xD6E8_FEB8_6659_FD93;
            return (int)(mixed >> 33);
        }
    }
}
