import { palette } from '../../frame/palette.js';
import { bars } from '../../panels/bars.js';
import { lines } from '../../panels/lines.js';
import { helpOf } from '../../promql/catalogue.js';
import { coverage, quantile } from '../../promql/labels.js';
import { added, sumBy } from '../../promql/operators.js';
import { unitOf } from '../../promql/units.js';
import { scope } from './scope.js';

const byModel = scope.with({ model_version: undefined, window: undefined });

/** How labels come. */
export const labels = [
  lines({
    title: 'Label delay',
    description: `How long labels take. Worry when it grows: the figures above then speak of an older past.\n\n${helpOf('model_label_delay_seconds')}`,
    width: 8, height: 9, unit: unitOf('model_label_delay_seconds'), min: 0, steps: 100,
    lines: [
      { name: '90 % within', expr: quantile(0.9, scope, 'model_label_delay_seconds'), colour: palette.orange, stroke: 'dash' },
      { name: 'half within', expr: quantile(0.5, scope, 'model_label_delay_seconds'), colour: palette.sky },
    ],
  }),
  lines({
    title: 'Label coverage over time',
    description: 'Share of the predictions in the window whose label has come. Worry when it falls: figures then rest on those that answer soonest.',
    width: 8, height: 9, unit: 'percentunit', min: 0, max: 1,
    lines: [{ name: 'coverage', expr: coverage(scope, ''), colour: palette.sky }],
  }),
  bars({
    title: 'What became of labels and predictions',
    description: 'Over the time shown. Worry when more than a few are dropped or expire: ids that do not match, labels that come too late, or a join that is too small.',
    width: 8, height: 9, unit: 'short', decimals: 0,
    bars: [
      { name: 'joined', expr: `sum(${added(scope.series('model_labels_joined_total'))})` },
      { name: 'dropped: {{reason}}', expr: sumBy('reason', added(byModel.series('model_labels_dropped_total'))) },
      { name: 'prediction expired', expr: `sum(${added(byModel.series('model_predictions_expired_total'))})` },
      { name: 'prediction evicted', expr: `sum(${added(byModel.series('model_predictions_evicted_total'))})` },
      { name: 'prediction without id', expr: `sum(${added(scope.series('model_predictions_unjoinable_total'))})` },
    ],
  }),
];
