import { AnnotationQueryBuilder } from '@grafana/grafana-foundation-sdk/dashboard';
import { firing } from '../promql/alerts.js';
import { appearance } from '../promql/versions.js';
import type { Scope } from '../promql/scope.js';
import { palette } from './palette.js';
import { dataSource } from './source.js';

const annotation = (name: string, expr: string, colour: string): AnnotationQueryBuilder =>
  new AnnotationQueryBuilder().name(name).datasource(dataSource).enable(true).hide(false).iconColor(colour).expr(expr).step('60s').titleFormat(name);

/** When a version appears. */
export const versionChanges = (scope: Scope): AnnotationQueryBuilder =>
  annotation('New version', appearance(scope.with({ model_version: undefined })), palette.purple).textFormat('{{model}}: version {{model_version}}').tagKeys('model,model_version');

/** While an alert about a model fires; there are none without rules. */
export const firingAlerts = (scope: Scope): AnnotationQueryBuilder =>
  annotation('Alert', firing(scope), palette.vermillion)
    .textFormat('{{alertname}} {{model}} {{feature}}')
    .tagKeys('alertname,severity');
