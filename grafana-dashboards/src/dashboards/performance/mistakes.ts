import { palette } from '../../frame/palette.js';
import { distribution } from '../../panels/distribution.js';
import { grid } from '../../panels/grid.js';
import { matrix } from '../../panels/matrix.js';
import { table } from '../../panels/table.js';
import { amounts } from '../../panels/thresholds.js';
import { helpOf } from '../../promql/catalogue.js';
import { confusion, labelsByClass, precisionByClass, recallByClass, recallOverTime } from '../../promql/classes.js';
import { calibration, groups } from '../../promql/distributions.js';
import { scope, classificationsOnly } from './scope.js';

const score = groups(scope, '=~"prediction[.](score|value)"');
const kept = calibration(scope);

/** What the model answers, and which classes it takes for each other. */
export const mistakes = [
  matrix({
    title: 'Confusion matrix',
    description: `Rows are what came true, columns what was predicted; a row adds up to 100 %, less what was predicted as an unknown class. Worry about colour off the diagonal. Over the time shown.\n\n${helpOf('model_confusion_total')}`,
    width: 9, height: 8, unit: 'percentunit', decimals: 0,
    expr: confusion(scope), rows: 'actual', columns: 'predicted',
    shades: amounts(0.05, 0.2, 0.5),
  }),
  table({
    title: 'Classes',
    description: 'Each class against the rest, over the time shown. Worry about a class that stays far behind the others: low recall means that it is missed, low precision that it is cried too often.',
    width: 7, height: 8,
    queries: [precisionByClass(scope), recallByClass(scope), labelsByClass(scope)],
    columns: [
      { field: 'class', title: 'Class' },
      { field: 'Value #A', title: 'Precision', decimals: 2 },
      { field: 'Value #B', title: 'Recall', decimals: 2 },
      { field: 'Value #C', title: 'Labels', unit: 'short', decimals: 0 },
    ],
  }),
  grid({
    title: 'Recall by class',
    description: 'What was found of each class, step by step. Worry about a row that darkens: that class is missed more than before.',
    width: 8, height: 8, unit: 'percentunit', decimals: 0,
    expr: recallOverTime(scope), row: '{{class}}',
    shades: amounts(0.3, 0.6, 0.8), steps: 40,
    noValue: classificationsOnly,
  }),
  distribution({
    title: 'Scores or values predicted',
    description: 'What the model answers, over the time shown, beside the baseline: of the version that answered last. Worry if the shape has changed: so have the inputs, or the model.',
    width: 12, height: 8, unit: 'percentunit',
    by: 'bin',
    now: { name: 'now', expr: score.now, colour: palette.sky },
    compared: { name: 'baseline', expr: score.baseline, colour: palette.grey },
  }),
  distribution({
    title: 'Calibration',
    description: `Of the labels in each tenth of the score, the share that came true beside what the scores promised. Worry where the bars part: the scores cannot be taken for probabilities there. Over the time shown.\n\n${helpOf('model_score_bin_positives_total')}`,
    width: 12, height: 8, unit: 'percentunit',
    by: 'bin',
    now: { name: 'came true', expr: kept.cameTrue, colour: palette.sky },
    compared: { name: 'promised by the score', expr: kept.promised, colour: palette.grey },
    noValue: classificationsOnly,
  }),
];
