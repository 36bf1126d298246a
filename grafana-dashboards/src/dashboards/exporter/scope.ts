import { inPlace } from '../../frame/chain.js';
import { Scope } from '../../promql/scope.js';

/** The exporters themselves, of which instances are chosen. */
export const scope = new Scope({ ...inPlace, instance: '=~"$instance"' });

/** Both ports of the exporters; which of the targets with model metrics belongs to which exporter nobody knows. */
export const both = scope.with({ instance: undefined });

/** There is something as long as there is an exporter. */
export const exporters = `count(${scope.series('modelexporter_build_info')})`;
