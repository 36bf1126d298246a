namespace ModelExporter.Engine.Records;

/// <summary>Remembers which key came after which, so that a reader can guess the next one: logs write their keys in one order.</summary>
/// <remarks>
/// Only names that were written without escapes are learnt: a guess is compared with the bytes of the text, where the plain form of an
/// escaped name is either another name or malformed.
/// </remarks>
struct KeyOrder(int size)
{
    int[] _next = NewTable(size);

    /// <summary>The key that last followed this one, or -1. The start of an object counts as key -1.</summary>
    public readonly int After(int key) => (uint)(key + 1) < (uint)_next.Length ? _next[key + 1] : -1;

    public void Learn(int key, int next)
    {
        int needed = Math.Max(key, next) + 2;
        if (needed > _next.Length)
        {
            int old = _next.Length;
            Array.Resize(ref _next, needed * 2);
            Array.Fill(_next, -1, old, _next.Length - old);
        }
        _next[key + 1] = next;
    }

    static int[] NewTable(int size)
    {
        var table = new int[size + 1];
        Array.Fill(table, -1);
        return table;
    }
}
