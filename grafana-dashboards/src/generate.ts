import { writeFileSync } from 'node:fs';
import { drift } from './dashboards/drift.js';
import { fleet } from './dashboards/fleet.js';
import { performance } from './dashboards/performance.js';
import { quality } from './dashboards/quality.js';
import { exporter } from './dashboards/exporter.js';
import { incident } from './dashboards/incident.js';
import { numbered } from './output/numbered.js';

const folder = new URL('../', import.meta.url);

for (const builder of [fleet, performance, drift, quality, incident, exporter]) {
  const dashboard = numbered(builder.build());
  writeFileSync(new URL(`${dashboard.uid}.json`, folder), `${JSON.stringify(dashboard, null, 2)}\n`);
}
