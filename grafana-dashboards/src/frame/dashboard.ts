import type { Builder } from '@grafana/grafana-foundation-sdk/cog';
import { DashboardBuilder, DashboardCursorSync, RowBuilder, TimePickerBuilder, type AnnotationQuery, type Panel, type VariableModel } from '@grafana/grafana-foundation-sdk/dashboard';
import { tag, toOthers } from './links.js';
import { dataSourceVariable } from './variables.js';

export interface Row {
  title: string;
  panels: Builder<Panel>[];
  /** Closed until somebody opens it. */
  collapsed?: boolean;
}

export interface Frame {
  uid: string;
  title: string;
  description: string;
  from: string;
  variables: Builder<VariableModel>[];
  annotations: Builder<AnnotationQuery>[];
  rows: Row[];
}

/** A dashboard with what all of ours have in common. */
export function dashboard(frame: Frame): DashboardBuilder {
  const builder = new DashboardBuilder(frame.title)
    .uid(frame.uid)
    .description(frame.description)
    .tags([tag])
    .timezone('browser')
    .readonly()
    .tooltip(DashboardCursorSync.Crosshair)
    .time({ from: frame.from, to: 'now' })
    .timepicker(new TimePickerBuilder())
    .refresh('1m')
    .link(toOthers())
    .variables([dataSourceVariable(), ...frame.variables])
    .annotations(frame.annotations);
  for (const { title, panels, collapsed = false } of frame.rows) {
    const row = new RowBuilder(title).collapsed(collapsed);
    if (collapsed) panels.forEach((panel) => row.withPanel(panel));
    builder.withRow(row);
    if (!collapsed) panels.forEach((panel) => builder.withPanel(panel));
  }
  return builder;
}
