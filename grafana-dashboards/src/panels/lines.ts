import { GraphThresholdsStyleConfigBuilder, GraphThresholdsStyleMode, LegendDisplayMode, LegendPlacement, LineInterpolation, SortOrder, TooltipDisplayMode, VisibilityMode, VizLegendOptionsBuilder, VizTooltipOptionsBuilder } from '@grafana/grafana-foundation-sdk/common';
import type { DynamicConfigValue, ThresholdsConfigBuilder } from '@grafana/grafana-foundation-sdk/dashboard';
import { PanelBuilder } from '@grafana/grafana-foundation-sdk/timeseries';
import { framed, type Measured } from './panel.js';
import { over } from './queries.js';
import { byThreshold, fixed, plain } from './thresholds.js';

/** A line that the dashboard names itself, so that it has a colour of its own. */
export interface Line {
  name: string;
  expr: string;
  colour: string;
  /** How it is drawn beside its colour: what is compared with is broken. */
  stroke?: 'solid' | 'dash' | 'dot' | 'none';
  /** The line that the area below is filled to. */
  fillTo?: string;
}

export interface Lines extends Measured {
  lines: Line[];
  min?: number;
  max?: number;
  /** The least upper end of the axis: a line at 0 is not drawn as if it were 100. */
  softMax?: number;
  /** Lines that are not to be crossed. */
  thresholds?: ThresholdsConfigBuilder;
  /** The width of the axis, where charts below each other share their time. */
  axisWidth?: number;
  /** As many steps as fit, where more would each hold too little. */
  steps?: number;
  repeat?: 'figure';
}

/** Few lines over time, each with its own colour and stroke. */
export function lines(spec: Lines): PanelBuilder {
  const panel = framed(new PanelBuilder(), spec, spec.lines.map((line) => over(line.expr, line.name)))
    .unit(spec.unit)
    .legend(new VizLegendOptionsBuilder().displayMode(LegendDisplayMode.List).placement(LegendPlacement.Bottom).showLegend(spec.lines.length > 1).calcs([]))
    .tooltip(new VizTooltipOptionsBuilder().mode(TooltipDisplayMode.Multi).sort(SortOrder.None))
    .lineInterpolation(LineInterpolation.Linear)
    .lineWidth(2)
    .fillOpacity(0)
    .showPoints(VisibilityMode.Never)
    .spanNulls(false)
    .thresholds(spec.thresholds ?? plain);
  if (spec.thresholds) panel.thresholdsStyle(new GraphThresholdsStyleConfigBuilder().mode(GraphThresholdsStyleMode.Dashed));
  if (spec.min !== undefined) panel.min(spec.min);
  if (spec.max !== undefined) panel.max(spec.max);
  if (spec.softMax !== undefined) panel.axisSoftMax(spec.softMax);
  if (spec.axisWidth !== undefined) panel.axisWidth(spec.axisWidth);
  if (spec.steps !== undefined) panel.maxDataPoints(spec.steps);
  if (spec.repeat !== undefined) panel.repeat(spec.repeat).repeatDirection('h').maxPerRow(4);
  if (!spec.thresholds) panel.colorScheme(byThreshold);
  for (const line of spec.lines) panel.overrideByName(line.name, look(line));
  return panel;
}

function look({ colour, stroke = 'solid', fillTo }: Line): DynamicConfigValue[] {
  const properties: DynamicConfigValue[] = [{ id: 'color', value: fixed(colour).build() }];
  if (stroke === 'none') properties.push({ id: 'custom.lineWidth', value: 0 }, { id: 'custom.hideFrom', value: { legend: true, tooltip: false, viz: false } });
  else if (stroke !== 'solid') properties.push({ id: 'custom.lineStyle', value: { fill: stroke, dash: stroke === 'dash' ? [10, 6] : [2, 6] } });
  if (fillTo !== undefined) properties.push({ id: 'custom.fillBelowTo', value: fillTo }, { id: 'custom.fillOpacity', value: 25 });
  return properties;
}

/** The edges of an interval, filled between. */
export const band = (lower: string, upper: string, colour: string): Line[] => [
  { name: 'at most', expr: upper, colour, stroke: 'none', fillTo: 'at least' },
  { name: 'at least', expr: lower, colour, stroke: 'none' },
];
