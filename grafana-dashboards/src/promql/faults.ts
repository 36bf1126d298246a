import { label } from './operators.js';
import type { Scope } from './scope.js';

/** What can be wrong with a value, by the metric that counts it. */
const faultKinds = {
  missing: 'model_feature_missing_total',
  absent: 'model_feature_absent_total',
  unseen: 'model_feature_unseen_total',
  'out of range': 'model_feature_out_of_range_total',
  invalid: 'model_feature_invalid_total',
} as const;

export type FaultKind = keyof typeof faultKinds;

/** How a counter is looked at: over which range, and how long ago. */
export type Look = (counter: string) => string;

export const rateNow: Look = (counter) => `rate(${counter}[$__rate_interval])`;
export const rateADayAgo: Look = (counter) => `rate(${counter}[$__rate_interval] offset 1d)`;
export const overRange: Look = (counter) => `increase(${counter}[$__range])`;

/** Of the predictions, the share whose value has a fault, by kind and other labels. */
export function faultShares(scope: Scope, by: string, look: Look): string {
  const counts = Object.entries(faultKinds).map(([kind, name]) => label(`sum by (${by}) (${look(scope.series(name))})`, 'kind', kind));
  return `(${counts.join(' or ')}) / on (model) group_left () (sum by (model) (${look(scope.series('model_predictions_total'))}) > 0)`;
}

/** Of the predictions, the share whose value has a fault of one kind. */
export const shareOf = (scope: Scope, kind: FaultKind, look: Look): string =>
  `sum(${look(scope.series(faultKinds[kind]))}) / (sum(${look(scope.series('model_predictions_total'))}) > 0)`;

/** The same, of the feature where it is highest. */
export const worstShareOf = (scope: Scope, kind: FaultKind, look: Look): string =>
  `max(sum by (model, feature) (${look(scope.series(faultKinds[kind]))}) / on (model) group_left () (sum by (model) (${look(scope.series('model_predictions_total'))}) > 0))`;

/** The share of faulty values by feature: kinds exclude each other. */
export const faultyByFeature = (scope: Scope, look: Look): string => `sum by (model, feature) (${faultShares(scope, 'model, feature', look)})`;
