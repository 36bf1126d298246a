using k8s.Models;

namespace ModelExporter.Tests.Deploy.Kubernetes;

/// <summary>What a container of the exporter must not be able to do.</summary>
static class Containment
{
    /// <summary>The user of .NET's images.</summary>
    public const long User = 1654;

    public static void AssertTight(V1SecurityContext container)
    {
        Assert.Equal((true, User, User), (container.RunAsNonRoot, container.RunAsUser, container.RunAsGroup));
        Assert.Equal("RuntimeDefault", container.SeccompProfile.Type);
        AssertConfined(container);
    }

    /// <summary>Of a pod and its only container.</summary>
    public static void AssertTight(V1PodSecurityContext pod, V1SecurityContext container)
    {
        Assert.Equal((true, User, User, User), (pod.RunAsNonRoot, pod.RunAsUser, pod.RunAsGroup, pod.FsGroup));
        Assert.Equal("RuntimeDefault", pod.SeccompProfile.Type);
        AssertConfined(container);
    }

    static void AssertConfined(V1SecurityContext container)
    {
        Assert.Equal((false, true), (container.AllowPrivilegeEscalation, container.ReadOnlyRootFilesystem));
        Assert.Equal(["ALL"], container.Capabilities.Drop);
        Assert.Null(container.Capabilities.Add);
        Assert.NotEqual(true, container.Privileged);
    }
}
