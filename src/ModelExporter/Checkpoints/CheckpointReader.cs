using System.IO.Hashing;
using ModelExporter.Engine.Monitoring.State;

namespace ModelExporter.Checkpoints;

/// <summary>A checkpoint file that was found to be whole.</summary>
public sealed class CheckpointReader : ISavedState, IDisposable
{
    readonly FileStream _file;
    readonly Dictionary<string, (string Shape, long Start, long Length)> _sections = [];
    readonly HashSet<string> _asked = [];

    CheckpointReader(FileStream file) => _file = file;

    /// <summary>Whether there was a later one, which was refused.</summary>
    public bool IsOlder { get; internal set; }

    /// <summary>Sections that nobody asked for.</summary>
    public IEnumerable<string> Unasked => _sections.Keys.Except(_asked);

    /// <summary>When it was captured, in microseconds since the epoch.</summary>
    public long Time { get; private set; }

    /// <summary>Opens a checkpoint and reads all of it once, to see that it is as it was written.</summary>
    /// <exception cref="InvalidDataException">It is not; the message says how.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static CheckpointReader Open(string path)
    {
        var reader = new CheckpointReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 16));
        try
        {
            reader.ReadHeader();
            reader.CheckHash();
            reader.ReadNames();
            return reader;
        }
        catch (EndOfStreamException e)
        {
            reader.Dispose();
            throw new InvalidDataException("it ends too early", e);
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }

    public SavedSection? Find(string name)
    {
        if (!_sections.TryGetValue(name, out var section)) return null;
        _asked.Add(name);
        _file.Position = section.Start;
        return new SavedSection(section.Shape, section.Length, _file);
    }

    public void Dispose() => _file.Dispose();

    void ReadHeader()
    {
        Span<byte> magic = stackalloc byte[CheckpointFormat.Magic.Length];
        _file.ReadExactly(magic);
        if (!magic.SequenceEqual(CheckpointFormat.Magic)) throw new InvalidDataException("it is not a checkpoint");
        int version = new BinaryReader(_file).ReadInt32();
        // Before the hash, which a later format may have elsewhere.
        if (version != CheckpointFormat.Version)
            throw new InvalidDataException($"it has format {version} of another release, where this one reads format {CheckpointFormat.Version}");
    }

    void CheckHash()
    {
        _file.Position = 0;
        var hash = new XxHash128();
        var buffer = new byte[1 << 16];
        for (long left = _file.Length - CheckpointFormat.HashBytes; left > 0;)
        {
            int read = _file.Read(buffer, 0, (int)Math.Min(left, buffer.Length));
            if (read == 0) throw new EndOfStreamException();
            hash.Append(buffer.AsSpan(0, read));
            left -= read;
        }
        Span<byte> written = stackalloc byte[CheckpointFormat.HashBytes];
        _file.ReadExactly(written);
        if (!written.SequenceEqual(hash.GetCurrentHash())) throw new InvalidDataException("its content does not have the hash that was written with it: it was cut off, changed or damaged");
    }

    void ReadNames()
    {
        var reader = new BinaryReader(_file);
        _file.Position = CheckpointFormat.Magic.Length + sizeof(int);
        Time = reader.ReadInt64();
        while (reader.ReadByte() == CheckpointFormat.Section)
        {
            string name = reader.ReadString();
            string shape = reader.ReadString();
            long length = reader.ReadInt64();
            _sections[name] = (shape, _file.Position, length);
            _file.Position += length;
        }
    }
}
