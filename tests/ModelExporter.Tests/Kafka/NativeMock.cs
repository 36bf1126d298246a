using System.Reflection;
using System.Runtime.InteropServices;

namespace ModelExporter.Tests.Kafka;

/// <summary>librdkafka's mock cluster as it is called in C: rdkafka_mock.h.</summary>
static class NativeMock
{
    const string Library = "librdkafka";
    const int Producer = 0;

    static NativeMock() => NativeLibrary.SetDllImportResolver(typeof(NativeMock).Assembly, Load);

    /// <summary>A client that owns nothing but the clusters made with it.</summary>
    public static IntPtr NewClient()
    {
        byte[] error = new byte[512];
        IntPtr client = rd_kafka_new(Producer, rd_kafka_conf_new(), error, error.Length);
        return client != IntPtr.Zero ? client : throw new InvalidOperationException(System.Text.Encoding.UTF8.GetString(error));
    }

    /// <summary>The build that the .NET client loads as well: the usual one wants a version of libsasl2 that not every system has.</summary>
    static IntPtr Load(string name, Assembly assembly, DllImportSearchPath? path)
    {
        if (name != Library) return IntPtr.Zero;
        return NativeLibrary.TryLoad(Library, assembly, path, out IntPtr usual) ? usual : NativeLibrary.Load("centos8-librdkafka", assembly, path);
    }

    [DllImport(Library)]
    static extern IntPtr rd_kafka_conf_new();

    [DllImport(Library)]
    static extern IntPtr rd_kafka_new(int type, IntPtr conf, byte[] error, nint errorSize);

    [DllImport(Library)]
    public static extern void rd_kafka_destroy(IntPtr client);

    [DllImport(Library)]
    public static extern IntPtr rd_kafka_mock_cluster_new(IntPtr client, int brokers);

    [DllImport(Library)]
    public static extern void rd_kafka_mock_cluster_destroy(IntPtr cluster);

    [DllImport(Library)]
    public static extern IntPtr rd_kafka_mock_cluster_bootstraps(IntPtr cluster);

    [DllImport(Library)]
    public static extern int rd_kafka_mock_topic_create(IntPtr cluster, [MarshalAs(UnmanagedType.LPUTF8Str)] string topic, int partitions, int replicas);

    [DllImport(Library)]
    public static extern void rd_kafka_mock_topic_set_error(IntPtr cluster, [MarshalAs(UnmanagedType.LPUTF8Str)] string topic, int error);

    [DllImport(Library)]
    public static extern int rd_kafka_mock_partition_delete_records(IntPtr cluster, [MarshalAs(UnmanagedType.LPUTF8Str)] string topic, int partition, long offset);

    [DllImport(Library)]
    public static extern int rd_kafka_mock_broker_set_down(IntPtr cluster, int broker);

    [DllImport(Library)]
    public static extern int rd_kafka_mock_broker_set_up(IntPtr cluster, int broker);

    [DllImport(Library)]
    public static extern void rd_kafka_mock_push_request_errors_array(IntPtr cluster, short request, nint count, int[] errors);

    [DllImport(Library)]
    public static extern void rd_kafka_mock_clear_request_errors(IntPtr cluster, short request);

    [DllImport(Library)]
    public static extern void rd_kafka_mock_group_initial_rebalance_delay_ms(IntPtr cluster, int delay);
}
