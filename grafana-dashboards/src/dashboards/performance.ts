import { firingAlerts, versionChanges } from '../frame/annotations.js';
import { figureChoice, manyVersions, oneModel, oneWindow, places } from '../frame/chain.js';
import { dashboard } from '../frame/dashboard.js';
import { uids } from '../frame/links.js';
import { atAGlance } from './performance/atAGlance.js';
import { figures } from './performance/figures.js';
import { labels } from './performance/labels.js';
import { mistakes } from './performance/mistakes.js';
import { scope } from './performance/scope.js';
import { versions } from './performance/versions.js';

export const performance = dashboard({
  uid: uids.performance,
  title: 'ModelExporter / Performance',
  description: 'One model: is it still as good as its baseline, and in what is it not?',
  from: 'now-24h',
  variables: [...places(), oneModel(), manyVersions(), oneWindow(), figureChoice()],
  annotations: [versionChanges(scope), firingAlerts(scope)],
  rows: [
    { title: 'At a glance', panels: atAGlance },
    { title: 'Figures', panels: figures },
    { title: 'Answers and mistakes', panels: mistakes },
    { title: 'Labels', panels: labels },
    { title: 'Versions side by side', panels: versions },
  ],
});
