import { palette } from '../../frame/palette.js';
import { bars } from '../../panels/bars.js';
import { lines } from '../../panels/lines.js';
import { rising } from '../../panels/thresholds.js';
import { helpOf } from '../../promql/catalogue.js';
import { added, sumBy } from '../../promql/operators.js';
import { unitOf } from '../../promql/units.js';
import { both } from './scope.js';

const pending = (name: string): string => `sum(${both.series(name)})`;

/** What waits for its label, and what never got one. */
export const join = [
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
    width: 8, height: 8, unit: 'percentunit', decimals: 1, max: 1,
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
