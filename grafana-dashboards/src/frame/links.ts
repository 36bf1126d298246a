import { DashboardLinkBuilder, DashboardLinkType } from '@grafana/grafana-foundation-sdk/dashboard';

/** Every dashboard of ours has this tag, and links to the others by it. */
export const tag = 'modelexporter';

export const uids = {
  fleet: 'modelexporter-fleet',
  performance: 'modelexporter-performance',
  drift: 'modelexporter-drift',
  quality: 'modelexporter-quality',
  incident: 'modelexporter-incident',
  exporter: 'modelexporter-exporter',
} as const;

/** The other dashboards, at the same time and with the same choices. */
export const toOthers = (): DashboardLinkBuilder =>
  new DashboardLinkBuilder('ModelExporter').type(DashboardLinkType.Dashboards).tags([tag]).asDropdown(false).includeVars(true).keepTime(true);

const always = ['datasource:queryparam', 'namespace:queryparam', 'job:queryparam'].map((v) => `\${${v}}`).join('&');

/** From a row of a table to a dashboard about the model of that row, at the same time. */
export const toModel = (title: string, uid: string): DashboardLinkBuilder =>
  new DashboardLinkBuilder(title).type(DashboardLinkType.Link).url(`/d/${uid}?\${__url_time_range}&${always}&var-model=\${__data.fields.Model}`);
