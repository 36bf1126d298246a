using System.Net;
using System.Net.Sockets;

namespace ModelExporter.Tests.EndToEnd;

/// <summary>Ports of the loopback interface for programs that cannot choose one of their own.</summary>
static class LoopbackPort
{
    public static int Free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
