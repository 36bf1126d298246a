using System.Buffers;

namespace ModelExporter.Sources.Push;

/// <summary>A growing array of bytes from the shared pool.</summary>
sealed class PooledBytes : IDisposable
{
    const int FirstLength = 16 * 1024;

    byte[] _array = [];
    int _length;

    public ReadOnlyMemory<byte> Written => _array.AsMemory(0, _length);

    /// <summary>Room for at least one byte, and no more than <paramref name="most"/>.</summary>
    public Memory<byte> Room(int most)
    {
        if (_length == _array.Length) Grow(_length + 1);
        return _array.AsMemory(_length, Math.Min(most, _array.Length - _length));
    }

    public void Advance(int count) => _length += count;

    public void Append(ReadOnlySpan<byte> bytes)
    {
        if (_array.Length - _length < bytes.Length) Grow(_length + bytes.Length);
        bytes.CopyTo(_array.AsSpan(_length));
        _length += bytes.Length;
    }

    public void Truncate(int length) => _length = length;

    /// <summary>What was written, as a stream; valid until something else is done.</summary>
    public MemoryStream AsStream() => new(_array, 0, _length, writable: false);

    /// <summary>Reads a stream to its end; false if it has more than the limit.</summary>
    public async ValueTask<bool> TryFillAsync(Stream stream, int limit, CancellationToken cancellation)
    {
        while (_length <= limit)
        {
            int read = await stream.ReadAsync(Room(limit + 1 - _length), cancellation);
            if (read == 0) return true;
            _length += read;
        }
        return false;
    }

    public void Dispose()
    {
        if (_array.Length > 0) ArrayPool<byte>.Shared.Return(_array);
        _array = [];
        _length = 0;
    }

    void Grow(int least)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(Math.Max(least, FirstLength), (int)Math.Min(_length * 2L, Array.MaxLength)));
        Written.Span.CopyTo(larger);
        if (_array.Length > 0) ArrayPool<byte>.Shared.Return(_array);
        _array = larger;
    }
}
