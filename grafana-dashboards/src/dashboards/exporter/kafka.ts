import { palette } from '../../frame/palette.js';
import { bars } from '../../panels/bars.js';
import { lines } from '../../panels/lines.js';
import { added, sumBy } from '../../promql/operators.js';
import { unitOf } from '../../promql/units.js';
import { scope } from './scope.js';

/** How far Kafka sources are behind. */
export const kafka = [
  bars({
    title: 'Lag by topic',
    description: 'Records that have not been read yet. Worry when it grows without an end.',
    width: 8, height: 8, unit: unitOf('modelexporter_kafka_consumer_lag_records'), decimals: 0,
    bars: [{ name: '{{topic}}', expr: `topk(15, ${sumBy('topic', scope.series('modelexporter_kafka_consumer_lag_records'))})` }],
    noValue: 'No Kafka source',
  }),
  lines({
    title: 'Lag',
    description: 'All partitions, and the one that is furthest behind. Worry when one grows while the others do not: its records cannot be read.',
    width: 8, height: 8, unit: unitOf('modelexporter_kafka_consumer_lag_records'), min: 0,
    lines: [
      { name: 'all partitions', expr: `sum(${scope.series('modelexporter_kafka_consumer_lag_records')})`, colour: palette.sky },
      { name: 'furthest behind', expr: `max(${scope.series('modelexporter_kafka_consumer_lag_records')})`, colour: palette.orange, stroke: 'dash' },
    ],
    noValue: 'No Kafka source',
  }),
  bars({
    title: 'Trouble with Kafka',
    description: 'Brokers that cannot be reached now; rebalances and errors over the time shown. Worry when any keeps growing.',
    width: 8, height: 8, unit: 'short', decimals: 0,
    bars: [
      { name: 'brokers down', expr: `count(${scope.series('modelexporter_kafka_broker_up')} == 0) or 0 * count(${scope.series('modelexporter_kafka_broker_up')})` },
      { name: 'rebalances', expr: `sum(${added(scope.series('modelexporter_kafka_rebalances_total'))})` },
      { name: 'error: {{reason}}', expr: sumBy('reason', added(scope.series('modelexporter_kafka_errors_total'))) },
    ],
    noValue: 'No Kafka source',
  }),
];
