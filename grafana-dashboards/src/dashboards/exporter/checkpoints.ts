import { palette } from '../../frame/palette.js';
import { bars } from '../../panels/bars.js';
import { lines } from '../../panels/lines.js';
import { added, sumBy } from '../../promql/operators.js';
import { unitOf } from '../../promql/units.js';
import { scope } from './scope.js';

/** How old and how large what is kept is. */
export const checkpoints = [
  lines({
    title: 'Age of the last checkpoint',
    description: 'What a crash would have to read again, or lose if it was pushed. Worry when it is a multiple of the interval.',
    width: 6, height: 8, unit: 's', min: 0,
    lines: [{ name: 'oldest', expr: `time() - min(${scope.series('modelexporter_checkpoint_last_success_timestamp_seconds')})`, colour: palette.sky }],
    noValue: 'No checkpoints',
  }),
  bars({
    title: 'Failed checkpoints',
    description: 'Over the time shown, by reason. Worry about any.',
    width: 6, height: 8, unit: 'short', decimals: 0,
    bars: [{ name: '{{reason}}', expr: sumBy('reason', added(scope.series('modelexporter_checkpoint_failures_total'))) }],
    noValue: 'No checkpoints',
  }),
  lines({
    title: 'Size of a checkpoint',
    description: 'The largest. Worry if the disk cannot hold two of them.',
    width: 6, height: 8, unit: unitOf('modelexporter_checkpoint_size_bytes'), min: 0,
    lines: [{ name: 'size', expr: `max(${scope.series('modelexporter_checkpoint_size_bytes')})`, colour: palette.sky }],
    noValue: 'No checkpoints',
  }),
  lines({
    title: 'Time for a checkpoint',
    description: 'Pause: how long records wait for it. Worry when the pause is long enough to be seen in the lag.',
    width: 6, height: 8, unit: unitOf('modelexporter_checkpoint_duration_seconds'), min: 0,
    lines: [
      { name: 'all of it', expr: `max(${scope.series('modelexporter_checkpoint_duration_seconds')})`, colour: palette.orange, stroke: 'dash' },
      { name: 'pause', expr: `max(${scope.series('modelexporter_checkpoint_pause_seconds')})`, colour: palette.sky },
    ],
    noValue: 'No checkpoints',
  }),
];
