import type { DataSourceRef } from '@grafana/grafana-foundation-sdk/common';
import type { DataqueryBuilder } from '@grafana/grafana-foundation-sdk/prometheus';
import { dataSource } from '../frame/source.js';
import { lettered } from './queries.js';

/** What every panel has: what it shows, and in plain words what would make the reader worry. */
export interface Description {
  title: string;
  description: string;
  /** Columns of 24 that it is wide. */
  width: number;
  height: number;
  /** What stands there when nothing is known. */
  noValue?: string;
}

export interface Measured extends Description {
  unit: string;
  /** Of the values; on an axis they would leave out the steps between. */
  decimals?: number;
}

/** What the builders of all kinds of panels have in common. */
interface Frame<Builder> {
  title(title: string): Builder;
  description(description: string): Builder;
  span(width: number): Builder;
  height(height: number): Builder;
  datasource(source: DataSourceRef): Builder;
  noValue(text: string): Builder;
  targets(queries: DataqueryBuilder[]): Builder;
}

/** Gives a panel of any kind what every panel has. */
export function framed<Builder extends Frame<Builder>>(panel: Builder, spec: Description, queries: DataqueryBuilder[]): Builder {
  return panel
    .title(spec.title)
    .description(spec.description)
    .span(spec.width)
    .height(spec.height)
    .datasource(dataSource)
    .noValue(spec.noValue ?? 'No data')
    .targets(lettered(queries));
}
