using System.Security.Authentication;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using ModelExporter.WebConfiguration;

namespace ModelExporter.Http;

/// <summary>Puts TLS before a listener. Each handshake is held with what the web config says at that moment.</summary>
sealed class TlsListener(WebConfigFile file, bool isHttp2)
{
    public void Secure(ListenOptions listener)
    {
        listener.Protocols = isHttp2 ? HttpProtocols.Http1AndHttp2 : HttpProtocols.Http1;
        listener.UseHttps(new TlsHandshakeCallbackOptions
        {
            OnConnection = _ => ValueTask.FromResult(file.ForHandshake() ?? throw new AuthenticationException("The web config cannot be used.")),
        });
    }
}
