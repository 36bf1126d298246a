import { added } from './operators.js';
import type { Scope } from './scope.js';

/** Shares of a feature's groups over the time range, and in the baseline: of the version that answered last of those with a baseline, since each has groups of its own. */
export function groups(scope: Scope, feature: string) {
  const version = 'model, model_version';
  const latest = `topk(1, max by (${version}) (${scope.series('model_last_prediction_timestamp_seconds')}) and on (${version}) ${scope.series('model_baseline_rows')})`;
  const ofLatest = (vector: string): string => `(${vector} and on (${version}) ${latest})`;
  const values = ofLatest(added(scope.series('model_feature_bin_observations_total', { feature })));
  const baseline = ofLatest(scope.series('model_feature_baseline_bin_ratio', { feature }));
  return {
    now: `sum by (bin) (${values}) / on () group_left () (sum(${values}) > 0)`,
    baseline: `avg by (bin) (${baseline})`,
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
