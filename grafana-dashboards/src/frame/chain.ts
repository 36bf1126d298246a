import { VariableSort, type QueryVariableBuilder } from '@grafana/grafana-foundation-sdk/dashboard';
import { inputs, outputs } from '../promql/drift.js';
import { anyFigure } from '../promql/figures.js';
import { many, one } from './variables.js';

const place = 'namespace=~"$namespace", job=~"$job"';
const ours = '__name__=~"model_info|modelexporter_build_info"';

/** Where exporters are scraped: a label that need not exist, and the jobs of both ports. */
export const places = (): QueryVariableBuilder[] => [
  many('namespace', `label_values({${ours}}, namespace)`, '.*'),
  many('job', `label_values({${ours}, namespace=~"$namespace"}, job)`),
];

export const manyInstances = (): QueryVariableBuilder => many('instance', `label_values(modelexporter_build_info{${place}}, instance)`);

export const oneModel = (): QueryVariableBuilder => one('model', `label_values(model_info{${place}}, model)`);

export const manyModels = (): QueryVariableBuilder => many('model', `label_values(model_info{${place}}, model)`);

export const manyVersions = (): QueryVariableBuilder => many('model_version', `label_values(model_info{${place}, model=~"$model"}, model_version)`);

export const oneWindow = (): QueryVariableBuilder => one('window', `label_values(model_window_predictions{${place}, model=~"$model"}, window)`);

export const manyWindows = (): QueryVariableBuilder => many('window', `label_values(model_window_predictions{${place}, model=~"$model"}, window)`);

/** The figures that the model has; its charts are repeated for each. */
export const figureChoice = (): QueryVariableBuilder =>
  many('figure', `label_values({__name__=~"${anyFigure}", ${place}, model="$model", window="$window"}, __name__)`).regex('/^model_(.+?)(?:_ratio)?$/');

export const manyFeatures = (): QueryVariableBuilder => many('feature', `label_values(model_feature_missing_total{${place}, model=~"$model"}, feature)`);

const score = (features: string): string =>
  `max by (feature) (model_feature_drift_score{${place}, model="$model", model_version=~"$model_version", window="$window", feature${features}})`;

/** The inputs in the order of their drift, so that the most drifted is the first choice, and then the outputs. */
export const mostDriftedFeature = (): QueryVariableBuilder =>
  one('feature', `query_result(sort_desc(${score(inputs)} or ${score(outputs)} - 1e6))`)
    .regex('/feature="([^"]+)"/')
    .sort(VariableSort.Disabled);

export const inPlace = { namespace: '=~"$namespace"', job: '=~"$job"' };
