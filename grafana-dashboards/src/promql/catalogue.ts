import { readFileSync } from 'node:fs';

/** A metric as `modelexporter metrics --format json` tells it. */
export interface Metric {
  name: string;
  type: 'counter' | 'gauge' | 'histogram';
  help: string;
  labels: string[];
}

const read = (file: string): Metric[] => JSON.parse(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')) as Metric[];

const metrics = new Map([...read('catalogue.json'), ...read('other-metrics.json')].map((m) => [m.name, m]));

/** Names of the catalogue that a pattern matches. */
export const namesLike = (pattern: RegExp): string[] => [...metrics.keys()].filter((name) => pattern.test(name));

/** The metric of that name; a histogram's parts are found under its own. A name that does not exist ends the generation. */
export function metric(name: string): Metric {
  const found = metrics.get(name) ?? metrics.get(name.replace(/_(bucket|sum|count)$/, ''));
  if (!found) throw new Error(`${name} is in neither catalogue.json nor other-metrics.json`);
  return found;
}

/** What the catalogue says about metrics, for the description of a panel. */
export const helpOf = (...names: string[]): string => names.map((name) => `\`${name}\`: ${metric(name).help}`).join('\n\n');
