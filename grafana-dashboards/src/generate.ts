import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { drift } from './dashboards/drift.js';
import { exporter } from './dashboards/exporter.js';
import { fleet } from './dashboards/fleet.js';
import { incident } from './dashboards/incident.js';
import { performance } from './dashboards/performance.js';
import { quality } from './dashboards/quality.js';
import { finished } from './output/finished.js';
import { configMap } from './output/kubernetes.js';
import { kustomization } from './output/kustomization.js';
import { dashboardProvider, dataSourceExample } from './output/provisioning.js';
import { shared } from './output/shared.js';

/** Where the files go: beside this folder, or where the command line says. */
const folder = process.argv[2] ?? fileURLToPath(new URL('../', import.meta.url));

function write(name: string, text: string): void {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

const json = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;

const dashboards = [fleet, performance, drift, quality, incident, exporter].map((builder) => finished(builder.build()));
for (const dashboard of dashboards) {
  write(`${dashboard.uid}.json`, json(dashboard));
  write(`grafana.com/${dashboard.uid}.json`, json(shared(dashboard)));
  write(`kubernetes/${dashboard.uid}.yml`, configMap(dashboard));
}
write('kubernetes/kustomization.yml', kustomization(dashboards));
write('provisioning/dashboards/modelexporter.yml', dashboardProvider);
write('provisioning/datasources/prometheus.yml', dataSourceExample);
