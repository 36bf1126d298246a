import { added, versionLabels } from './operators.js';
import type { Scope } from './scope.js';

/**
 * Shares of a feature's groups over the time range, and in the baseline. Each baseline has groups of its own, so it is that of the replica and version that
 * answered last of those with one, with the values of all replicas that have the same.
 */
export function groups(scope: Scope, feature: string) {
  const answered = `max by (${versionLabels}) (${scope.series('model_last_prediction_timestamp_seconds')})`;
  const latest = `topk(1, ${answered} and on (${versionLabels}) ${scope.series('model_baseline_rows')})`;
  const baselines = scope.series('model_feature_baseline_bin_ratio', { feature });
  const baseline = `(${baselines} and on (${versionLabels}) ${latest})`;
  // Edges of different baselines can coincide, but hardly with the same share.
  const same = `(${baselines} == on (model, model_version, feature, bin) group_left () ${baseline})`;
  const values = `(${added(scope.series('model_feature_bin_observations_total', { feature }))} and on (${versionLabels}, feature, bin) ${same})`;
  return {
    now: `sum by (bin) (${values}) / on () group_left () (sum(${values}) > 0)`,
    baseline: `max by (bin) (${baseline})`,
  };
}

/** Of the labels in each tenth of the score, the share that came true, and what the scores promised. */
export function calibration(scope: Scope) {
  const sum = (name: string): string => `sum by (bin) (${added(scope.series(name))})`;
  const labels = `(${sum('model_score_bin_labels_total')} > 0)`;
  return {
    cameTrue: `${sum('model_score_bin_positives_total')} / ${labels}`,
    promised: `${sum('model_score_bin_score_total')} / ${labels}`,
  };
}
