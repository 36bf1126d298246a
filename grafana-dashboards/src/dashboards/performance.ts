import { firingAlerts, versionChanges } from '../frame/annotations.js';
import { figureChoice, inPlace, manyVersions, oneModel, oneWindow, places } from '../frame/chain.js';
import { dashboard } from '../frame/dashboard.js';
import { uids } from '../frame/links.js';
import { palette } from '../frame/palette.js';
import { bars } from '../panels/bars.js';
import { distribution } from '../panels/distribution.js';
import { grid } from '../panels/grid.js';
import { band, lines } from '../panels/lines.js';
import { matrix } from '../panels/matrix.js';
import { stat } from '../panels/stat.js';
import { table } from '../panels/table.js';
import { amounts, falling, rising } from '../panels/thresholds.js';
import { helpOf } from '../promql/catalogue.js';
import { confusion, labelsByClass, precisionByClass, recallByClass, recallOverTime } from '../promql/classes.js';
import { calibration, groups } from '../promql/distributions.js';
import { allFigures, figureSeries, labelsInWindow, loss } from '../promql/figures.js';
import { health, healthStates } from '../promql/health.js';
import { coverage, quantile } from '../promql/labels.js';
import { added, rate, sumBy, weighted } from '../promql/operators.js';
import { Scope } from '../promql/scope.js';
import { unitOf } from '../promql/units.js';

const scope = new Scope({ ...inPlace, model: '="$model"', model_version: '=~"$model_version"', window: '="$window"' });
const classificationsOnly = 'No labelled classifications in this time';

const all = allFigures(scope, 'figure');
const chosen = figureSeries(scope, '${figure}');
const merged = (vector: string): string => weighted(vector, labelsInWindow(scope));

const atAGlance = [
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
    description: `With fewer than 30, figures say little: look at their intervals.\n\n${helpOf('model_window_labels')}`,
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

const figures = [
  lines({
    title: '$figure',
    description: 'The figure in the chosen window, with its 95 % interval where it has one, the baseline and the threshold. Worry when it has crossed the threshold, and be sure when the whole interval has. '
      + 'Replicas and versions are merged by the number of their labels.',
    width: 6, height: 7, unit: 'none',
    repeat: 'figure',
    lines: [
      ...band(merged(chosen.atLeast), merged(chosen.atMost), palette.sky),
      { name: 'now', expr: merged(chosen.now), colour: palette.sky },
      { name: 'baseline', expr: merged(chosen.baseline), colour: palette.grey, stroke: 'dash' },
      { name: 'threshold', expr: merged(chosen.threshold), colour: palette.vermillion, stroke: 'dot' },
    ],
  }),
];

const score = groups(scope, '=~"prediction[.](score|value)"');
const kept = calibration(scope);

const mistakes = [
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
    description: 'What was found of each class, hour by hour. Worry about a row that darkens: that class is missed more than before.',
    width: 8, height: 8, unit: 'percentunit', decimals: 0,
    expr: recallOverTime(scope), row: '{{class}}',
    shades: amounts(0.3, 0.6, 0.8), interval: '1h',
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

const byModel = scope.with({ model_version: undefined, window: undefined });

const labels = [
  lines({
    title: 'Label delay',
    description: `How long labels take. Worry when it grows: the figures above then speak of an older past.\n\n${helpOf('model_label_delay_seconds')}`,
    width: 8, height: 9, unit: unitOf('model_label_delay_seconds'), min: 0, interval: '15m',
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

const everyVersion = scope.with({ model_version: undefined });
const predictionsOfAll = rate(everyVersion.series('model_predictions_total'));

const versions = [
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
      { field: 'figure', title: 'Figure' },
      { field: 'Value #A', title: 'Now', decimals: 3 },
      { field: 'Value #B', title: 'Baseline', decimals: 3 },
      { field: 'Value #C', title: 'Threshold', decimals: 3 },
    ],
  }),
  matrix({
    title: 'Figures by version',
    description: 'Every version in the chosen window. Worry if a new version is worse than the one that it replaces.',
    width: 12, height: 15, unit: 'none', decimals: 3,
    expr: allFigures(everyVersion, 'figure, model_version').now, rows: 'figure', columns: 'model_version',
  }),
];

export const performance = dashboard({
  uid: uids.performance,
  title: 'ModelExporter / Performance',
  description: 'One model: is it still as good as its baseline, and in what is it not?',
  from: 'now-24h',
  variables: [...places(), oneModel(), manyVersions(), oneWindow(), figureChoice()],
  annotations: [versionChanges(scope), firingAlerts(scope)],
  rows: [
    { title: 'At a glance', panels: atAGlance },
    { title: 'Figures', panels: figures },
    { title: 'Answers and mistakes', panels: mistakes },
    { title: 'Labels', panels: labels },
    { title: 'Versions side by side', panels: versions },
  ],
});
