using System.CommandLine;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using ModelExporter.Benchmarks.Checkpoints;
using ModelExporter.Benchmarks.Kafka;
using ModelExporter.Benchmarks.Line;
using ModelExporter.Benchmarks.Logs;
using ModelExporter.Benchmarks.Memory;

if (args is not ["line" or "memory" or "checkpoint" or "kafka" or "broker", ..])
{
    // In this process, because a program of its own for each benchmark would be built without the settings of this repository.
    var job = Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance);
    BenchmarkSwitcher.FromAssembly(typeof(LineMode).Assembly).Run(args, DefaultConfig.Instance.AddJob(job).AddDiagnoser(MemoryDiagnoser.Default));
    return 0;
}

var form = new Option<LogForm>("--form") { Description = "How the log is written." };
var rounds = new Option<int>("--rounds") { Description = "Rounds measured.", DefaultValueFactory = _ => 15 };
var pending = new Option<int>("--max-pending") { Description = "Ids that the join remembers at most.", DefaultValueFactory = _ => 200_000 };
var line = new Command("line", "A whole line from its bytes to the windows, against the token scan of the same bytes.") { form, rounds, pending };
line.SetAction(parsed => LineMode.Run(parsed.GetValue(form), parsed.GetValue(rounds), parsed.GetValue(pending)));
var memory = new Command("memory", "What a running pipeline of three models takes in memory, and how long a scrape of it takes.");
memory.SetAction((_, cancellation) => MemoryMode.RunAsync(cancellation));
var records = new Option<int>("--records") { Description = "Records in the brokers.", DefaultValueFactory = _ => 300_000 };
var kafkaRounds = new Option<int>("--rounds") { Description = "Rounds measured.", DefaultValueFactory = _ => 5 };
var kafka = new Command("kafka", "From Kafka to the windows, against a consumer that does nothing.") { records, kafkaRounds };
kafka.SetAction((parsed, cancellation) => KafkaMode.RunAsync(parsed.GetValue(records), parsed.GetValue(kafkaRounds), cancellation));
var broker = new Command("broker", "The brokers for kafka, which starts it.") { records };
broker.SetAction((parsed, cancellation) => Broker.RunAsync(parsed.GetValue(records), cancellation));
var many = new Option<int>("--pending") { Description = "Predictions that wait for their label.", DefaultValueFactory = _ => 5_000_000 };
var folder = new Option<string>("--folder") { Description = "Where the checkpoint is written.", DefaultValueFactory = _ => "artifacts/checkpoint" };
var checkpoint = new Command("checkpoint", "A checkpoint with many pending predictions: its size, and how long it holds records up.") { many, folder };
checkpoint.SetAction((parsed, _) => CheckpointMode.RunAsync(parsed.GetValue(many), parsed.GetValue(folder)!));
return await new RootCommand { line, memory, checkpoint, kafka, broker }.Parse(args).InvokeAsync();
