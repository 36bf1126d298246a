import { palette } from '../../frame/palette.js';
import { stat } from '../../panels/stat.js';
import { table } from '../../panels/table.js';
import { states } from '../../panels/states.js';
import { anyIsBad, rising } from '../../panels/thresholds.js';
import { helpOf } from '../../promql/catalogue.js';
import { added, orZero } from '../../promql/operators.js';
import { unitOf } from '../../promql/units.js';
import { scope, exporters } from './scope.js';

/** Whether exporters and their sources run, and with which config. */
export const state = [
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
