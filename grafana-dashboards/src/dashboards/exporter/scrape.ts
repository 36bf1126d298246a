import { palette } from '../../frame/palette.js';
import { bars } from '../../panels/bars.js';
import { lines } from '../../panels/lines.js';
import { helpOf } from '../../promql/catalogue.js';
import { added, sumBy } from '../../promql/operators.js';
import { unitOf } from '../../promql/units.js';
import { scope, both } from './scope.js';

/** What a scrape costs. */
export const scrape = [
  lines({
    title: 'Cost of a scrape',
    description: `The longest of all exporters. Worry when it comes near the scrape timeout.\n\n${helpOf('modelexporter_last_scrape_duration_seconds')}`,
    width: 8, height: 8, unit: unitOf('modelexporter_last_scrape_duration_seconds'), min: 0,
    lines: [
      { name: 'as Prometheus sees it', expr: `max(${both.series('scrape_duration_seconds')})`, colour: palette.orange, stroke: 'dash' },
      { name: 'as the exporter sees it', expr: `max(${scope.series('modelexporter_last_scrape_duration_seconds')})`, colour: palette.sky },
    ],
  }),
  lines({
    title: 'Samples in a scrape',
    description: 'All ports together. Worry when it grows without an end: labels with too many values.',
    width: 8, height: 8, unit: 'short', min: 0,
    lines: [{ name: 'samples', expr: `sum(${both.series('scrape_samples_scraped')})`, colour: palette.sky }],
  }),
  bars({
    title: 'Series by model',
    description: `What each model costs Prometheus.\n\n${helpOf('modelexporter_series', 'modelexporter_stale_snapshots_total')}`,
    width: 8, height: 8, unit: unitOf('modelexporter_series'),
    bars: [
      { name: '{{model}}', expr: `topk(15, ${sumBy('model', scope.series('modelexporter_series'))})` },
      { name: 'stale snapshots served', expr: `sum(${added(scope.series('modelexporter_stale_snapshots_total'))})` },
    ],
  }),
];
