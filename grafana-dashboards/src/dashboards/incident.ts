import { firingAlerts, versionChanges } from '../frame/annotations.js';
import { inPlace, oneModel, oneWindow, places } from '../frame/chain.js';
import { dashboard } from '../frame/dashboard.js';
import { uids } from '../frame/links.js';
import { palette } from '../frame/palette.js';
import { grid } from '../panels/grid.js';
import { healthStates } from '../panels/healthStates.js';
import { lines, type Line } from '../panels/lines.js';
import { states } from '../panels/states.js';
import { table } from '../panels/table.js';
import { amounts, limit, shades } from '../panels/thresholds.js';
import { timeline } from '../panels/timeline.js';
import { firing } from '../promql/alerts.js';
import { helpOf } from '../promql/catalogue.js';
import { answers, cameTrue, driftScore, inputs } from '../promql/drift.js';
import { faultyByFeature, rateNow } from '../promql/faults.js';
import { loss } from '../promql/figures.js';
import { health } from '../promql/health.js';
import { quantile } from '../promql/labels.js';
import { rate, sumBy, worst } from '../promql/operators.js';
import { Scope } from '../promql/scope.js';
import { firstSeen, isOn, signals } from '../promql/signals.js';
import { unitOf } from '../promql/units.js';

const scope = new Scope({ ...inPlace, model: '="$model"', window: '="$window"' });
const latency = 'model_prediction_latency_seconds';
const predictions = scope.series('model_predictions_total');

/** As wide as the names of most features and alerts. */
const axisWidth = 210;

/** How far beyond its threshold something is drawn: what is far beyond must not hide what is near. */
const capped = (vector: string): string => `clamp(${vector}, 0, 5)`;

const first = [
  table({
    title: 'What changed first',
    description: 'When each signal first came on in the time shown, the earliest on top: what stands there is the cause more often than what follows. '
      + 'Performance lags behind by the delay of the labels. Empty: nothing has changed. If the first time is the beginning of the time shown, go back further.',
    width: 8, height: 11,
    queries: [firstSeen(scope)],
    columns: [
      { field: 'Value', title: 'First seen', unit: 'dateTimeAsIso', width: 170 },
      { field: 'signal', title: 'Signal' },
    ],
    sort: { title: 'First seen', descending: false },
    transformations: [],
    steps: 150,
  }),
  timeline({
    title: 'Signals',
    description: 'What is not as it was. Performance, predictions, labels and features against the baseline: at the threshold or beyond. Data quality: 5 points more faulty values than a day before. '
      + 'Traffic: less than half or more than twice that of a day before. Latency: its mean is half as long again as a day before. Version: one that was not there six hours before.',
    width: 16, height: 11,
    rows: signals(scope).map((signal) => ({ name: signal.name, expr: isOn(scope, signal) })),
    states: states([0, 'as it was', palette.blue], [1, 'changed', palette.orange]),
  }),
  timeline({
    title: 'State by version',
    description: 'Degraded: the whole interval of a figure is beyond its threshold. Drifting: a feature, the predictions or the labels have drifted. Silent: no prediction for an hour, or for longer than the config allows.',
    width: 24, height: 5,
    rows: [{ name: '{{model_version}}', expr: health(scope) }],
    states: healthStates, axisWidth,
  }),
];

interface Strip {
  title: string;
  description: string;
  unit: string;
  lines: Line[];
  drifts?: boolean;
}

/** A chart as wide as the page, its axis as wide as that of the others, so that what is below each other happened at the same time. */
const strip = ({ drifts = false, ...spec }: Strip) => lines({ ...spec, width: 24, height: spec.lines.length > 1 ? 6 : 5, min: 0, axisWidth, ...(drifts ? { thresholds: limit(1) } : {}) });

