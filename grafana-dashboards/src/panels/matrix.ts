import type { ThresholdsConfigBuilder } from '@grafana/grafana-foundation-sdk/dashboard';
import type { PanelBuilder } from '@grafana/grafana-foundation-sdk/table';
import type { Measured } from './panel.js';
import { lettered, tableAt } from './queries.js';
import { base } from './table.js';
import { byThreshold } from './thresholds.js';

export interface Matrix extends Measured {
  expr: string;
  /** The label whose values are the rows. */
  rows: string;
  /** The label whose values are the columns. */
  columns: string;
  /** The width of the rows' names. */
  rowWidth?: number;
  /** Without, cells are not coloured. */
  shades?: ThresholdsConfigBuilder;
}

/** Values by two labels; the colour of a cell is its value, which stands in it. */
export function matrix(spec: Matrix): PanelBuilder {
  const corner = `${spec.rows}\\${spec.columns}`;
  const panel = base(spec)
    .unit(spec.unit)
    .targets(lettered([tableAt(spec.expr)]))
    .transformations([
      { id: 'groupingToMatrix', options: { rowField: spec.rows, columnField: spec.columns, valueField: 'Value', emptyValue: 'null' } },
      { id: 'sortBy', options: { sort: [{ field: corner }] } },
    ])
    .overrideByName(corner, [
      { id: 'custom.cellOptions', value: { type: 'auto' } },
      { id: 'custom.width', value: spec.rowWidth ?? 130 },
    ]);
  if (spec.decimals !== undefined) panel.decimals(spec.decimals);
  if (spec.shades) panel.cellOptions({ type: 'color-background', mode: 'basic' } as never).colorScheme(byThreshold).thresholds(spec.shades);
  return panel;
}
