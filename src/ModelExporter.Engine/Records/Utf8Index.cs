using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace ModelExporter.Engine.Records;

/// <summary>Numbers UTF-8 names in the order they are added; a look-up makes no string. One writer; readers may hold what was numbered before.</summary>
public sealed class Utf8Index
{
    byte[][] _names = new byte[8][];
    int[] _table = NewTable(32);
    int _count;

    public int Count => _count;

    public ReadOnlySpan<byte> this[int number] => _names[number];

    public string Text(int number) => Encoding.UTF8.GetString(_names[number]);

    /// <summary>The number of a name, or -1.</summary>
    public int Find(ReadOnlySpan<byte> name)
    {
        var table = _table;
        int mask = table.Length - 1;
        for (int i = (int)Hash(name) & mask; ; i = (i + 1) & mask)
        {
            int number = table[i];
            if (number < 0 || name.SequenceEqual(_names[number])) return number;
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
        Enter(_table, _count);
        return _count++;
    }

    public int Add(string name) => Add(Encoding.UTF8.GetBytes(name));

    public bool TryFind(ReadOnlySpan<byte> name, [NotNullWhen(true)] out int number) => (number = Find(name)) >= 0;

    static int[] NewTable(int size)
    {
        var table = new int[size];
        Array.Fill(table, -1);
        return table;
    }

    void Grow()
    {
        var table = NewTable(_table.Length * 2);
        for (int number = 0; number < _count; number++) Enter(table, number);
        _table = table;
    }

    void Enter(int[] table, int number)
    {
        int mask = table.Length - 1;
        int i = (int)Hash(_names[number]) & mask;
        while (table[i] >= 0) i = (i + 1) & mask;
        table[i] = number;
    }

    /// <summary>Length, head and tail, folded: names and categories are short, and a bad spread costs time only.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static uint Hash(ReadOnlySpan<byte> name)
    {
        ulong head, tail;
        if (name.Length >= 8)
        {
            head = MemoryMarshal.Read<ulong>(name);
            tail = MemoryMarshal.Read<ulong>(name[^8..]);
            if (name.Length > 16) tail ^= MemoryMarshal.Read<ulong>(name[(name.Length / 2 - 4)..]) * 0x9E37_79B9_7F4A_7C15;
        }
        else
        {
            head = 0;
            foreach (byte b in name) head = (head << 8) | b;
            tail = 0;
        }
        ulong mixed = (head ^ (ulong)name.Length) * 0x9E37_79B9_7F4A_7C15 + tail;
        mixed = (mixed ^ (mixed >> 32)) * 0xD6E8_FEB8_6659_FD93;
        return (uint)(mixed >> 32) & int.MaxValue;
    }
}
