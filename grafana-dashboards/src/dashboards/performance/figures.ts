import { palette } from '../../frame/palette.js';
import { band, lines } from '../../panels/lines.js';
import { figureSeries, labelsInWindow } from '../../promql/figures.js';
import { weighted } from '../../promql/operators.js';
import { scope } from './scope.js';

const chosen = figureSeries(scope, '${figure}');
const merged = (vector: string): string => weighted(vector, labelsInWindow(scope));

/** Each figure over time. */
export const figures = [
  lines({
    title: '$figure',
    description: 'The figure in the chosen window, with its 95 % interval where it has one, the baseline and the threshold. Worry when it has crossed the threshold, and be sure when the whole interval has. '
      + 'Replicas and versions are merged by the number of their labels.',
    width: 6, height: 7, unit: 'none',
    repeat: 'figure',
    lines: [
      ...band(merged(chosen.atLeast), merged(chosen.atMost), palette.sky),
      { name: 'now', expr: merged(chosen.now), colour: palette.sky },
      { name: 'baseline', expr: merged(chosen.baseline), colour: palette.grey, stroke: 'dash' },
      { name: 'threshold', expr: merged(chosen.threshold), colour: palette.vermillion, stroke: 'dot' },
    ],
  }),
];
