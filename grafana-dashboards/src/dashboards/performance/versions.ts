import { grid } from '../../panels/grid.js';
import { matrix } from '../../panels/matrix.js';
import { table } from '../../panels/table.js';
import { amounts } from '../../panels/thresholds.js';
import { allFigures } from '../../promql/figures.js';
import { rate, sumBy } from '../../promql/operators.js';
import { scope } from './scope.js';

const all = allFigures(scope, 'figure');
const everyVersion = scope.with({ model_version: undefined });
const predictionsOfAll = rate(everyVersion.series('model_predictions_total'));

/** What each version does, beside the others. */
export const versions = [
  grid({
    title: 'Predictions by version',
    description: 'Who answers: the share of each version in the predictions. Worry if an old version still does.',
    width: 24, height: 5, unit: 'percentunit', decimals: 0,
    expr: `${sumBy('model_version', predictionsOfAll)} / on () group_left () (sum(${predictionsOfAll}) > 0)`, row: '{{model_version}}',
    shades: amounts(0.01, 0.2, 0.8),
  }),
  table({
    title: 'Figures of the chosen versions',
    description: 'Each figure in the chosen window beside its baseline and its threshold. Worry about those that are beyond the threshold, seen from the baseline.',
    width: 12, height: 15,
    queries: [all.now, all.baseline, all.threshold],
    columns: [
      { field: 'figure', title: 'Figure', width: 300 },
      { field: 'Value #A', title: 'Now', decimals: 3 },
      { field: 'Value #B', title: 'Baseline', decimals: 3 },
      { field: 'Value #C', title: 'Threshold', decimals: 3 },
    ],
  }),
  matrix({
    title: 'Figures by version',
    description: 'Every version in the chosen window. Worry if a new version is worse than the one that it replaces.',
    width: 12, height: 15, unit: 'none', decimals: 3,
    expr: allFigures(everyVersion, 'figure, model_version').now, rows: 'figure', columns: 'model_version', rowWidth: 300,
  }),
];
