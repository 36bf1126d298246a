import { palette } from '../../frame/palette.js';
import { bars } from '../../panels/bars.js';
import { lines } from '../../panels/lines.js';
import { helpOf } from '../../promql/catalogue.js';
import { added, rate, sumBy } from '../../promql/operators.js';
import { unitOf } from '../../promql/units.js';
import { scope } from './scope.js';

/** What comes in, and what does not. */
export const throughput = [
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
    width: 8, height: 8, unit: 'percentunit', min: 0, max: 1,
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
