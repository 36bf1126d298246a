import type { Scope } from './scope.js';

/** 1 when a version appears that was not there in the hour before; an exporter that starts again brings none. */
export const appearance = (scope: Scope): string =>
  `count by (model, model_version) (${scope.series('model_info')}) unless count by (model, model_version) (last_over_time(${scope.series('model_info')}[1h] offset $__interval))`;
