using System.IO.Compression;
using Microsoft.Win32.SafeHandles;

namespace ModelExporter.Sources.Files;

/// <summary>
/// The uncompressed content of a gzip file of one or more members, and whether it was whole. <see cref="GZipStream"/> takes the end of a
/// cut file for the end of its content, so it is fed one small member more behind the file: only if that comes out again, and not
/// the garbage or the failure it causes in the middle of another member, was the file whole.
/// </summary>
sealed class GzipContent(SafeFileHandle handle) : IDisposable
{
    const byte Mark = 0;

    readonly Feed _feed = new(new FileStream(handle, FileAccess.Read, bufferSize: 0));
    GZipStream? _gzip;

    /// <summary>Whether reading ended at the end of a whole file.</summary>
    public bool EndedWhole { get; private set; }

    /// <summary>Bytes of the file read.</summary>
    public long Consumed => _feed.Consumed;

    /// <summary>Fills the buffer as far as it can; 0 at the end, whole or not.</summary>
    public async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellation)
    {
        _gzip ??= new GZipStream(_feed, CompressionMode.Decompress);
        var filled = 0;
        try
        {
            while (filled < buffer.Length && !_feed.IsPastFile)
            {
                var read = await _gzip.ReadAsync(buffer[filled..], cancellation);
                if (_feed.IsPastFile)
                    EndedWhole = read == 1 && buffer.Span[filled] == Mark && await _gzip.ReadAsync(new byte[1], cancellation) == 0;
                else if (read == 0)
                    break;
                else
                    filled += read;
            }
        }
        catch (InvalidDataException)
        {
            // What came before is good; that the end is not reached says the rest.
            _feed.Stop();
        }

        return filled;
    }

    public void Dispose()
    {
        _gzip?.Dispose();
        _feed.Dispose();
    }

    /// <summary>The bytes of the file and then the marking member.</summary>
    sealed class Feed(FileStream file) : Stream
    {
        static readonly byte[] MarkMember = Compress(Mark);

        public bool IsPastFile { get; private set; }

        public long Consumed => file.Position;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public void Stop() => IsPastFile = true;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (IsPastFile)
                return 0;

            var read = await file.ReadAsync(buffer, cancellationToken);
            if (read > 0)
                return read;

            IsPastFile = true;
            MarkMember.CopyTo(buffer);
            return MarkMember.Length;
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
            if (disposing)
                file.Dispose();
            base.Dispose(disposing);
        }

        static byte[] Compress(byte content)
        {
            using var member = new MemoryStream();
            using (var gzip = new GZipStream(member, CompressionLevel.Fastest))
                gzip.WriteByte(content);
            return member.ToArray();
        }
    }
}
