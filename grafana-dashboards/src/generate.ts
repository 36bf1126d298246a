import { writeFileSync } from 'node:fs';
import { fleet } from './dashboards/fleet.js';
import { performance } from './dashboards/performance.js';
import { numbered } from './output/numbered.js';

const folder = new URL('../', import.meta.url);

for (const builder of [fleet, performance]) {
  const dashboard = numbered(builder.build());
  writeFileSync(new URL(`${dashboard.uid}.json`, folder), `${JSON.stringify(dashboard, null, 2)}\n`);
}
