import { inPlace } from '../../frame/chain.js';
import { Scope } from '../../promql/scope.js';

/** One model in one window. */
export const scope = new Scope({ ...inPlace, model: '="$model"', model_version: '=~"$model_version"', window: '="$window"' });

/** What classifications alone have is empty for a regression. */
export const classificationsOnly = 'No labelled classifications in this time';
