import type { Dashboard, Panel, RowPanel } from '@grafana/grafana-foundation-sdk/dashboard';

/** What the builders give, with numbers for the panels in the order in which they stand, and without what belongs to one Grafana alone. */
export function finished(built: Dashboard): Dashboard {
  let id = 0;
  const number = <T extends Panel | RowPanel>(panel: T): T => {
    const own = { ...panel, id: ++id };
    return 'panels' in own ? { ...own, panels: (own.panels as Panel[]).map(number) } : own;
  };
  return visible({ ...built, id: null as never, version: undefined, panels: built.panels?.map(number) });
}

/** Foundation SDK hides links and annotations in a menu, and cannot be told not to. */
const visible = (dashboard: Dashboard): Dashboard =>
  JSON.parse(JSON.stringify(dashboard), (key, value: unknown) => (key === 'placement' && value === 'inControlsMenu' ? undefined : value)) as Dashboard;
