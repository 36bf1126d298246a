using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;

namespace ModelExporter.Http;

/// <summary>Where to listen: <c>:9100</c> (every interface), <c>127.0.0.1:9100</c>, <c>[::1]:9100</c>, <c>localhost:9100</c>. Port 0 takes a free one.</summary>
public sealed record ListenAddress(IPAddress? Host, int Port)
{
    public static bool TryParse(string text, [NotNullWhen(true)] out ListenAddress? address)
    {
        address = null;
        int colon = text.LastIndexOf(':');
        if (colon < 0 || !ushort.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out ushort port)) return false;
        string host = text[..colon];
        if (host.Length == 0)
        {
            address = new ListenAddress(null, port);
            return true;
        }
        if (host == "localhost") host = "127.0.0.1";
        if (host.Contains(':') && !(host.StartsWith('[') && host.EndsWith(']'))) return false;
        if (!IPAddress.TryParse(host.Trim('[', ']'), out var ip)) return false;
        address = new ListenAddress(ip, port);
        return true;
    }

    public override string ToString() => Host is null ? $":{Port}" : new IPEndPoint(Host, Port).ToString();
}
