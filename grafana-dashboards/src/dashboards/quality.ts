import { firingAlerts, versionChanges } from '../frame/annotations.js';
import { inPlace, manyFeatures, manyModels, manyVersions, places } from '../frame/chain.js';
import { dashboard } from '../frame/dashboard.js';
import { uids } from '../frame/links.js';
import { palette } from '../frame/palette.js';
import { bars } from '../panels/bars.js';
import { grid } from '../panels/grid.js';
import { lines } from '../panels/lines.js';
import { matrix } from '../panels/matrix.js';
import { stat } from '../panels/stat.js';
import { rising, shades } from '../panels/thresholds.js';
import { helpOf } from '../promql/catalogue.js';
import { faultShares, faultyByFeature, overRange, rateNow, worstShareOf, type FaultKind } from '../promql/faults.js';
import { added, orZero, rate, sumBy, worst } from '../promql/operators.js';
import { Scope } from '../promql/scope.js';
import { unitOf } from '../promql/units.js';

const scope = new Scope({ ...inPlace, model: '=~"$model"', model_version: '=~"$model_version"', feature: '=~"$feature"' });
const faultShade = shades(0.01, 0.05, 0.2);
const kind = (name: FaultKind): string => worstShareOf(scope, name, rateNow);
const overall = faultShares(scope, 'model, feature', overRange);
const noneInThisTime = 'None in this time';
const rejected = scope.series('modelexporter_records_total', { outcome: '="rejected"' });
const records = scope.series('modelexporter_records_total');

const overview = [
  stat({
    title: 'Worst feature now',
    description: 'The feature with the most values that cannot be used or are not known, if these are more than 1 %.',
    width: 8, height: 4, unit: 'none',
    expr: `topk(1, ${faultyByFeature(scope, rateNow)} > 0.01)`, name: '{{model}}: {{feature}}',
    noValue: 'none',
  }),
  stat({
    title: 'Its faulty values',
    description: 'Of the predictions, the share in which that feature is missing, absent, unseen, out of range or invalid. Worry about what is far above its usual.',
    width: 4, height: 4, unit: 'percentunit', decimals: 1,
    expr: `max(${faultyByFeature(scope, rateNow)})`,
    thresholds: rising(0.01, 0.05),
  }),
  stat({
    title: 'Features with faults',
    description: 'Features of which more than 1 % of the values are faulty now. Worry when there are more than usual.',
    width: 4, height: 4, unit: 'none',
    expr: orZero(`count(${faultyByFeature(scope, rateNow)} > 0.01)`, `sum(${scope.series('model_info')})`),
    thresholds: rising(1, 3),
  }),
  stat({
    title: 'Records rejected',
    description: `Of the records read over the time shown, the share that could not be used at all. Worry about any: those are predictions or labels that nobody watches.\n\n${helpOf('modelexporter_records_total')}`,
    width: 4, height: 4, unit: 'percentunit', decimals: 2,
    expr: `sum(${added(rejected)}) / (sum(${added(records)}) > 0)`,
    thresholds: rising(0.000001, 0.01),
  }),
  stat({
    title: 'Unexpected features',
    description: `Over the time shown. Worry when they come with absent ones: a feature was renamed.\n\n${helpOf('model_unexpected_features_total')}`,
    width: 4, height: 4, unit: 'short', decimals: 0,
    expr: `sum(${added(scope.series('model_unexpected_features_total'))})`,
    thresholds: rising(0.5, 100),
  }),
];

const byFeature = [
  grid({
    title: 'Faulty values by feature and time',
    description: 'Of the predictions, the share in which the feature is missing, absent, unseen, out of range or invalid. Worry about a row that turns bright: something in front of the model has changed at that time. The 25 worst, of those with any.',
    width: 24, height: 11, unit: 'percentunit', decimals: 0,
    expr: worst(25, 'model, feature', faultyByFeature(scope, rateNow), 0.005), row: '{{model}}: {{feature}}',
    shades: faultShade, steps: 100, noValue: noneInThisTime,
  }),
  matrix({
    title: 'Faults by feature and kind',
    description: 'Of the predictions over the time shown, the share with that fault. Missing: null or NaN. Absent: not in the record. Unseen: a category that the baseline does not have. Out of range: beyond the minimum or maximum of the baseline. Invalid: of the wrong type. Features without faults are left out.',
    width: 12, height: 9, unit: 'percentunit', decimals: 1,
    expr: `label_join(${overall} and on (model, feature) (sum by (model, feature) (${overall}) > 0.001), "feature", ": ", "model", "feature")`, rows: 'feature', columns: 'kind', rowWidth: 220,
    shades: faultShade,
  }),
  lines({
    title: 'Faults of the worst feature, by kind',
    description: `For each kind, the feature that has it most. Worry about any jump.\n\n${helpOf('model_feature_missing_total', 'model_feature_absent_total', 'model_feature_unseen_total', 'model_feature_out_of_range_total', 'model_feature_invalid_total')}`,
    width: 12, height: 9, unit: 'percentunit', min: 0, steps: 100,
    lines: [
      { name: 'missing', expr: kind('missing'), colour: palette.sky },
      { name: 'absent', expr: kind('absent'), colour: palette.green, stroke: 'dash' },
      { name: 'unseen', expr: kind('unseen'), colour: palette.orange },
      { name: 'out of range', expr: kind('out of range'), colour: palette.yellow, stroke: 'dash' },
      { name: 'invalid', expr: kind('invalid'), colour: palette.purple, stroke: 'dot' },
    ],
  }),
];

