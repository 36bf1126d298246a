import { namesLike } from './catalogue.js';
import { modelLabels, versionLabels, weighted } from './operators.js';
import type { Scope } from './scope.js';

const prefix = /^model_baseline_/;

/** Figures of performance, without the suffix of their unit: all that baselines know and windows have. */
export const figures: string[] = namesLike(prefix)
  .map((name) => name.replace(prefix, '').replace(/_ratio$/, ''))
  .filter((figure) => namesLike(new RegExp(`^model_${figure}(_ratio)?$`)).length > 0);

const ofWindow = ['model', 'model_version', 'window'];
const ofVersion = ['model', 'model_version'];

/** The weight of a figure: the labels that it rests on. */
export const labelsInWindow = (scope: Scope): string => scope.series('model_window_labels');

/** The four metrics of a figure, which may be the name of a variable or a pattern of several. */
export const figureSeries = (scope: Scope, figure: string) => ({
  now: scope.named(`model_${figure}(_ratio)?`, ofWindow),
  atLeast: scope.named(`model_${figure}_lower_bound(_ratio)?`, ofWindow),
  atMost: scope.named(`model_${figure}_upper_bound(_ratio)?`, ofWindow),
  baseline: scope.named(`model_baseline_${figure}(_ratio)?`, ofVersion),
  threshold: scope.named(`model_${figure}_threshold(_ratio)?`, ofVersion),
});

const any = `(${figures.join('|')})`;

/** The names of all windowed figures, for a variable or a query. */
export const anyFigure = `model_${any}(_ratio)?`;

/** A label with the name of the figure, in place of that of the metric. */
const called = (vector: string, pattern: string): string => `label_replace(${vector}, "figure", "$1", "__name__", "${pattern}")`;

/** All figures at once, by `figure` and other labels, merged over replicas. */
export function allFigures(scope: Scope, by: string) {
  const series = figureSeries(scope, any);
  const merged = (vector: string, pattern: string): string => weighted(called(vector, pattern), labelsInWindow(scope), by);
  return {
    now: merged(series.now, 'model_(.+?)(_ratio)?'),
    baseline: merged(series.baseline, 'model_baseline_(.+?)(_ratio)?'),
    threshold: merged(series.threshold, 'model_(.+)_threshold(_ratio)?'),
  };
}

/** The figures by which models of any task can be compared: classifications have the first, regressions the second. */
const principal = [
  { now: 'model_accuracy_ratio', baseline: 'model_baseline_accuracy_ratio', threshold: 'model_accuracy_threshold_ratio' },
  { now: 'model_mean_absolute_error', baseline: 'model_baseline_mean_absolute_error', threshold: 'model_mean_absolute_error_threshold' },
];

/** How much of the way from the baseline to the threshold the principal figure has gone: 0 as in the baseline, 1 at the threshold. Few labels say nothing. */
export function loss(scope: Scope, by: string): string {
  const each = principal.map((figure) => {
    const [now, baseline, threshold] = [scope.series(figure.now), scope.series(figure.baseline), scope.series(figure.threshold)];
    return `(${baseline} - on (${versionLabels}) group_right () ${now}) / on (${versionLabels}) group_left () (${baseline} - on (${versionLabels}) ${threshold})`;
  });
  return `max by (${by}) ((${each.join(' or ')}) and on (${versionLabels}, window) ${enoughLabels(scope)})`;
}

/** The labels in the windows that have as many as a judgement of the model needs, by its config. */
export const enoughLabels = (scope: Scope): string =>
  `(${labelsInWindow(scope)} >= on (${modelLabels}) group_left () ${scope.series('model_performance_min_labels')})`;
