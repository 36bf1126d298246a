import { BarGaugeDisplayMode, BarGaugeNamePlacement, BarGaugeSizing, BarGaugeValueMode, ReduceDataOptionsBuilder, VizOrientation, VizTextDisplayOptionsBuilder } from '@grafana/grafana-foundation-sdk/common';
import { PanelBuilder } from '@grafana/grafana-foundation-sdk/bargauge';
import type { ThresholdsConfigBuilder } from '@grafana/grafana-foundation-sdk/dashboard';
import { framed, type Measured } from './panel.js';
import { at } from './queries.js';
import { byThreshold, plain } from './thresholds.js';

export interface Bars extends Measured {
  bars: { name: string; expr: string }[];
  thresholds?: ThresholdsConfigBuilder;
  max?: number;
}

/** What the data names, the largest first, each as a bar beside its name. */
export function bars(spec: Bars): PanelBuilder {
  const panel = framed(new PanelBuilder(), spec, spec.bars.map((bar) => at(bar.expr, bar.name)))
    .unit(spec.unit)
    .min(0)
    .reduceOptions(new ReduceDataOptionsBuilder().calcs(['lastNotNull']).fields('').values(false))
    .orientation(VizOrientation.Horizontal)
    .displayMode(BarGaugeDisplayMode.Basic)
    .valueMode(BarGaugeValueMode.Text)
    .namePlacement(BarGaugeNamePlacement.Left)
    .sizing(BarGaugeSizing.Manual)
    // Grafana leaves a name the room that it would take at 12.
    .text(new VizTextDisplayOptionsBuilder().titleSize(11).valueSize(13))
    .minVizHeight(16)
    .maxVizHeight(28)
    .showUnfilled(true)
    .colorScheme(byThreshold)
    .thresholds(spec.thresholds ?? plain);
  if (spec.decimals !== undefined) panel.decimals(spec.decimals);
  if (spec.max !== undefined) panel.max(spec.max);
  return panel;
}
