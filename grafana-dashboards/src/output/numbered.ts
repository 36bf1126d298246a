import type { Dashboard, Panel, RowPanel } from '@grafana/grafana-foundation-sdk/dashboard';

/** The dashboard with numbers for its panels, in the order in which they stand, and without a number of its own: each Grafana gives it one. */
export function numbered(dashboard: Dashboard): Dashboard {
  let id = 0;
  const number = <T extends Panel | RowPanel>(panel: T): T => {
    const own = { ...panel, id: ++id };
    return 'panels' in own ? { ...own, panels: (own.panels as Panel[]).map(number) } : own;
  };
  const { version: _, ...rest } = { ...dashboard, id: null, panels: dashboard.panels?.map(number) } as Dashboard & { version?: number };
  return rest as Dashboard;
}
