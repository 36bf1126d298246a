import { inPlace, manyInstances, places } from '../frame/chain.js';
import { dashboard } from '../frame/dashboard.js';
import { uids } from '../frame/links.js';
import { palette } from '../frame/palette.js';
import { bars } from '../panels/bars.js';
import { lines } from '../panels/lines.js';
import { stat } from '../panels/stat.js';
import { table } from '../panels/table.js';
import { states } from '../panels/states.js';
import { anyIsBad, limit, rising } from '../panels/thresholds.js';
import { helpOf } from '../promql/catalogue.js';
import { added, orZero, rate, sumBy } from '../promql/operators.js';
import { Scope } from '../promql/scope.js';
import { unitOf } from '../promql/units.js';

const scope = new Scope({ ...inPlace, instance: '=~"$instance"' });
/** Both ports of the exporters; which of the model metrics' targets belongs to which exporter nobody knows. */
const both = scope.with({ instance: undefined });
const exporters = `count(${scope.series('modelexporter_build_info')})`;
const share = 'percentunit';

const state = [
  stat({
    title: 'Exporters',
    description: 'Exporters that answer. Worry if there are fewer than you run.',
    width: 4, height: 4, unit: 'none', expr: exporters,
  }),
  stat({
    title: 'Sources down',
    description: `Worry about any: nothing comes from it.\n\n${helpOf('modelexporter_source_up')}`,
    width: 4, height: 4, unit: 'none',
    expr: orZero(`count(${scope.series('modelexporter_source_up')} == 0)`, exporters),
    thresholds: anyIsBad,
  }),
  stat({
    title: 'Config',
    description: `Worry if the last one was refused: the exporter runs with the one before.\n\n${helpOf('modelexporter_config_last_reload_successful')}`,
    width: 4, height: 4, unit: 'none',
    expr: `min(${scope.series('modelexporter_config_last_reload_successful')})`,
    states: states([0, 'refused', palette.vermillion], [1, 'in force', palette.green]),
  }),
  stat({
    title: 'Configs that differ',
    description: 'Different configs in force. Worry if replicas of one exporter do not have the same.',
    width: 4, height: 4, unit: 'none',
    expr: `count(count by (value) (count_values("value", ${scope.series('modelexporter_config_hash')})))`,
    thresholds: rising(2, 1000),
  }),
  stat({
    title: 'Faults of the program',
    description: `Over the time shown. Worry about any, and tell us.\n\n${helpOf('modelexporter_model_failures_total')}`,
    width: 4, height: 4, unit: 'short', decimals: 0,
    expr: `sum(${added(scope.series('modelexporter_model_failures_total'))})`,
    thresholds: anyIsBad,
  }),
  stat({
    title: 'Series',
    description: `All models together. Worry if your Prometheus cannot bear as many: fewer features or windows make fewer.\n\n${helpOf('modelexporter_series')}`,
    width: 4, height: 4, unit: unitOf('modelexporter_series'),
    expr: `sum(${scope.series('modelexporter_series')})`,
  }),
  table({
    title: 'Each exporter',
    description: 'Each exporter with its version and the time it started. Worry about one that has started by itself.',
    width: 24, height: 5,
    queries: [`max by (namespace, job, instance, version, runtime) (${scope.series('modelexporter_build_info')})`, `1000 * max by (namespace, job, instance) (${scope.series('process_start_time_seconds')})`, `1000 * max by (namespace, job, instance) (${scope.series('modelexporter_config_last_reload_success_timestamp_seconds')})`],
    columns: [
      { field: 'namespace', title: 'Namespace' },
      { field: 'job', title: 'Job' },
      { field: 'instance', title: 'Instance' },
      { field: 'version', title: 'Version' },
      { field: 'runtime', title: 'Runtime' },
      { field: 'Value #B', title: 'Started', unit: 'dateTimeAsIso' },
      { field: 'Value #C', title: 'Config taken over', unit: 'dateTimeAsIso' },
    ],
  }),
];

const total = (name: string): string => `sum(${rate(scope.series(name))})`;

