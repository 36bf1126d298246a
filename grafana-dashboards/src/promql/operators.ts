/** What tells the states of replicas apart. */
const replicaLabels = 'namespace, job, instance';

/** What a model's series of one replica have in common. */
export const modelLabels = `${replicaLabels}, model`;

/** What a version's series of one replica have in common. */
export const versionLabels = `${modelLabels}, model_version`;

export const rate = (counter: string): string => `rate(${counter}[$__rate_interval])`;

/** What was added over the time range that the dashboard shows. */
export const added = (counter: string): string => `increase(${counter}[$__range])`;

export const sumBy = (labels: string, vector: string): string => `sum by (${labels}) (${vector})`;

export const maxBy = (labels: string, vector: string): string => `max by (${labels}) (${vector})`;

export const label = (vector: string, name: string, value: string): string => `label_replace(${vector}, "${name}", "${value}", "", "")`;

/** 0 where there is nothing to count, as long as there is anything at all. */
export const orZero = (vector: string, anything: string): string => `${vector} or 0 * ${anything}`;

/** The mean of a figure over replicas and versions, each weighted by the labels that it rests on: exact for shares and means, close for the rest. */
export function weighted(figure: string, weights: string, by = ''): string {
  const sum = by ? `sum by (${by})` : 'sum';
  return `${sum} (${figure} * on (${versionLabels}) group_left () (${weights} > 0)) / ${sum} (0 * ${figure} + on (${versionLabels}) group_left () (${weights} > 0))`;
}

/** The rows that stand out most in the time range, of those above a floor; a chart that picked anew at each step would show many more. */
export const worst = (count: number, by: string, vector: string, floor?: number): string =>
  `(${vector}) and on (${by}) topk(${count}, max_over_time((${vector})[$__range:$__interval] @ end())${floor === undefined ? '' : ` > ${floor}`})`;
