import type { Scope } from './scope.js';

/** Firing alerts about models. A rule may sum over anything but the model, so no other choice is held against them. */
export const firing = (scope: Scope): string =>
  scope.with({ job: undefined, model_version: undefined, feature: undefined }).series('ALERTS', { alertname: '=~"Model.*"', alertstate: '="firing"' });