const throughput = [
  lines({
    title: 'Records',
    description: `Worry when the accepted fall or the rejected rise.\n\n${helpOf('modelexporter_records_total')}`,
    width: 8, height: 8, unit: unitOf('modelexporter_records_total'), min: 0,
    lines: [
      { name: 'accepted', expr: `sum(${rate(scope.series('modelexporter_records_total', { outcome: '="accepted"' }))})`, colour: palette.sky },
      { name: 'rejected', expr: `sum(${rate(scope.series('modelexporter_records_total', { outcome: '="rejected"' }))})`, colour: palette.vermillion, stroke: 'dash' },
    ],
  }),
  lines({
    title: 'Lag of files',
    description: `Worry when it grows without end: the exporter cannot keep up, or cannot read.\n\n${helpOf('modelexporter_source_lag_bytes')}`,
    width: 8, height: 8, unit: unitOf('modelexporter_source_lag_bytes'), min: 0, softMax: 1024,
    lines: [{ name: 'not read yet', expr: `sum(${scope.series('modelexporter_source_lag_bytes')})`, colour: palette.sky }],
  }),
  lines({
    title: 'Fullest queue',
    description: `Batches that wait for the busiest model, as a share of those that may. At 100 % its sources wait, and pushes are answered with 429.\n\n${helpOf('modelexporter_queue_batches')}`,
    width: 8, height: 8, unit: share, min: 0, max: 1,
    lines: [{ name: 'fullest queue', expr: `max(${scope.series('modelexporter_queue_batches')}) / max(${scope.series('modelexporter_queue_limit_batches')})`, colour: palette.sky }],
  }),
  bars({
    title: 'Records by model',
    description: `Over the time shown. Worry if a model that should have records has none.\n\n${helpOf('modelexporter_model_records_total')}`,
    width: 8, height: 8, unit: 'short', decimals: 0,
    bars: [{ name: '{{model}}', expr: `topk(15, ${sumBy('model', added(scope.series('modelexporter_model_records_total')))})` }],
  }),
  bars({
    title: 'What was dropped or went wrong',
    description: 'Over the time shown: records rejected, by reason; failures to read; lines too long. Worry about any that grows.',
    width: 8, height: 8, unit: 'short', decimals: 0,
    bars: [
      { name: 'rejected: {{reason}}', expr: `topk(8, ${sumBy('reason', added(scope.series('modelexporter_records_total', { outcome: '="rejected"' })))} > 0)` },
      { name: 'not read: {{reason}}', expr: sumBy('reason', added(scope.series('modelexporter_source_errors_total'))) },
      { name: 'lines too long', expr: `sum(${added(scope.series('modelexporter_source_lines_too_long_total'))})` },
    ],
  }),
  bars({
    title: 'Files',
    description: `Files that are held open, and what happened to them over the time shown. Worry about truncations: records may have been lost.\n\n${helpOf('modelexporter_source_truncations_total')}`,
    width: 8, height: 8, unit: 'short', decimals: 0,
    bars: [
      { name: 'open now', expr: `sum(${scope.series('modelexporter_source_files')})` },
      { name: 'rotations', expr: `sum(${added(scope.series('modelexporter_source_rotations_total'))})` },
      { name: 'truncations', expr: `sum(${added(scope.series('modelexporter_source_truncations_total'))})` },
    ],
  }),
];

const pending = (name: string): string => `sum(${both.series(name)})`;

const join = [
  lines({
    title: 'Waiting in the join',
    description: `Worry when the lines do not level out: ids do not match, or labels do not come.\n\n${helpOf('model_predictions_pending', 'model_labels_pending')}`,
    width: 8, height: 8, unit: unitOf('model_predictions_pending'), min: 0,
    lines: [
      { name: 'predictions', expr: pending('model_predictions_pending'), colour: palette.sky },
      { name: 'labels', expr: pending('model_labels_pending'), colour: palette.orange, stroke: 'dash' },
    ],
  }),
  bars({
    title: 'Fill of the join',
    description: `What waits, as a share of what may. At 100 % the oldest predictions are forgotten before their labels come.\n\n${helpOf('model_pending_limit')}`,
    width: 8, height: 8, unit: share, decimals: 1, max: 1,
    bars: [{ name: '{{model}}', expr: `topk(15, max by (model) ((${both.series('model_predictions_pending')} + ${both.series('model_labels_pending')}) / ${both.series('model_pending_limit')}))` }],
    thresholds: rising(0.7, 0.9),
  }),
  bars({
    title: 'Lost in the join',
    description: 'Predictions that expired or were evicted, and labels that were not joined, over the time shown. Worry about evicted predictions: the join is too small for the delay of the labels.',
    width: 8, height: 8, unit: 'short', decimals: 0,
    bars: [
      { name: 'expired', expr: `sum(${added(both.series('model_predictions_expired_total'))})` },
      { name: 'evicted', expr: `sum(${added(both.series('model_predictions_evicted_total'))})` },
      { name: 'label {{reason}}', expr: sumBy('reason', added(both.series('model_labels_dropped_total'))) },
    ],
  }),
];

