import { DataqueryBuilder, PromQueryFormat } from '@grafana/grafana-foundation-sdk/prometheus';
import { dataSource } from '../frame/source.js';

/** A query over the time range: a line, or a row of a chart. */
export const over = (expr: string, legend: string): DataqueryBuilder => query(expr, legend).range();

/** A query at the end of the time range. */
export const at = (expr: string, legend = ''): DataqueryBuilder => query(expr, legend).instant();

/** A query at the end of the time range whose labels become columns. */
export const tableAt = (expr: string): DataqueryBuilder => query(expr, '').instant().format(PromQueryFormat.Table);

const query = (expr: string, legend: string): DataqueryBuilder => new DataqueryBuilder().datasource(dataSource).expr(expr).legendFormat(legend);

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Queries with their letters, by which overrides and transformations find them. */
export const lettered = (queries: DataqueryBuilder[]): DataqueryBuilder[] => queries.map((q, i) => q.refId(letters[i]!));
