import { healthStates } from '../../panels/healthStates.js';
import { stat } from '../../panels/stat.js';
import { falling, rising } from '../../panels/thresholds.js';
import { helpOf } from '../../promql/catalogue.js';
import { labelsInWindow, loss } from '../../promql/figures.js';
import { health } from '../../promql/health.js';
import { coverage } from '../../promql/labels.js';
import { added, rate } from '../../promql/operators.js';
import { unitOf } from '../../promql/units.js';
import { scope } from './scope.js';

/** How the model is, in six numbers. */
export const atAGlance = [
  stat({
    title: 'State',
    description: 'The worst state of the chosen versions. Degraded: the whole interval of a figure is beyond its threshold. Drifting: a feature, the predictions or the labels have drifted.',
    width: 4, height: 4, unit: 'none',
    expr: `max(${health(scope)})`,
    states: healthStates,
  }),
  stat({
    title: 'Performance loss',
    description: 'The way from the baseline to the threshold that accuracy, or the mean absolute error of a regression, has gone. Worry from 1 on.',
    width: 4, height: 4, unit: 'none', decimals: 2,
    expr: `max(${loss(scope, 'model')})`,
    thresholds: rising(0.5, 1),
  }),
  stat({
    title: 'Labels in the window',
    description: `With fewer than performance.min_labels (30 unless the config says otherwise) no figure is judged: look at the intervals.\n\n${helpOf('model_window_labels')}`,
    width: 4, height: 4, unit: unitOf('model_window_labels'),
    expr: `sum(${labelsInWindow(scope)})`,
    thresholds: falling(100, 30),
  }),
  stat({
    title: 'Label coverage',
    description: 'Share of the predictions in the window whose label has come. Worry if it is much lower than usual: those that are missing may be those that went wrong.',
    width: 4, height: 4, unit: 'percentunit', decimals: 0,
    expr: coverage(scope, ''),
  }),
  stat({
    title: 'Median label delay',
    description: `Half of the labels come later than this: so long ago are the predictions that are judged now.\n\n${helpOf('model_label_delay_seconds')}`,
    width: 4, height: 4, unit: unitOf('model_label_delay_seconds'), decimals: 1,
    expr: `histogram_quantile(0.5, sum by (le) (${added(scope.series('model_label_delay_seconds_bucket'))}))`,
  }),
  stat({
    title: 'Predictions',
    description: `Predictions a second. Worry if it is not what you expect at this hour.\n\n${helpOf('model_predictions_total')}`,
    width: 4, height: 4, unit: unitOf('model_predictions_total'), decimals: 2,
    expr: `sum(${rate(scope.series('model_predictions_total'))})`,
  }),
];