const evidence = [
  strip({
    title: 'Performance loss',
    description: 'The way from the baseline to the threshold that accuracy, or the mean absolute error of a regression, has gone. Worry above 1; more than 5 is drawn as 5. It lags behind the predictions by the delay of the labels.',
    unit: 'none', drifts: true,
    lines: [{ name: 'performance loss', expr: capped(`max(${loss(scope, 'model')})`), colour: palette.sky }],
  }),
  strip({
    title: 'Drift scores',
    description: `Worry above 1; more than 5 is drawn as 5. Features alone: the inputs have changed. Predictions alone: the model has. Labels alone: the world has, and the model does not see it.\n\n${helpOf('model_feature_drift_score')}`,
    unit: 'none', drifts: true,
    lines: [
      { name: 'most drifted feature', expr: capped(`max(${driftScore(scope, inputs)})`), colour: palette.sky },
      { name: 'predictions', expr: capped(`max(${driftScore(scope, answers)})`), colour: palette.orange, stroke: 'dash' },
      { name: 'labels', expr: capped(`max(${driftScore(scope, cameTrue)})`), colour: palette.green, stroke: 'dot' },
    ],
  }),
  grid({
    title: 'Drift by feature',
    description: 'Which features moved, and in which order. The 12 most drifted.',
    width: 24, height: 7, unit: unitOf('model_feature_drift_score'), decimals: 1,
    expr: worst(12, 'model, feature', driftScore(scope, inputs)), row: '{{feature}}',
    shades: shades(0.5, 1, 2), axisWidth,
  }),
  strip({
    title: 'Faulty values of the worst feature',
    description: 'Of the predictions, the share in which the worst feature is missing, absent, unseen, out of range or invalid. Worry about a jump: something in front of the model was changed at that moment.',
    unit: 'percentunit',
    lines: [{ name: 'faulty values', expr: `max(${faultyByFeature(scope, rateNow)})`, colour: palette.sky }],
  }),
  strip({
    title: 'Traffic',
    description: `Predictions a second, beside those of the day before. Worry when the lines part.\n\n${helpOf('model_predictions_total')}`,
    unit: unitOf('model_predictions_total'),
    lines: [
      { name: 'now', expr: `sum(${rate(predictions)})`, colour: palette.sky },
      { name: 'a day before', expr: `sum(rate(${predictions}[$__rate_interval] offset 1d))`, colour: palette.grey, stroke: 'dash' },
    ],
  }),
  grid({
    title: 'Versions',
    description: 'The share of each version in the predictions. A problem that begins where a row begins came with that version.',
    width: 24, height: 5, unit: 'percentunit', decimals: 0,
    expr: `${sumBy('model_version', rate(predictions))} / on () group_left () (sum(${rate(predictions)}) > 0)`, row: '{{model_version}}',
    shades: amounts(0.01, 0.2, 0.8), axisWidth,
  }),
  strip({
    title: 'Latency of the model',
    description: `Worry when it grows: a slow model is often a different one, or one that is starved.\n\n${helpOf(latency)}`,
    unit: unitOf(latency),
    lines: [
      { name: '90 % within', expr: quantile(0.9, scope, latency), colour: palette.orange, stroke: 'dash' },
      { name: 'half within', expr: quantile(0.5, scope, latency), colour: palette.sky },
    ],
  }),
  timeline({
    title: 'Firing alerts',
    description: 'Alerts about this model, without the word Model that they begin with. Empty as well if Prometheus has no rules.',
    width: 24, height: 5,
    rows: [{ name: '{{alert}} {{feature}}', expr: `max by (alert, feature) (label_replace(${firing(scope)}, "alert", "$1", "alertname", "Model(.+)"))` }],
    states: states([1, 'firing', palette.vermillion]), axisWidth,
    noValue: 'No alert fired in this time',
  }),
];

export const incident = dashboard({
  uid: uids.incident,
  title: 'ModelExporter / Incident',
  description: 'One model, one time axis: what changed first?',
  from: 'now-12h',
  variables: [...places(), oneModel(), oneWindow()],
  annotations: [versionChanges(scope), firingAlerts(scope)],
  rows: [
    { title: 'What changed', panels: first },
    { title: 'Evidence', panels: evidence },
  ],
});
