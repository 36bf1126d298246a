/** Where a Grafana that is not in Kubernetes finds the dashboards. */
export const dashboardProvider = `# Generated from grafana-dashboards/src; do not edit. Goes to /etc/grafana/provisioning/dashboards/, the JSON files to the path below.
apiVersion: 1
providers:
  - name: modelexporter
    type: file
    folder: ModelExporter
    allowUiUpdates: false
    updateIntervalSeconds: 60
    options:
      path: /var/lib/grafana/dashboards/modelexporter
`;

/** A data source for those who have none yet. */
export const dataSourceExample = `# Generated from grafana-dashboards/src; do not edit. Goes to /etc/grafana/provisioning/datasources/ if Grafana does not know your Prometheus yet.
apiVersion: 1
datasources:
  - name: Prometheus
    type: prometheus
    access: proxy
    url: http://prometheus:9090
    isDefault: true
    jsonData:
      httpMethod: POST
      # As in Prometheus: rates are taken over four of it.
      timeInterval: 15s
`;
