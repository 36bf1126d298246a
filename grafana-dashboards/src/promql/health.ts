import { namesLike } from './catalogue.js';
import { enoughLabels } from './figures.js';
import { versionLabels } from './operators.js';
import type { Scope } from './scope.js';

const by = 'namespace, model, model_version';

/** The state of each version as a number: 3 silent, 2 degraded, 1 drifting, 0 healthy, -1 learning, -2 replaced. Of those that hold, the first of the list counts. */
export function health(scope: Scope): string {
  const quiet = `sum by (${by}) (${lastHour(scope)}) == 0`;
  const present = `count by (${by}) (${scope.series('model_info')})`;
  const learning = `${present} unless on (${by}) ${scope.series('model_baseline_rows')}`;
  const drifting = `max by (${by}) (${scope.series('model_feature_drifted')}) == 1`;
  return [
    `3 + 0 * ${present} * on (namespace, model) group_left () (${silent(scope)})`,
    `-2 + 0 * (${quiet})`,
    `-1 + 0 * (${learning})`,
    `2 + 0 * count by (${by}) (${degraded(scope)})`,
    `1 + 0 * (${drifting})`,
    `0 * ${present}`,
  ].join('\nor ');
}

const lastHour = (scope: Scope): string => `increase(${scope.series('model_predictions_total')}[1h])`;

/** Models without a prediction for longer than their config allows; where it says nothing, for an hour. */
function silent(scope: Scope): string {
  const last = `max by (namespace, model) (${scope.series('model_last_prediction_timestamp_seconds')})`;
  const allowed = `max by (namespace, model) (${scope.series('model_silence_threshold_seconds')})`;
  return `time() - ${last} > ${allowed} or (sum by (namespace, model) (${lastHour(scope)}) == 0 unless ${allowed})`;
}

/** Figures whose whole interval lies beyond the threshold. */
function degraded(scope: Scope): string {
  const beyond = namesLike(/^model_.+_lower_bound/).map((lower) => {
    const threshold = scope.series(lower.replace('_lower_bound', '_threshold'));
    const [bound, worse] = lower.includes('error') ? [lower, '>'] : [lower.replace('_lower_', '_upper_'), '<'];
    return `${scope.series(bound)} ${worse} on (${versionLabels}) group_left () ${threshold}`;
  });
  return `(${beyond.join(' or ')}) and on (${versionLabels}, window) ${enoughLabels(scope)}`;
}

/** Since when a version is not healthy: when it last was. Absent if that was before the time range. */
export const unhealthySince = (scope: Scope): string =>
  `1000 * (max_over_time(timestamp((${health(scope)}) < 1)[$__range:$__interval]) and on (${by}) ((${health(scope)}) >= 1))`;