const scrape = [
  lines({
    title: 'Cost of a scrape',
    description: `The longest of all exporters. Worry when it comes near the scrape timeout.\n\n${helpOf('modelexporter_last_scrape_duration_seconds')}`,
    width: 8, height: 8, unit: unitOf('modelexporter_last_scrape_duration_seconds'), min: 0,
    lines: [
      { name: 'as Prometheus sees it', expr: `max(${both.series('scrape_duration_seconds')})`, colour: palette.orange, stroke: 'dash' },
      { name: 'as the exporter sees it', expr: `max(${scope.series('modelexporter_last_scrape_duration_seconds')})`, colour: palette.sky },
    ],
  }),
  lines({
    title: 'Samples in a scrape',
    description: 'All ports together. Worry when it grows without an end: labels with too many values.',
    width: 8, height: 8, unit: 'short', min: 0,
    lines: [{ name: 'samples', expr: `sum(${both.series('scrape_samples_scraped')})`, colour: palette.sky }],
  }),
  bars({
    title: 'Series by model',
    description: `What each model costs Prometheus.\n\n${helpOf('modelexporter_series', 'modelexporter_stale_snapshots_total')}`,
    width: 8, height: 8, unit: unitOf('modelexporter_series'),
    bars: [
      { name: '{{model}}', expr: `topk(15, ${sumBy('model', scope.series('modelexporter_series'))})` },
      { name: 'stale snapshots served', expr: `sum(${added(scope.series('modelexporter_stale_snapshots_total'))})` },
    ],
  }),
];

const program = [
  lines({
    title: 'Memory',
    description: `The largest exporter. Worry when it comes near its limit, or only ever grows.\n\n${helpOf('process_resident_memory_bytes')}`,
    width: 6, height: 8, unit: unitOf('process_resident_memory_bytes'), min: 0,
    lines: [
      { name: 'resident', expr: `max(${scope.series('process_resident_memory_bytes')})`, colour: palette.sky },
      { name: 'heap', expr: `max(sum by (instance) (${scope.series('dotnet_gc_last_collection_heap_size_bytes')}))`, colour: palette.orange, stroke: 'dash' },
    ],
  }),
  lines({
    title: 'Processor',
    description: `Of one core, the busiest exporter. Worry near 100 % times its cores.\n\n${helpOf('process_cpu_seconds_total')}`,
    width: 6, height: 8, unit: unitOf('process_cpu_seconds_total'), min: 0,
    lines: [{ name: 'processor', expr: `max(${rate(scope.series('process_cpu_seconds_total'))})`, colour: palette.sky }],
  }),
  lines({
    title: 'Pauses for garbage collection',
    description: 'Share of the time that the exporter stands still for it. Worry above 5 %.',
    width: 6, height: 8, unit: unitOf('dotnet_gc_pause_time_seconds_total'), min: 0,
    thresholds: limit(0.05),
    lines: [{ name: 'paused', expr: `max(${rate(scope.series('dotnet_gc_pause_time_seconds_total'))})`, colour: palette.sky }],
  }),
  lines({
    title: 'Allocation',
    description: 'Memory that is allocated a second, most of it for scrapes. Worry if it grows while the records do not.',
    width: 6, height: 8, unit: unitOf('dotnet_gc_heap_total_allocated_bytes_total'), min: 0,
    lines: [{ name: 'allocated', expr: total('dotnet_gc_heap_total_allocated_bytes_total'), colour: palette.sky }],
  }),
];

