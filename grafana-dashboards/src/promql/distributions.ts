import { added } from './operators.js';
import type { Scope } from './scope.js';

/** Shares of a feature's groups over the time range, and in the baseline. */
export function groups(scope: Scope, feature: string) {
  const values = added(scope.series('model_feature_bin_observations_total', { feature }));
  const baseline = scope.series('model_feature_baseline_bin_ratio', { feature });
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
