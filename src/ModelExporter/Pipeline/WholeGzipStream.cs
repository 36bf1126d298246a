using Microsoft.Win32.SafeHandles;
using ModelExporter.Sources.Files;

namespace ModelExporter.Pipeline;

/// <summary>The content of a gzip file as a stream that fails at its end if the file is damaged or cut, which the framework's own passes over.</summary>
sealed class WholeGzipStream(SafeFileHandle file) : Stream
{
    readonly GzipContent _content = new(file);

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    /// <summary>Bytes of the compressed file read so far.</summary>
    public override long Position { get => _content.Consumed; set => throw new NotSupportedException(); }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int read = await _content.ReadAsync(buffer, cancellationToken);
        return read > 0 || _content.EndedWhole ? read : throw new InvalidDataException("the gzip data is damaged or ends too early");
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _content.Dispose();
        base.Dispose(disposing);
    }
}
