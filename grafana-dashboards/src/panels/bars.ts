import { BarGaugeDisplayMode, BarGaugeNamePlacement, BarGaugeSizing, BarGaugeValueMode, ReduceDataOptionsBuilder, VizOrientation, VizTextDisplayOptionsBuilder } from '@grafana/grafana-foundation-sdk/common';
import { PanelBuilder } from '@grafana/grafana-foundation-sdk/bargauge';
import type { ThresholdsConfigBuilder } from '@grafana/grafana-foundation-sdk/dashboard';
import { dataSource } from '../frame/source.js';
import type { Measured } from './panel.js';
import { at, lettered } from './queries.js';
import { byThreshold, plain } from './thresholds.js';

export interface Bars extends Measured {
  bars: { name: string; expr: string }[];
  thresholds?: ThresholdsConfigBuilder;
  max?: number;
}

/** What the data names, the largest first, each as a bar beside its name. */
export function bars(spec: Bars): PanelBuilder {
  const panel = new PanelBuilder()
    .title(spec.title)
    .description(spec.description)
    .span(spec.width)
    .height(spec.height)
    .datasource(dataSource)
    .unit(spec.unit)
    .min(0)
    .noValue(spec.noValue ?? 'No data')
    .targets(lettered(spec.bars.map((bar) => at(bar.expr, bar.name))))
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
