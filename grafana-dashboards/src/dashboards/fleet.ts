import { versionChanges, firingAlerts } from '../frame/annotations.js';
import { inPlace, manyModels, manyWindows, places } from '../frame/chain.js';
import { dashboard } from '../frame/dashboard.js';
import { toModel, uids } from '../frame/links.js';
import { bars } from '../panels/bars.js';
import { grid } from '../panels/grid.js';
import { healthStates } from '../panels/healthStates.js';
import { stat } from '../panels/stat.js';
import { table } from '../panels/table.js';
import { amounts, anyIsBad, shades } from '../panels/thresholds.js';
import { timeline } from '../panels/timeline.js';
import { firing } from '../promql/alerts.js';
import { helpOf } from '../promql/catalogue.js';
import { loss } from '../promql/figures.js';
import { health, unhealthySince } from '../promql/health.js';
import { coverage } from '../promql/labels.js';
import { maxBy, orZero, rate, sumBy, worst } from '../promql/operators.js';
import { Scope } from '../promql/scope.js';
import { unitOf } from '../promql/units.js';

const scope = new Scope({ ...inPlace, model: '=~"$model"', window: '=~"$window"' });
const version = 'namespace, model, model_version';
const models = `sum(${scope.series('model_info')})`;
const predictions = rate(scope.series('model_predictions_total'));
const drifted = maxBy(version, scope.series('model_drifted_features_ratio'));
const row = '{{model}} {{model_version}}';
const rowsShown = 20;
const newest = (name: string): string => maxBy(version, scope.series(name));

const summary = [
  stat({
    title: 'Unhealthy',
    description: 'Versions that are drifting, degraded or silent. Worry from 1 on: the table says which, and since when.',
    width: 4, height: 4, unit: 'none',
    expr: orZero(`count((${health(scope)}) >= 1)`, models),
    thresholds: anyIsBad,
  }),
  stat({
    title: 'Firing alerts',
    description: 'Alerts about models that fire now. 0 also when Prometheus has no rules.',
    width: 4, height: 4, unit: 'none',
    expr: orZero(`count(${firing(scope)})`, models),
    thresholds: anyIsBad,
  }),
  stat({
    title: 'Models',
    description: 'Models that are monitored. Worry if there are fewer than you have.',
    width: 4, height: 4, unit: 'none',
    expr: `count(count by (namespace, model) (${scope.series('model_info')}))`,
  }),
  stat({
    title: 'Predictions',
    description: `Predictions a second, all models together. Worry if it is not what your servers answer.\n\n${helpOf('model_predictions_total')}`,
    width: 4, height: 4, unit: unitOf('model_predictions_total'), decimals: 2,
    expr: `sum(${predictions})`,
  }),
  stat({
    title: 'Label coverage',
    description: 'Share of the predictions in the windows whose label has come. What has no label has no performance: worry if it is much lower than usual.',
    width: 4, height: 4, unit: 'percentunit', decimals: 0,
    expr: coverage(scope, ''),
  }),
  stat({
    title: 'Targets down',
    description: 'Ports of exporters that were scraped within a day and do not answer now. Their models are missing on this page.',
    width: 4, height: 4, unit: 'none',
    expr: orZero(`count((${scope.series('up')} == 0) and on (job, instance) (last_over_time(${scope.series('modelexporter_build_info')}[1d]) or last_over_time(${scope.series('model_info')}[1d])))`, models),
    thresholds: anyIsBad,
  }),
];

