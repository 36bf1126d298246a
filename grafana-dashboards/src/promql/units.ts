import { metric } from './catalogue.js';

/** Grafana's unit of a metric: names end in theirs, as Prometheus wants it. */
export function unitOf(name: string): string {
  const { type } = metric(name);
  const base = name.replace(/_total$/, '');
  const unit = base.endsWith('_ratio') ? 'percentunit' : base.endsWith('_seconds') ? 's' : base.endsWith('_bytes') ? 'bytes' : 'short';
  return type === 'counter' ? rateUnits[unit]! : unit;
}

/** A counter is shown as its rate. Seconds a second are a share of the time. */
const rateUnits: Record<string, string> = { short: 'cps', s: 'percentunit', bytes: 'Bps', percentunit: 'short' };
