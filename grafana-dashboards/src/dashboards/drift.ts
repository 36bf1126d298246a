import { firingAlerts, versionChanges } from '../frame/annotations.js';
import { inPlace, manyVersions, mostDriftedFeature, oneModel, oneWindow, places } from '../frame/chain.js';
import { dashboard } from '../frame/dashboard.js';
import { uids } from '../frame/links.js';
import { palette } from '../frame/palette.js';
import { bars } from '../panels/bars.js';
import { distribution } from '../panels/distribution.js';
import { grid } from '../panels/grid.js';
import { lines } from '../panels/lines.js';
import { stat } from '../panels/stat.js';
import { table } from '../panels/table.js';
import { anyIsBad, falling, limit, rising, shades } from '../panels/thresholds.js';
import { helpOf } from '../promql/catalogue.js';
import { groups } from '../promql/distributions.js';
import { allStatistics, answers, cameTrue, driftScore, inputs, outputs as outputFeatures, statistic } from '../promql/drift.js';
import { rateNow, shareOf } from '../promql/faults.js';
import { orZero, worst } from '../promql/operators.js';
import { Scope } from '../promql/scope.js';
import { unitOf } from '../promql/units.js';

const ofModel = new Scope({ ...inPlace, model: '="$model"', model_version: '=~"$model_version"', window: '="$window"' });
const ofFeature = ofModel.with({ feature: '="$feature"' });
const driftShades = shades(0.5, 1, 2);
const anything = `sum(${ofModel.series('model_info')})`;

const overview = [
  stat({
    title: 'Features drifted',
    description: `Worry when many drift at once: the world or a pipeline has changed.\n\n${helpOf('model_drifted_features_ratio')}`,
    width: 4, height: 4, unit: unitOf('model_drifted_features_ratio'), decimals: 0,
    expr: `max(${ofModel.series('model_drifted_features_ratio')})`,
    thresholds: rising(0.000001, 0.3),
  }),
  stat({
    title: 'Most drifted feature',
    description: 'The input whose distribution is furthest from the baseline. That it is named here does not mean that it has drifted: see its score.',
    width: 8, height: 4, unit: 'none',
    expr: `topk(1, ${driftScore(ofModel, inputs)})`, name: '{{feature}}',
  }),
  stat({
    title: 'Its drift score',
    description: `Worry from 1 on.\n\n${helpOf('model_feature_drift_score')}`,
    width: 4, height: 4, unit: unitOf('model_feature_drift_score'), decimals: 2,
    expr: `max(${driftScore(ofModel, inputs)})`,
    thresholds: rising(0.5, 1),
  }),
  stat({
    title: 'Outputs drifted',
    description: 'Of predictions and labels, how many have drifted. Drifted predictions with quiet inputs point to the model or its version; drifted labels mean that the world has changed.',
    width: 4, height: 4, unit: 'none',
    expr: orZero(`count(${driftScore(ofModel, outputFeatures)} >= 1)`, anything),
    thresholds: anyIsBad,
  }),
  stat({
    title: 'Predictions in the window',
    description: `Drift of few predictions is not told from chance.\n\n${helpOf('model_window_predictions')}`,
    width: 4, height: 4, unit: unitOf('model_window_predictions'),
    expr: `sum(${ofModel.series('model_window_predictions')})`,
    thresholds: falling(500, 100),
  }),
  grid({
    title: 'Drift by feature and time',
    description: `Bright is drifted. Worry about a row that turns bright and stays so; rows that turn together have one cause. The 40 most drifted.\n\n${helpOf('model_feature_drift_score')}`,
    width: 16, height: 11, unit: unitOf('model_feature_drift_score'), decimals: 1,
    expr: worst(40, 'model, feature', driftScore(ofModel)), row: '{{feature}}',
    shades: driftShades,
  }),
  bars({
    title: 'Most drifted now',
    description: 'Drift scores at the end of the time shown, the highest first. From 1 on, half a bar, a feature has drifted.',
    width: 8, height: 11, unit: unitOf('model_feature_drift_score'), decimals: 2,
    bars: [{ name: '{{feature}}', expr: `topk(15, ${driftScore(ofModel)})` }],
    thresholds: rising(0.5, 1), max: 2,
  }),
];

const chosen = groups(ofFeature, '="$feature"');
const line = (name: string, metric: string, colour: string, stroke?: 'dash' | 'dot') => ({ name, expr: statistic(ofFeature, metric), colour, stroke: stroke ?? ('solid' as const) });