const now = [
  table({
    title: 'Models now',
    description: 'One row for each version, the worst first. Degraded: the whole interval of a figure is beyond its threshold. Drifting: a feature, the predictions or the labels have drifted. Silent: no prediction for an hour, or for longer than the config allows. '
      + 'Performance loss and drifted share are the worst of the chosen windows; a loss of 1 is the threshold. Since is empty if the version was not healthy in all of the time shown.',
    width: 24, height: 8,
    queries: [health(scope), unhealthySince(scope), loss(scope, version), drifted, sumBy(version, predictions), coverage(scope, version), `count by (namespace, model) (${firing(scope)})`],
    columns: [
      { field: 'namespace', title: 'Namespace' },
      { field: 'model', title: 'Model', link: toModel('Performance of ${__value.text}', uids.performance) },
      { field: 'model_version', title: 'Version' },
      { field: 'Value #A', title: 'State', states: healthStates, width: 120 },
      { field: 'Value #B', title: 'Since', unit: 'dateTimeAsIsoNoDateIfToday' },
      { field: 'Value #C', title: 'Performance loss', decimals: 2, thresholds: shades(0.5, 1, 2) },
      { field: 'Value #D', title: 'Features drifted', unit: unitOf('model_drifted_features_ratio'), decimals: 0, thresholds: shades(0.01, 0.2, 0.5) },
      { field: 'Value #E', title: 'Predictions', unit: unitOf('model_predictions_total'), decimals: 2 },
      { field: 'Value #F', title: 'Label coverage', unit: 'percentunit', decimals: 0 },
      { field: 'Value #G', title: 'Firing alerts', decimals: 0 },
    ],
    sort: { title: 'State', descending: true },
    steps: 200,
  }),
  timeline({
    title: 'States',
    description: 'The state of each version over time. Worry about whatever is neither healthy nor replaced, and look what became ill together.',
    width: 24, height: 8,
    rows: [{ name: row, expr: health(scope) }],
    states: healthStates,
  }),
];

const overTime = [
  grid({
    title: 'Performance loss',
    description: 'The way from the baseline to the threshold that accuracy, or the mean absolute error of a regression, has gone: 0 is as in the baseline, from 1 on it is beyond the threshold. '
      + `The ${rowsShown} worst versions, in the worst of the chosen windows.`,
    width: 12, height: 7, unit: 'none', decimals: 1,
    expr: worst(rowsShown, version, loss(scope, version)), row,
    shades: shades(0.5, 1, 2),
  }),
  grid({
    title: 'Features drifted',
    description: `Worry when many drift at once: the world or a pipeline has changed. The ${rowsShown} worst versions.\n\n${helpOf('model_drifted_features_ratio')}`,
    width: 12, height: 7, unit: unitOf('model_drifted_features_ratio'), decimals: 0,
    expr: worst(rowsShown, version, drifted), row,
    shades: shades(0.01, 0.2, 0.5),
  }),
  grid({
    title: 'Traffic against its peak',
    description: `Predictions a second as a share of the version's own peak in the time shown. Worry about a row that goes dark: a model that nobody asks. The ${rowsShown} that had the most.`,
    width: 12, height: 7, unit: 'percentunit', decimals: 0,
    expr: `${sumBy(version, predictions)} / on (${version}) (max_over_time(${sumBy(version, predictions)}[$__range:$__interval] @ end()) > 0)`, row,
    shades: amounts(0.05, 0.25, 0.6),
  }),
  bars({
    title: 'Labels behind predictions',
    description: 'Time from the newest label to the newest prediction. Worry if it is much longer than usual: labels have stopped, and the performance is that of the past.',
    width: 12, height: 7, unit: 's', decimals: 0,
    bars: [{ name: row, expr: `topk(${rowsShown}, clamp_min(${newest('model_last_prediction_timestamp_seconds')} - ${newest('model_last_label_timestamp_seconds')}, 0))` }],
  }),
];

export const fleet = dashboard({
  uid: uids.fleet,
  title: 'ModelExporter / Fleet',
  description: 'All models at a glance: which are unhealthy, and since when.',
  from: 'now-24h',
  variables: [...places(), manyModels(), manyWindows()],
  annotations: [versionChanges(scope), firingAlerts(scope)],
  rows: [
    { title: 'Now', panels: [...summary, ...now] },
    { title: 'Over time', panels: overTime },
  ],
});
