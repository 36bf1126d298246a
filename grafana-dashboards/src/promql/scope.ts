import { metric } from './catalogue.js';

/** What a dashboard's variables choose, by label. */
export type Filters = Readonly<Record<string, string>>;

/** Series of the exporter that a dashboard's variables choose. */
export class Scope {
  constructor(private readonly filters: Filters) {}

  /** The selector of a metric: filtered by where it is scraped, by each of its labels that the dashboard has a variable for, and by more. */
  series(name: string, more: Filters = {}): string {
    const { labels } = metric(name);
    for (const label of Object.keys(more)) {
      if (!labels.includes(label)) throw new Error(`${name} has no label ${label}`);
    }
    return `${name}{${this.matchers(labels, more)}}`;
  }

  /** The selector of all metrics whose names match, which have these labels. */
  named(names: string, labels: string[]): string {
    return `{__name__=~"${names}", ${this.matchers(labels, {})}}`;
  }

  /** The same scope without the filter of a label, or with another one. */
  with(filters: Record<string, string | undefined>): Scope {
    const merged = Object.entries({ ...this.filters, ...filters }).filter((f): f is [string, string] => f[1] !== undefined);
    return new Scope(Object.fromEntries(merged));
  }

  private matchers(labels: string[], more: Filters): string {
    const own = Object.entries(this.filters).filter(([label]) => !(label in more) && (label === 'namespace' || label === 'job' || label === 'instance' || labels.includes(label)));
    return [...own, ...Object.entries(more)].map(([label, matcher]) => `${label}${matcher}`).join(', ');
  }
}
