using ModelExporter.Tests.EndToEnd;

namespace ModelExporter.Tests.Deploy.Kubernetes;

/// <summary>A kustomization of somebody who uses the component: two workloads that ask for the exporter, and one that does not.</summary>
sealed class SidecarWorkloads : IDisposable
{
    const string Workloads = """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: churn
          labels: {modelexporter.io/inject: "true", team: risk}
          annotations: {example.com/owner: risk}
        spec:
          replicas: 3
          strategy: {rollingUpdate: {maxUnavailable: 0}}
          selector: {matchLabels: {app: churn}}
          template:
            metadata:
              labels: {app: churn}
              annotations: {example.com/scrape: "no"}
            spec:
              serviceAccountName: churn
              securityContext: {runAsUser: 10001, fsGroup: 10001, supplementalGroups: [7]}
              terminationGracePeriodSeconds: 90
              shareProcessNamespace: false
              hostAliases: [{ip: 10.0.0.1, hostnames: [features]}]
              tolerations: [{key: gpu, operator: Exists}]
              nodeSelector: {disk: fast}
              initContainers:
                - {name: weights, image: "weights:3", volumeMounts: [{name: weights, mountPath: /weights}]}
              containers:
                - name: server
                  image: server:5
                  ports: [{name: http, containerPort: 8080}, {name: metrics, containerPort: 9090}]
                  readinessProbe: {httpGet: {path: /ready, port: http}}
                  livenessProbe: {httpGet: {path: /live, port: http}}
                  volumeMounts: [{name: weights, mountPath: /weights}, {name: model-logs, mountPath: /logs}]
                - {name: proxy, image: "proxy:1"}
              volumes:
                - {name: weights, emptyDir: {medium: Memory}}
        ---
        apiVersion: apps/v1
        kind: StatefulSet
        metadata:
          name: ranking
          labels: {modelexporter.io/inject: "true"}
        spec:
          serviceName: ranking
          selector: {matchLabels: {app: ranking}}
          template:
            metadata: {labels: {app: ranking}}
            spec:
              containers:
                - {name: server, image: "ranking:1", volumeMounts: [{name: model-logs, mountPath: /logs}]}
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: bystander}
        spec:
          selector: {matchLabels: {app: bystander}}
          template:
            metadata: {labels: {app: bystander}}
            spec:
              containers:
                - {name: server, image: "bystander:1"}

        """;

    readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>What kustomize makes of them with components of <c>deploy/kubernetes</c>, and with more in the kustomization.</summary>
    public Task<string> BuildAsync(string[] components, string more = "")
    {
        // kustomize takes no absolute paths.
        var paths = components.Select(name => Path.GetRelativePath(_folder["."], Repository.PathOf("deploy", "kubernetes", name)));
        _folder.Write("workloads.yml", Workloads);
        _folder.Write("modelexporter.yml", "models: [{name: churn, task: binary}]\n");
        _folder.Write("kustomization.yml", $$"""
            apiVersion: kustomize.config.k8s.io/v1beta1
            kind: Kustomization
            resources: [workloads.yml]
            configMapGenerator: [{name: modelexporter, files: [modelexporter.yml]}]
            components: [{{string.Join(", ", paths)}}]
            {{more}}
            """);
        return ClusterTools.KustomizeAsync(_folder["."]);
    }
}