const checkpoints = [
  lines({
    title: 'Age of the last checkpoint',
    description: 'What a crash would have to read again, or lose if it was pushed. Worry when it is a multiple of the interval.',
    width: 6, height: 8, unit: 's', min: 0,
    lines: [{ name: 'oldest', expr: `time() - min(${scope.series('modelexporter_checkpoint_last_success_timestamp_seconds')})`, colour: palette.sky }],
    noValue: 'No checkpoints',
  }),
  bars({
    title: 'Failed checkpoints',
    description: 'Over the time shown, by reason. Worry about any.',
    width: 6, height: 8, unit: 'short', decimals: 0,
    bars: [{ name: '{{reason}}', expr: sumBy('reason', added(scope.series('modelexporter_checkpoint_failures_total'))) }],
    noValue: 'No checkpoints',
  }),
  lines({
    title: 'Size of a checkpoint',
    description: 'The largest. Worry if the disk cannot hold two of them.',
    width: 6, height: 8, unit: unitOf('modelexporter_checkpoint_size_bytes'), min: 0,
    lines: [{ name: 'size', expr: `max(${scope.series('modelexporter_checkpoint_size_bytes')})`, colour: palette.sky }],
    noValue: 'No checkpoints',
  }),
  lines({
    title: 'Time for a checkpoint',
    description: 'Pause: how long records wait for it. Worry when the pause is long enough to be seen in the lag.',
    width: 6, height: 8, unit: unitOf('modelexporter_checkpoint_duration_seconds'), min: 0,
    lines: [
      { name: 'all of it', expr: `max(${scope.series('modelexporter_checkpoint_duration_seconds')})`, colour: palette.orange, stroke: 'dash' },
      { name: 'pause', expr: `max(${scope.series('modelexporter_checkpoint_pause_seconds')})`, colour: palette.sky },
    ],
    noValue: 'No checkpoints',
  }),
];

const kafka = [
  bars({
    title: 'Lag by topic',
    description: 'Records that have not been read yet. Worry when it grows without an end.',
    width: 8, height: 8, unit: unitOf('modelexporter_kafka_consumer_lag_records'), decimals: 0,
    bars: [{ name: '{{topic}}', expr: `topk(15, ${sumBy('topic', scope.series('modelexporter_kafka_consumer_lag_records'))})` }],
    noValue: 'No Kafka source',
  }),
  lines({
    title: 'Lag',
    description: 'All partitions, and the one that is furthest behind. Worry when one grows while the others do not: its records cannot be read.',
    width: 8, height: 8, unit: unitOf('modelexporter_kafka_consumer_lag_records'), min: 0,
    lines: [
      { name: 'all partitions', expr: `sum(${scope.series('modelexporter_kafka_consumer_lag_records')})`, colour: palette.sky },
      { name: 'furthest behind', expr: `max(${scope.series('modelexporter_kafka_consumer_lag_records')})`, colour: palette.orange, stroke: 'dash' },
    ],
    noValue: 'No Kafka source',
  }),
  bars({
    title: 'Trouble with Kafka',
    description: 'Brokers that cannot be reached now; rebalances and errors over the time shown. Worry when any keeps growing.',
    width: 8, height: 8, unit: 'short', decimals: 0,
    bars: [
      { name: 'brokers down', expr: `count(${scope.series('modelexporter_kafka_broker_up')} == 0) or 0 * count(${scope.series('modelexporter_kafka_broker_up')})` },
      { name: 'rebalances', expr: `sum(${added(scope.series('modelexporter_kafka_rebalances_total'))})` },
      { name: 'error: {{reason}}', expr: sumBy('reason', added(scope.series('modelexporter_kafka_errors_total'))) },
    ],
    noValue: 'No Kafka source',
  }),
];

export const exporter = dashboard({
  uid: uids.exporter,
  title: 'ModelExporter / Exporter',
  description: 'The exporter itself: does it read everything, keep up, and stay small?',
  from: 'now-6h',
  variables: [...places(), manyInstances()],
  annotations: [],
  rows: [
    { title: 'State', panels: state },
    { title: 'Throughput', panels: throughput },
    { title: 'Label join', panels: join },
    { title: 'Scrapes', panels: scrape },
    { title: 'Process', panels: program },
    { title: 'Checkpoints', panels: checkpoints, collapsed: true },
    { title: 'Kafka', panels: kafka, collapsed: true },
  ],
});
