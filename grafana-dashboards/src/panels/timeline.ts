import { LegendDisplayMode, LegendPlacement, TimelineValueAlignment, VisibilityMode, VizLegendOptionsBuilder } from '@grafana/grafana-foundation-sdk/common';
import type { ValueMapping } from '@grafana/grafana-foundation-sdk/dashboard';
import { PanelBuilder } from '@grafana/grafana-foundation-sdk/statetimeline';
import { palette } from '../frame/palette.js';
import { framed, type Description } from './panel.js';
import { over } from './queries.js';
import { fixed } from './thresholds.js';

export interface Timeline extends Description {
  rows: { name: string; expr: string }[];
  states: ValueMapping;
  /** The width of the rows' names, where charts below each other share their time. */
  axisWidth?: number;
}

/** States as rows by time, each with its name and its colour. */
export function timeline(spec: Timeline): PanelBuilder {
  const panel = framed(new PanelBuilder(), spec, spec.rows.map((row) => over(row.expr, row.name)))
    .unit('none')
    .mappings([spec.states])
    // Not by threshold: Grafana would merge the states between thresholds and forget their names.
    .colorScheme(fixed(palette.grey))
    // States change seldom, and are dear to find out.
    .maxDataPoints(300)
    .mergeValues(true)
    .showValue(VisibilityMode.Auto)
    .alignValue(TimelineValueAlignment.Left)
    .rowHeight(0.85)
    .lineWidth(0)
    .fillOpacity(85)
    .legend(new VizLegendOptionsBuilder().displayMode(LegendDisplayMode.List).placement(LegendPlacement.Bottom).showLegend(true).calcs([]));
  if (spec.axisWidth !== undefined) panel.axisWidth(spec.axisWidth);
  return panel;
}
