import { BigValueColorMode, BigValueGraphMode, BigValueTextMode, ReduceDataOptionsBuilder } from '@grafana/grafana-foundation-sdk/common';
import type { ThresholdsConfigBuilder, ValueMapping } from '@grafana/grafana-foundation-sdk/dashboard';
import { PanelBuilder } from '@grafana/grafana-foundation-sdk/stat';
import { framed, type Measured } from './panel.js';
import { at } from './queries.js';
import { byThreshold, plain } from './thresholds.js';

export interface Stat extends Measured {
  expr: string;
  thresholds?: ThresholdsConfigBuilder;
  states?: ValueMapping;
  /** The name to show in place of the value, from the labels. */
  name?: string;
}

/** One number. */
export function stat(spec: Stat): PanelBuilder {
  const panel = framed(new PanelBuilder(), spec, [at(spec.expr, spec.name ?? '')])
    .unit(spec.unit)
    .reduceOptions(new ReduceDataOptionsBuilder().calcs(['lastNotNull']).fields('').values(false))
    .graphMode(BigValueGraphMode.None)
    .colorMode(BigValueColorMode.Value)
    .textMode(spec.name === undefined ? BigValueTextMode.Value : BigValueTextMode.Name)
    .colorScheme(byThreshold)
    .thresholds(spec.thresholds ?? plain);
  if (spec.decimals !== undefined) panel.decimals(spec.decimals);
  if (spec.states) panel.mappings([spec.states]);
  return panel;
}
