import { DatasourceVariableBuilder, QueryVariableBuilder, VariableRefresh, VariableSort } from '@grafana/grafana-foundation-sdk/dashboard';
import { all, dataSource } from './source.js';

const labelled = { namespace: 'Namespace', job: 'Job', instance: 'Instance', model: 'Model', model_version: 'Version', feature: 'Feature', window: 'Window', figure: 'Figure' } as const;

export type VariableName = keyof typeof labelled;

export const dataSourceVariable = (): DatasourceVariableBuilder => new DatasourceVariableBuilder('datasource').label('Data source').type('prometheus');

/** A variable that lists a label's values, or what a query finds. */
function query(name: VariableName, text: string): QueryVariableBuilder {
  return new QueryVariableBuilder(name)
    .label(labelled[name])
    .datasource(dataSource)
    .query({ query: text, refId: name })
    .definition(text)
    .refresh(VariableRefresh.OnTimeRangeChanged)
    .sort(VariableSort.NaturalAsc);
}

/** A choice of one. */
export const one = (name: VariableName, text: string): QueryVariableBuilder => query(name, text);

/** A choice of many, at first all. All of them also means those without the label, where it says so. */
export const many = (name: VariableName, text: string, allValue = '.+'): QueryVariableBuilder => query(name, text).multi(true).includeAll(true).allValue(allValue).current(all);
