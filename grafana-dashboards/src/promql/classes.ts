import { added } from './operators.js';
import type { Scope } from './scope.js';

/** Joined labels by actual and predicted class over the time range. */
const cells = (scope: Scope): string => added(scope.series('model_confusion_total'));

/** Of the labels of each actual class, the shares that were predicted as each known one. */
export const confusion = (scope: Scope): string =>
  `sum by (actual, predicted) (${added(scope.series('model_confusion_total', { predicted: '!="__other__"' }))}) / on (actual) group_left () (sum by (actual) (${cells(scope)}) > 0)`;

/** Labels that were predicted right, by class: PromQL cannot compare two labels, but two vectors. */
const right = (vector: string): string =>
  `sum by (class) (label_replace(${vector}, "class", "$1", "actual", "(.*)") and on (namespace, job, instance, model, model_version, actual, predicted, class) label_replace(${vector}, "class", "$1", "predicted", "(.*)"))`;

const byClass = (vector: string, side: 'actual' | 'predicted'): string => `sum by (class) (label_replace(${vector}, "class", "$1", "${side}", "(.*)"))`;

export const precisionByClass = (scope: Scope): string => `${right(cells(scope))} / (${byClass(cells(scope), 'predicted')} > 0)`;

export const recallByClass = (scope: Scope): string => `${right(cells(scope))} / (${byClass(cells(scope), 'actual')} > 0)`;

export const labelsByClass = (scope: Scope): string => `${byClass(cells(scope), 'actual')} > 0`;

/** Recall by class over time, of the labels of each step. */
export function recallOverTime(scope: Scope): string {
  const step = `increase(${scope.series('model_confusion_total')}[$__rate_interval])`;
  return `${right(step)} / (${byClass(step, 'actual')} > 0)`;
}
