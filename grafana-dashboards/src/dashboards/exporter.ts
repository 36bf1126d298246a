import { manyInstances, places } from '../frame/chain.js';
import { dashboard } from '../frame/dashboard.js';
import { uids } from '../frame/links.js';
import { checkpoints } from './exporter/checkpoints.js';
import { join } from './exporter/join.js';
import { kafka } from './exporter/kafka.js';
import { program } from './exporter/program.js';
import { scrape } from './exporter/scrape.js';
import { state } from './exporter/state.js';
import { throughput } from './exporter/throughput.js';

export const exporter = dashboard({
  uid: uids.exporter,
  title: 'ModelExporter / Exporter',
  description: 'The exporter itself: does it read everything, keep up, and stay small?',
  from: 'now-6h',
  variables: [...places(), manyInstances()],
  annotations: [],
  rows: [
    { title: 'State', panels: state },
    { title: 'Throughput', panels: throughput },
    { title: 'Label join', panels: join },
    { title: 'Scrapes', panels: scrape },
    { title: 'Process', panels: program },
    { title: 'Checkpoints', panels: checkpoints, collapsed: true },
    { title: 'Kafka', panels: kafka, collapsed: true },
  ],
});
