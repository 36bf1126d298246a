import { FieldTextAlignment, TableSortByFieldStateBuilder } from '@grafana/grafana-foundation-sdk/common';
import type { DashboardLinkBuilder, DataTransformerConfig, DynamicConfigValue, ThresholdsConfigBuilder, ValueMapping } from '@grafana/grafana-foundation-sdk/dashboard';
import { PanelBuilder } from '@grafana/grafana-foundation-sdk/table';
import { dataSource } from '../frame/source.js';
import type { Description } from './panel.js';
import { lettered, tableAt } from './queries.js';

/** A column: a label, or the value of a query. */
export interface Column {
  /** The label that it shows, or `Value #A` for the value of the first query. */
  field: string;
  title: string;
  unit?: string;
  decimals?: number;
  width?: number;
  /** Colours the cell by its value. */
  thresholds?: ThresholdsConfigBuilder;
  states?: ValueMapping;
  link?: DashboardLinkBuilder;
}

export interface Table extends Description {
  queries: string[];
  columns: Column[];
  sort?: { title: string; descending: boolean };
  /** What is done to the answers before the columns are put in order; by default they are merged on the labels they share. */
  transformations?: DataTransformerConfig[];
  /** In how many steps queries look back over the time range. */
  steps?: number;
}

/** What the data names as rows; each query fills a column. */
export function table(spec: Table): PanelBuilder {
  const named = Object.fromEntries(spec.columns.map((c) => [c.field, c.title]));
  const order = Object.fromEntries(spec.columns.map((c, i) => [c.field, i]));
  const panel = base(spec)
    .targets(lettered(spec.queries.map(tableAt)))
    .transformations([
      ...(spec.transformations ?? [{ id: 'merge', options: {} }]),
      { id: 'filterFieldsByName', options: { include: { names: spec.columns.map((c) => c.field) } } },
      { id: 'organize', options: { renameByName: named, indexByName: order, excludeByName: {} } },
    ]);
  if (spec.steps !== undefined) panel.maxDataPoints(spec.steps);
  if (spec.sort) panel.sortBy([new TableSortByFieldStateBuilder().displayName(spec.sort.title).desc(spec.sort.descending)]);
  for (const column of spec.columns) panel.overrideByName(column.title, look(column));
  return panel;
}

export const base = (spec: Description): PanelBuilder =>
  new PanelBuilder()
    .title(spec.title)
    .description(spec.description)
    .span(spec.width)
    .height(spec.height)
    .datasource(dataSource)
    .unit('none')
    .noValue('–')
    .align(FieldTextAlignment.Auto)
    .minWidth(70)
    .filterable(false);

function look(column: Column): DynamicConfigValue[] {
  const properties: DynamicConfigValue[] = [];
  const set = (id: string, value: unknown): void => {
    if (value !== undefined) properties.push({ id, value });
  };
  set('unit', column.unit);
  set('decimals', column.decimals);
  set('custom.width', column.width);
  set('mappings', column.states && [column.states]);
  set('links', column.link && [column.link.build()]);
  set('thresholds', column.thresholds?.build());
  if (column.thresholds || column.states) {
    set('custom.cellOptions', { type: 'color-background', mode: 'basic' });
    set('color', { mode: 'thresholds' });
  }
  return properties;
}
