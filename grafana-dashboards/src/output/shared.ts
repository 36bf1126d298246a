import type { Dashboard, Panel, RowPanel } from '@grafana/grafana-foundation-sdk/dashboard';

const input = 'DS_PROMETHEUS';

/** The kinds of panels of a dashboard, those in closed rows included. */
const kinds = (panels: (Panel | RowPanel)[]): string[] => panels.flatMap((p) => ('panels' in p && p.type === 'row' ? kinds(p.panels as Panel[]) : [p.type]));

/**
 * The dashboard as grafana.com shares it: whoever imports it is asked for the data source, in place of a variable.
 * Provisioning cannot fill inputs, so this is a file of its own.
 */
export function shared(dashboard: Dashboard): object {
  const own = {
    ...dashboard,
    templating: { list: dashboard.templating?.list?.filter((variable) => variable.name !== 'datasource') },
  };
  const asked = JSON.stringify(own).replaceAll('${datasource:queryparam}&', '').replaceAll('${datasource}', `\${${input}}`);
  return {
    __inputs: [{ name: input, label: 'Prometheus', description: 'The Prometheus that scrapes ModelExporter', type: 'datasource', pluginId: 'prometheus', pluginName: 'Prometheus' }],
    __elements: {},
    __requires: [
      { type: 'grafana', id: 'grafana', name: 'Grafana', version: '10.0.0' },
      { type: 'datasource', id: 'prometheus', name: 'Prometheus', version: '1.0.0' },
      ...[...new Set(kinds(dashboard.panels ?? []))].sort().map((id) => ({ type: 'panel', id, name: id, version: '' })),
    ],
    ...(JSON.parse(asked) as object),
  };
}
