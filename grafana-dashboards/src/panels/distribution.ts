import { LegendDisplayMode, LegendPlacement, StackingMode, TooltipDisplayMode, VisibilityMode, VizLegendOptionsBuilder, VizOrientation, VizTooltipOptionsBuilder } from '@grafana/grafana-foundation-sdk/common';
import { PanelBuilder } from '@grafana/grafana-foundation-sdk/barchart';
import { framed, type Measured } from './panel.js';
import { tableAt } from './queries.js';
import { fixed } from './thresholds.js';

/** Two bars a group: what is, and what it is compared with. */
export interface Distribution extends Measured {
  /** The label that names the groups; its values sort as they should stand. */
  by: string;
  now: { name: string; expr: string; colour: string };
  compared: { name: string; expr: string; colour: string };
}

/** Shares of groups beside those that they are compared with. */
export function distribution(spec: Distribution): PanelBuilder {
  const { by, now, compared } = spec;
  return framed(new PanelBuilder(), spec, [tableAt(now.expr), tableAt(compared.expr)])
    .unit(spec.unit)
    .min(0)
    .transformations([
      { id: 'joinByField', options: { byField: by, mode: 'outer' } },
      { id: 'filterFieldsByName', options: { include: { pattern: `^(${by}|Value.*)$` } } },
      { id: 'organize', options: { renameByName: { 'Value #A': now.name, 'Value #B': compared.name }, indexByName: { [by]: 0, 'Value #A': 1, 'Value #B': 2 }, excludeByName: {} } },
      { id: 'sortBy', options: { sort: [{ field: by }] } },
    ])
    .xField(by)
    .orientation(VizOrientation.Auto)
    .stacking(StackingMode.None)
    .showValue(VisibilityMode.Never)
    .groupWidth(0.75)
    .barWidth(0.95)
    .fillOpacity(80)
    .lineWidth(1)
    .xTickLabelSpacing(100)
    .xTickLabelMaxLength(20)
    .legend(new VizLegendOptionsBuilder().displayMode(LegendDisplayMode.List).placement(LegendPlacement.Bottom).showLegend(true).calcs([]))
    .tooltip(new VizTooltipOptionsBuilder().mode(TooltipDisplayMode.Multi))
    .overrideByName(now.name, [{ id: 'color', value: fixed(now.colour).build() }])
    .overrideByName(compared.name, [{ id: 'color', value: fixed(compared.colour).build() }]);
}
