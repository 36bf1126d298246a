using System.Buffers.Binary;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace ModelExporter.Tests.Kafka;

/// <summary>A mock cluster of one broker behind TLS. What comes in is passed on in plain; in what goes out this one's port stands in place of the broker's.</summary>
sealed class TlsKafka : IAsyncDisposable
{
    readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    readonly X509Certificate2 _certificate;
    readonly IPEndPoint _broker;
    readonly CancellationTokenSource _stop = new();
    readonly Task _accepting;

    /// <param name="kafka">The cluster.</param>
    /// <param name="certificate">What is shown to clients, with its key.</param>
    public TlsKafka(MockKafka kafka, X509Certificate2 certificate)
    {
        _broker = IPEndPoint.Parse(kafka.BootstrapServers);
        _certificate = certificate;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        _stop.Dispose();
        _certificate.Dispose();
    }

    async Task AcceptAsync()
    {
        var served = new List<Task>();
        try
        {
            while (true) served.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException)
        {
            await Task.WhenAll(served);
        }
    }

    async Task ServeAsync(TcpClient client)
    {
        using var broker = new TcpClient();
        await using var tls = new SslStream(client.GetStream());
        try
        {
            await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = _certificate }, _stop.Token);
            await broker.ConnectAsync(_broker, _stop.Token);
            await Task.WhenAny(tls.CopyToAsync(broker.GetStream(), _stop.Token), AnswerAsync(broker.GetStream(), tls));
        }
        catch (Exception e) when (e is IOException or System.Security.Authentication.AuthenticationException or OperationCanceledException)
        {
            // The client hung up, does not trust the certificate, or the test is over.
        }
    }

    /// <summary>Passes on one answer after the other: its length in four bytes, and what it says.</summary>
    async Task AnswerAsync(NetworkStream from, SslStream to)
    {
        byte[] real = [.. Encoding.ASCII.GetBytes(_broker.Address.ToString()), .. PortBytes(_broker.Port)];
        byte[] length = new byte[4];
        while (true)
        {
            await from.ReadExactlyAsync(length, _stop.Token);
            byte[] answer = new byte[BinaryPrimitives.ReadInt32BigEndian(length)];
            await from.ReadExactlyAsync(answer, _stop.Token);
            for (int at = answer.AsSpan().IndexOf(real); at >= 0; at = answer.AsSpan().IndexOf(real)) PortBytes(Port).CopyTo(answer, at + real.Length - 4);
            await to.WriteAsync(length, _stop.Token);
            await to.WriteAsync(answer, _stop.Token);
        }
    }

    static byte[] PortBytes(int port)
    {
        byte[] bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, port);
        return bytes;
    }
}
