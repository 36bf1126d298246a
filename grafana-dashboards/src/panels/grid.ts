import { LegendDisplayMode, LegendPlacement, VisibilityMode, VizLegendOptionsBuilder } from '@grafana/grafana-foundation-sdk/common';
import type { ThresholdsConfigBuilder } from '@grafana/grafana-foundation-sdk/dashboard';
import { PanelBuilder } from '@grafana/grafana-foundation-sdk/statushistory';
import { framed, type Measured } from './panel.js';
import { over } from './queries.js';
import { byThreshold } from './thresholds.js';

export interface Grid extends Measured {
  expr: string;
  /** The name of a row, from its labels. */
  row: string;
  shades: ThresholdsConfigBuilder;
  /** As many steps as fit, where more would each hold too little. */
  steps?: number;
  /** The width of the rows' names, where charts below each other share their time. */
  axisWidth?: number;
}

/** What the data names, as rows, by time: the colour is the value. */
export function grid(spec: Grid): PanelBuilder {
  const panel = framed(new PanelBuilder(), spec, [over(spec.expr, spec.row)])
    .unit(spec.unit)
    // A cell has to be wide enough to be seen.
    .maxDataPoints(spec.steps ?? 100)
    .showValue(VisibilityMode.Never)
    .rowHeight(0.92)
    .colWidth(1)
    .lineWidth(0)
    .fillOpacity(100)
    .colorScheme(byThreshold)
    .thresholds(spec.shades)
    .legend(new VizLegendOptionsBuilder().displayMode(LegendDisplayMode.List).placement(LegendPlacement.Bottom).showLegend(true).calcs([]));
  if (spec.decimals !== undefined) panel.decimals(spec.decimals);
  if (spec.axisWidth !== undefined) panel.axisWidth(spec.axisWidth);
  return panel;
}
