import { palette } from '../../frame/palette.js';
import { lines } from '../../panels/lines.js';
import { limit } from '../../panels/thresholds.js';
import { helpOf } from '../../promql/catalogue.js';
import { rate } from '../../promql/operators.js';
import { unitOf } from '../../promql/units.js';
import { scope } from './scope.js';

/** What the process takes of its machine. */
export const program = [
  lines({
    title: 'Memory',
    description: `The largest exporter. Worry when it comes near its limit, or only ever grows.\n\n${helpOf('process_resident_memory_bytes')}`,
    width: 6, height: 8, unit: unitOf('process_resident_memory_bytes'), min: 0,
    lines: [
      { name: 'resident', expr: `max(${scope.series('process_resident_memory_bytes')})`, colour: palette.sky },
      { name: 'heap', expr: `max(sum by (instance) (${scope.series('dotnet_gc_last_collection_heap_size_bytes')}))`, colour: palette.orange, stroke: 'dash' },
    ],
  }),
  lines({
    title: 'Processor',
    description: `Of one core, the busiest exporter. Worry near 100 % times its cores.\n\n${helpOf('process_cpu_seconds_total')}`,
    width: 6, height: 8, unit: unitOf('process_cpu_seconds_total'), min: 0,
    lines: [{ name: 'processor', expr: `max(${rate(scope.series('process_cpu_seconds_total'))})`, colour: palette.sky }],
  }),
  lines({
    title: 'Pauses for garbage collection',
    description: 'Share of the time that the exporter stands still for it. Worry above 5 %.',
    width: 6, height: 8, unit: unitOf('dotnet_gc_pause_time_seconds_total'), min: 0,
    thresholds: limit(0.05),
    lines: [{ name: 'paused', expr: `max(${rate(scope.series('dotnet_gc_pause_time_seconds_total'))})`, colour: palette.sky }],
  }),
  lines({
    title: 'Allocation',
    description: 'Memory that is allocated a second, most of it for scrapes. Worry if it grows while the records do not.',
    width: 6, height: 8, unit: unitOf('dotnet_gc_heap_total_allocated_bytes_total'), min: 0,
    lines: [{ name: 'allocated', expr: `sum(${rate(scope.series('dotnet_gc_heap_total_allocated_bytes_total'))})`, colour: palette.sky }],
  }),
];
