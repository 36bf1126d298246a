import type { QueryVariableBuilder } from '@grafana/grafana-foundation-sdk/dashboard';
import { anyFigure } from '../promql/figures.js';
import { many, one } from './variables.js';

const place = 'namespace=~"$namespace", job=~"$job"';
const ours = '__name__=~"model_info|modelexporter_build_info"';

/** Where exporters are scraped: a label that need not exist, and the jobs of both ports. */
export const places = (): QueryVariableBuilder[] => [
  many('namespace', `label_values({${ours}}, namespace)`, '.*'),
  many('job', `label_values({${ours}, namespace=~"$namespace"}, job)`),
];

export const oneModel = (): QueryVariableBuilder => one('model', `label_values(model_info{${place}}, model)`);

export const manyModels = (): QueryVariableBuilder => many('model', `label_values(model_info{${place}}, model)`);

export const manyVersions = (): QueryVariableBuilder => many('model_version', `label_values(model_info{${place}, model=~"$model"}, model_version)`);

export const oneWindow = (): QueryVariableBuilder => one('window', `label_values(model_window_predictions{${place}, model=~"$model"}, window)`);

export const manyWindows = (): QueryVariableBuilder => many('window', `label_values(model_window_predictions{${place}, model=~"$model"}, window)`);

/** The figures that the model has; its charts are repeated for each. */
export const figureChoice = (): QueryVariableBuilder =>
  many('figure', `label_values({__name__=~"${anyFigure}", ${place}, model="$model", window="$window"}, __name__)`).regex('/^model_(.+?)(?:_ratio)?$/');

export const inPlace = { namespace: '=~"$namespace"', job: '=~"$job"' };
