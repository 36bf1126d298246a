using System.Net;

namespace ModelExporter.Tests.Http;

/// <summary>A body that is written as the test says.</summary>
sealed class SlowContent(Func<Stream, Task> write) : HttpContent
{
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => write(stream);

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
