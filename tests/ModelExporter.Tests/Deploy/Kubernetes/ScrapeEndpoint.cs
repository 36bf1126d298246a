using k8s.Models;

namespace ModelExporter.Tests.Deploy.Kubernetes;

/// <summary>A port that a monitor has scraped.</summary>
sealed class ScrapeEndpoint
{
    public string Port { get; set; } = "";

    public string? Scheme { get; set; }

    public string? Interval { get; set; }

    public string? ScrapeTimeout { get; set; }

    public ScrapeTls? TlsConfig { get; set; }

    public ScrapeLogin? BasicAuth { get; set; }

    public IList<Relabeling> Relabelings { get; set; } = [];

    public IList<Relabeling> MetricRelabelings { get; set; } = [];

    public sealed class ScrapeTls
    {
        public ScrapeCertificate? Ca { get; set; }

        public string? ServerName { get; set; }
    }

    public sealed class ScrapeCertificate
    {
        public V1SecretKeySelector? Secret { get; set; }
    }

    public sealed class ScrapeLogin
    {
        public V1SecretKeySelector? Username { get; set; }

        public V1SecretKeySelector? Password { get; set; }
    }
}
