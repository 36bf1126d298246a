import { rate, sumBy } from './operators.js';
import type { Scope } from './scope.js';

/** Of the predictions in the window, the share that has its label; at most all, where labels still come for predictions that have left the window. */
export function coverage(scope: Scope, by: string): string {
  const sum = (name: string): string => (by ? sumBy(by, scope.series(name)) : `sum(${scope.series(name)})`);
  return `clamp_max(${sum('model_window_labels')} / (${sum('model_window_predictions')} > 0), 1)`;
}

/** A quantile of a histogram, over the rate interval. */
export const quantile = (q: number, scope: Scope, histogram: string): string => `histogram_quantile(${q}, sum by (le) (${rate(scope.series(`${histogram}_bucket`))}))`;

/** The mean of a histogram, over the rate interval, now or some time ago. */
export const mean = (scope: Scope, histogram: string, offset = ''): string =>
  `sum(rate(${scope.series(`${histogram}_sum`)}[$__rate_interval]${offset})) / sum(rate(${scope.series(`${histogram}_count`)}[$__rate_interval]${offset}))`;