const perSecond = (name: string): string => `sum(${rate(scope.series(name))})`;

const recordRows = [
  lines({
    title: 'Records accepted and rejected',
    description: `Worry when the rejected rise or the accepted fall.\n\n${helpOf('modelexporter_records_total')}`,
    width: 8, height: 9, unit: unitOf('modelexporter_records_total'), min: 0,
    lines: [
      { name: 'accepted', expr: `sum(${rate(scope.series('modelexporter_records_total', { outcome: '="accepted"' }))})`, colour: palette.sky },
      { name: 'rejected', expr: `sum(${rate(rejected)})`, colour: palette.vermillion, stroke: 'dash' },
    ],
  }),
  bars({
    title: 'Rejected records by reason',
    description: 'Over the time shown. The status page shows an example of each, with its values masked.',
    width: 8, height: 9, unit: 'short', decimals: 0,
    bars: [{ name: '{{reason}}', expr: `topk(12, ${sumBy('reason', added(rejected))} > 0)` }],
    noValue: noneInThisTime,
  }),
  bars({
    title: 'Labels dropped by reason',
    description: `Over the time shown. Worry about many unknown ids: the labels belong to predictions that were never logged, or under other ids.\n\n${helpOf('model_labels_dropped_total')}`,
    width: 8, height: 9, unit: 'short', decimals: 0,
    bars: [{ name: '{{reason}}', expr: sumBy('reason', added(scope.series('model_labels_dropped_total'))) }],
  }),
  lines({
    title: 'Predictions with something wrong',
    description: `They are counted, but not as they should be. Worry when a line leaves 0.\n\n${helpOf('model_predictions_duplicate_total', 'model_predictions_unjoinable_total', 'model_predictions_late_total', 'model_predictions_future_total')}`,
    width: 12, height: 8, unit: unitOf('model_predictions_total'), min: 0, softMax: 0.1,
    lines: [
      { name: 'duplicate', expr: perSecond('model_predictions_duplicate_total'), colour: palette.sky },
      { name: 'without id or answer', expr: perSecond('model_predictions_unjoinable_total'), colour: palette.orange, stroke: 'dash' },
      { name: 'late', expr: perSecond('model_predictions_late_total'), colour: palette.green, stroke: 'dot' },
      { name: 'from the future', expr: perSecond('model_predictions_future_total'), colour: palette.purple, stroke: 'dash' },
    ],
  }),
  lines({
    title: 'Labels with something wrong',
    description: `Worry when a line leaves 0 and stays there.\n\n${helpOf('model_labels_corrected_total', 'model_labels_unseen_class_total', 'model_labels_late_total', 'model_labels_future_total')}`,
    width: 12, height: 8, unit: unitOf('model_labels_total'), min: 0, softMax: 0.1,
    lines: [
      { name: 'corrected', expr: perSecond('model_labels_corrected_total'), colour: palette.sky },
      { name: 'of an unknown class', expr: perSecond('model_labels_unseen_class_total'), colour: palette.orange, stroke: 'dash' },
      { name: 'late', expr: perSecond('model_labels_late_total'), colour: palette.green, stroke: 'dot' },
      { name: 'from the future', expr: perSecond('model_labels_future_total'), colour: palette.purple, stroke: 'dash' },
    ],
  }),
];

export const quality = dashboard({
  uid: uids.quality,
  title: 'ModelExporter / Data quality',
  description: 'What is wrong with the values and records that models and this exporter get?',
  from: 'now-24h',
  variables: [...places(), manyModels(), manyVersions(), manyFeatures()],
  annotations: [versionChanges(scope), firingAlerts(scope)],
  rows: [
    { title: 'Now', panels: overview },
    { title: 'Features', panels: byFeature },
    { title: 'Records', panels: recordRows },
  ],
});
