import type { Dashboard } from '@grafana/grafana-foundation-sdk/dashboard';

/** The ConfigMaps of all dashboards as one resource for other kustomizations. */
export const kustomization = (dashboards: readonly Dashboard[]): string => `# Generated from grafana-dashboards/src; do not edit.
apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
resources:
${dashboards.map((dashboard) => `  - ${dashboard.uid}.yml\n`).join('')}`;