const feature = [
  distribution({
    title: 'Distribution of $feature',
    description: 'Its values over the time shown beside the baseline, of the version that answered last. Worry where the bars part. Choose a shorter time to see what has changed.',
    width: 9, height: 13, unit: 'percentunit',
    by: 'bin',
    now: { name: 'now', expr: chosen.now, colour: palette.sky },
    compared: { name: 'baseline', expr: chosen.baseline, colour: palette.grey },
  }),
  lines({
    title: 'Drift score of $feature',
    description: `The broken line is where drift begins.\n\n${helpOf('model_feature_drift_score', 'model_feature_drift_threshold')}`,
    width: 9, height: 13, unit: unitOf('model_feature_drift_score'), min: 0,
    thresholds: limit(1),
    lines: [line('drift score', 'model_feature_drift_score', palette.sky)],
  }),
  table({
    title: 'All statistics of $feature',
    description: 'At the end of the time shown. P-values suppose independent rows, which requests seldom are: worry about the distances rather than about a small p.',
    width: 6, height: 13,
    queries: [allStatistics(ofFeature)],
    columns: [
      { field: 'statistic', title: 'Statistic' },
      { field: 'Value', title: 'Now', unit: 'short', decimals: 3 },
    ],
    sort: { title: 'Statistic', descending: false },
    transformations: [],
  }),
  lines({
    title: 'Distances from the baseline, 0 to 1',
    description: `They say the same in different ways: worry when all rise. One that rises alone shows the kind of change, as Kolmogorov-Smirnov does for a shift.\n\n${helpOf('model_feature_ks_statistic', 'model_feature_js_distance', 'model_feature_hellinger_distance', 'model_feature_total_variation_distance', 'model_feature_linf_distance')}`,
    width: 8, height: 9, unit: 'none', min: 0,
    lines: [
      line('Jensen-Shannon', 'model_feature_js_distance', palette.sky),
      line('Kolmogorov-Smirnov', 'model_feature_ks_statistic', palette.orange),
      line('Hellinger', 'model_feature_hellinger_distance', palette.green, 'dash'),
      line('total variation', 'model_feature_total_variation_distance', palette.purple, 'dash'),
      line('L∞', 'model_feature_linf_distance', palette.yellow, 'dot'),
    ],
  }),
  lines({
    title: 'Distances without a bound',
    description: `A PSI above 0.2 is commonly called drift. Wasserstein is in standard deviations: how far the values have moved on average.\n\n${helpOf('model_feature_psi', 'model_feature_kl_divergence', 'model_feature_wasserstein_distance')}`,
    width: 8, height: 9, unit: 'none', min: 0,
    lines: [
      line('PSI', 'model_feature_psi', palette.sky),
      line('Wasserstein', 'model_feature_wasserstein_distance', palette.orange),
      line('Kullback-Leibler', 'model_feature_kl_divergence', palette.green, 'dash'),
    ],
  }),
  lines({
    title: 'What is wrong with its values',
    description: 'Of the predictions, the share whose value cannot be used or is not known. Worry about any jump: that is a broken pipeline rather than a changed world.',
    width: 8, height: 9, unit: 'percentunit', min: 0,
    lines: [
      { name: 'missing', expr: shareOf(ofFeature, 'missing', rateNow), colour: palette.sky },
      { name: 'absent', expr: shareOf(ofFeature, 'absent', rateNow), colour: palette.green, stroke: 'dash' },
      { name: 'unseen', expr: shareOf(ofFeature, 'unseen', rateNow), colour: palette.orange },
      { name: 'out of range', expr: shareOf(ofFeature, 'out of range', rateNow), colour: palette.yellow, stroke: 'dash' },
      { name: 'invalid', expr: shareOf(ofFeature, 'invalid', rateNow), colour: palette.purple, stroke: 'dot' },
    ],
  }),
];

const predicted = groups(ofModel, '=~"prediction[.](label|value)"');
const labelled = groups(ofModel, cameTrue);

const outputs = [
  lines({
    title: 'Drift score of predictions and labels',
    description: 'Predictions show a change at once, labels when they come. Predictions that drift while inputs do not: look at the version. Labels that drift while predictions do not: the model misses the change.',
    width: 8, height: 9, unit: unitOf('model_feature_drift_score'), min: 0,
    thresholds: limit(1),
    lines: [
      { name: 'predictions', expr: `max(${driftScore(ofModel, answers)})`, colour: palette.sky },
      { name: 'labels', expr: `max(${driftScore(ofModel, cameTrue)})`, colour: palette.orange, stroke: 'dash' },
    ],
  }),
  distribution({
    title: 'Predictions',
    description: 'Classes or values predicted over the time shown, beside the baseline. Worry if the model has begun to prefer a class.',
    width: 8, height: 9, unit: 'percentunit',
    by: 'bin',
    now: { name: 'now', expr: predicted.now, colour: palette.sky },
    compared: { name: 'baseline', expr: predicted.baseline, colour: palette.grey },
  }),
  distribution({
    title: 'Labels',
    description: 'What came true over the time shown, beside the baseline. Worry if the rates have changed: a threshold that was chosen for the old ones may be wrong now.',
    width: 8, height: 9, unit: 'percentunit',
    by: 'bin',
    now: { name: 'now', expr: labelled.now, colour: palette.sky },
    compared: { name: 'baseline', expr: labelled.baseline, colour: palette.grey },
  }),
];

export const drift = dashboard({
  uid: uids.drift,
  title: 'ModelExporter / Drift',
  description: 'One model: which inputs and outputs have moved away from the baseline, since when, and how?',
  from: 'now-24h',
  variables: [...places(), oneModel(), manyVersions(), oneWindow(), mostDriftedFeature()],
  annotations: [versionChanges(ofModel), firingAlerts(ofModel)],
  rows: [
    { title: 'All features', panels: overview },
    { title: 'Feature $feature', panels: feature },
    { title: 'Predictions and labels', panels: outputs },
  ],
});
