import { namesLike } from './catalogue.js';
import { fewestLabels } from './figures.js';
import { versionLabels } from './operators.js';
import type { Scope } from './scope.js';

const by = 'namespace, model, model_version';

/** The state of each version as a number: 3 silent, 2 degraded, 1 drifting, 0 healthy, -1 learning, -2 replaced. Of those that hold, the first of the list counts. */
export function health(scope: Scope): string {
  const traffic = `increase(${scope.series('model_predictions_total')}[1h])`;
  const silent = `sum by (namespace, model) (${traffic}) == 0`;
  const quiet = `sum by (${by}) (${traffic}) == 0`;
  const present = `count by (${by}) (${scope.series('model_info')})`;
  const learning = `${present} unless on (${by}) ${scope.series('model_baseline_rows')}`;
  const drifting = `max by (${by}) (${scope.series('model_feature_drifted')}) == 1`;
  return [
    `3 + 0 * ${present} * on (namespace, model) group_left () (${silent})`,
    `-2 + 0 * (${quiet})`,
    `-1 + 0 * (${learning})`,
    `2 + 0 * count by (${by}) (${degraded(scope)})`,
    `1 + 0 * (${drifting})`,
    `0 * ${present}`,
  ].join('\nor ');
}

/** Figures whose whole interval lies beyond the threshold. */
function degraded(scope: Scope): string {
  const beyond = namesLike(/^model_.+_lower_bound/).map((lower) => {
    const threshold = scope.series(lower.replace('_lower_bound', '_threshold'));
    const [bound, worse] = lower.includes('error') ? [lower, '>'] : [lower.replace('_lower_', '_upper_'), '<'];
    return `${scope.series(bound)} ${worse} on (${versionLabels}) group_left () ${threshold}`;
  });
  return `(${beyond.join(' or ')}) and on (${versionLabels}, window) (${scope.series('model_window_labels')} >= ${fewestLabels})`;
}

/** Since when a version is not healthy: when it last was. Absent if that was before the time range. */
export const unhealthySince = (scope: Scope): string =>
  `1000 * (max_over_time(timestamp((${health(scope)}) < 1)[$__range:$__interval]) and on (${by}) ((${health(scope)}) >= 1))`;
