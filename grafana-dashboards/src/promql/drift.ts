import type { Scope } from './scope.js';

/** What the model answers, and what came true, are watched like features under these names. */
export const answers = '=~"prediction[.].*"';
export const cameTrue = '="label"';
export const outputs = '=~"prediction[.].*|label"';
export const inputs = '!~"prediction[.].*|label"';

/** The drift score by feature: that of the replica and version where it is highest. */
export const driftScore = (scope: Scope, features?: string): string =>
  `max by (model, feature) (${scope.series('model_feature_drift_score', features === undefined ? {} : { feature: features })})`;

/** One statistic of the chosen feature. */
export const statistic = (scope: Scope, name: string): string => `max(${scope.series(name)})`;
