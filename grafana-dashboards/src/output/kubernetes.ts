import type { Dashboard } from '@grafana/grafana-foundation-sdk/dashboard';

/** A ConfigMap that the sidecar of Grafana's Helm chart finds by its label and puts into a folder. */
export const configMap = (dashboard: Dashboard): string => `# Generated from grafana-dashboards/src; do not edit.
apiVersion: v1
kind: ConfigMap
metadata:
  name: ${dashboard.uid}
  labels:
    app.kubernetes.io/name: modelexporter
    grafana_dashboard: "1"
  annotations:
    grafana_folder: ModelExporter
data:
  ${dashboard.uid}.json: |
    ${JSON.stringify(dashboard)}
`;
