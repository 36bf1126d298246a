namespace ModelExporter.Sources.Files;

/// <summary>
/// Cuts what is read from a file into blocks of whole lines and drops lines that are too long. It serves one file at a time and keeps
/// nothing between turns: an unfinished line is read again, so a thousand files need one buffer.
/// </summary>
sealed class LineBlockReader
{
    const int BlockBytes = 256 * 1024;

    readonly int _maxLineBytes;
    readonly FileTailCounters _counters;
    byte[] _buffer;
    int _start;
    int _end;

    public LineBlockReader(int maxLineBytes, FileTailCounters counters)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxLineBytes, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(maxLineBytes, 1 << 30);
        _maxLineBytes = maxLineBytes;
        _counters = counters;
        _buffer = NewBuffer(BlockBytes);
    }

    /// <summary>Where in the file the next line starts: everything before is done with.</summary>
    public long Offset { get; private set; }

    /// <summary>Where in the file to read on.</summary>
    public long End => Offset + _end - _start;

    /// <summary>Whether the rest of a line that was too long is being dropped.</summary>
    public bool Skipping { get; private set; }

    /// <summary>Room for the next read, never empty.</summary>
    public Memory<byte> Free
    {
        get
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
            if (_end == Capacity)
            {
                var larger = NewBuffer(2 * Capacity);
                _buffer.AsSpan(0, _end).CopyTo(larger);
                _buffer = larger;
            }

            return _buffer.AsMemory(_end, Capacity - _end);
        }
    }

    // One byte is kept for the newline of a last line that has none.
    int Capacity => _buffer.Length - 1;

    public void Begin(long offset, bool skipping)
    {
        (_start, _end) = (0, 0);
        Offset = offset;
        Skipping = skipping;
    }

    public void Filled(int bytes) => _end += bytes;

    /// <summary>Takes out the complete lines; empty if there are none yet.</summary>
    public ReadOnlyMemory<byte> Take()
    {
        var pending = _buffer.AsSpan(_start, _end - _start);
        if (Skipping)
        {
            var newline = pending.IndexOf((byte)'\n');
            Skipping = newline < 0;
            Consume(Skipping ? pending.Length : newline + 1);
            pending = _buffer.AsSpan(_start, _end - _start);
        }

        var lines = _buffer.AsMemory(_start, pending.LastIndexOf((byte)'\n') + 1);
        Consume(lines.Length);
        if (_end - _start > _maxLineBytes)
        {
            // No line within the buffer can be too long, for the buffer is no longer than the longest line with its newline.
            _counters.LineTooLong();
            Skipping = true;
            Consume(_end - _start);
        }

        return lines;
    }

    /// <summary>Takes out the last line of a file, which has no newline, and gives it one.</summary>
    public ReadOnlyMemory<byte> TakeRest()
    {
        var rest = _buffer.AsMemory(_start, _end - _start);
        Consume(rest.Length);
        if (rest.IsEmpty)
            return rest;

        _buffer[_end] = (byte)'\n';
        return _buffer.AsMemory(_start - rest.Length, rest.Length + 1);
    }

    /// <summary>Forgets what is before an offset of the file, as it was read before.</summary>
    public void SkipTo(long offset)
    {
        var known = (int)Math.Clamp(offset - Offset, 0, _end - _start);
        _start += known;
        Offset += known;
    }

    /// <summary>Drops zero bytes at the start of a line; returns whether anything else is left.</summary>
    public bool DropZeros()
    {
        var other = _buffer.AsSpan(_start, _end - _start).IndexOfAnyExcept((byte)0);
        Consume(other < 0 ? _end - _start : other);
        return other >= 0;
    }

    void Consume(int bytes)
    {
        _start += bytes;
        Offset += bytes;
        _counters.Consumed(bytes);
    }

    byte[] NewBuffer(int capacity) => new byte[Math.Min(capacity, _maxLineBytes + 1) + 1];
}
