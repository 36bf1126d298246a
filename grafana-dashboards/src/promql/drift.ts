import { namesLike } from './catalogue.js';
import type { Scope } from './scope.js';

/** What the model answers, and what came true, are watched like features under these names. */
export const answers = '=~"prediction[.].*"';
export const cameTrue = '="label"';
export const outputs = '=~"prediction[.].*|label"';
export const inputs = '!~"prediction[.].*|label"';

/** The drift score by feature: that of the replica and version where it is highest. */
export const driftScore = (scope: Scope, features?: string): string =>
  `max by (model, feature) (${scope.series('model_feature_drift_score', features === undefined ? {} : { feature: features })})`;

/** All statistics of the chosen feature, each with its name as the label `statistic`. */
export function allStatistics(scope: Scope): string {
  const names = namesLike(/^model_feature_(psi|(ks|js|chi2|kl|wasserstein|hellinger|total_variation|linf)_.+)$/).map((name) => name.replace('model_feature_', ''));
  const series = scope.named(`model_feature_(${names.join('|')})`, ['model', 'model_version', 'window', 'feature']);
  return `label_replace(max by (__name__) (${series}), "statistic", "$1", "__name__", "model_feature_(.+)")`;
}

/** One statistic of the chosen feature. */
export const statistic = (scope: Scope, name: string): string => `max(${scope.series(name)})`;
