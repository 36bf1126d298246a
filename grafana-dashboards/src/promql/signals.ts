import { driftScore, answers, cameTrue, inputs } from './drift.js';
import { faultyByFeature, rateADayAgo, rateNow } from './faults.js';
import { loss } from './figures.js';
import { mean } from './labels.js';
import { label } from './operators.js';
import type { Scope } from './scope.js';

/** Something that can change about a model: true while it is not as it was. */
export interface Signal {
  name: string;
  condition: string;
}

const latency = 'model_prediction_latency_seconds';

/** The signals of a model. What has no baseline is compared with the same time of the day before. */
export function signals(scope: Scope): Signal[] {
  const traffic = `sum(rate(${scope.series('model_predictions_total')}[$__rate_interval]))`;
  const trafficADayAgo = `sum(rate(${scope.series('model_predictions_total')}[$__rate_interval] offset 1d))`;
  return [
    { name: 'performance', condition: `max(${loss(scope, 'model')}) >= 1` },
    { name: 'predictions', condition: `max(${driftScore(scope, answers)}) >= 1` },
    { name: 'labels', condition: `max(${driftScore(scope, cameTrue)}) >= 1` },
    { name: 'features', condition: `max(${driftScore(scope, inputs)}) >= 1` },
    { name: 'data quality', condition: `max(${moreFaults(scope)}) >= ${faultsAdded}` },
    { name: 'traffic', condition: `${traffic} < 0.5 * ${trafficADayAgo} or ${traffic} > 2 * ${trafficADayAgo}` },
    { name: 'version', condition: `count(${youngVersions(scope)}) > 0` },
    { name: 'latency', condition: `${mean(scope, latency)} > 1.5 * ${mean(scope, latency, ' offset 1d')}` },
  ];
}

/** 1 while a signal's condition holds, else 0, as long as the model is there. */
export const isOn = (scope: Scope, { condition }: Signal): string => `1 + 0 * (${condition}) or 0 * sum(${scope.series('model_info')})`;

/** When each signal first came on in the time range, in milliseconds, and each feature that drifted or broke. */
export function firstSeen(scope: Scope): string {
  const first = (condition: string): string => `1000 * min_over_time(timestamp(${condition})[$__range:$__interval])`;
  const features = [
    named(first(`max by (feature) (${driftScore(scope, inputs)}) >= 1`), 'drift of $1'),
    named(first(`max by (feature) (${moreFaults(scope)}) >= ${faultsAdded}`), 'faults in $1'),
  ];
  const others = signals(scope)
    .filter(({ name }) => name !== 'features' && name !== 'data quality')
    .map(({ name, condition }) => label(first(`(${condition})`), 'signal', name));
  return [...others, ...features].join('\nor ');
}

/** A label `signal` that names the feature. */
const named = (vector: string, text: string): string => `label_replace(label_replace(${vector}, "signal", "${text}", "feature", "(.*)"), "feature", "", "", "")`;

/** More faulty values than a day before, in shares of the predictions, that count as a change. */
const faultsAdded = 0.05;

const moreFaults = (scope: Scope): string => {
  const now = faultyByFeature(scope, rateNow);
  return `${now} - (${faultyByFeature(scope, rateADayAgo)} or 0 * ${now})`;
};

/** Versions that were not there six hours before, while others were. */
const youngVersions = (scope: Scope): string => {
  const versions = (suffix: string): string => `last_over_time(${scope.series('model_info')}[1h]${suffix})`;
  return `(count by (model_version) (${versions('')}) unless count by (model_version) (${versions(' offset 6h')})) and on () count(${versions(' offset 6h')})`;
};
