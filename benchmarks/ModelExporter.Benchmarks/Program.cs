using BenchmarkDotNet.Running;
using ModelExporter.Benchmarks.Line;
using ModelExporter.Benchmarks.Logs;

if (args is ["line", .. var rest])
{
    var form = rest.Contains("py") ? LogForm.Py : LogForm.Compact;
    var numbers = rest.Where(r => int.TryParse(r, out _)).Select(int.Parse).ToArray();
    LineMode.Run(form, numbers.ElementAtOrDefault(0) is > 0 and var rounds ? rounds : 15, numbers.ElementAtOrDefault(1) is > 0 and var pending ? pending : 2_000_000);
    return;
}
BenchmarkSwitcher.FromAssembly(typeof(LineMode).Assembly).Run(args);
