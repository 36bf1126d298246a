import { MappingType, type ValueMapping } from '@grafana/grafana-foundation-sdk/dashboard';

/** A number that stands for a state, with the state's word and colour. */
export type State = readonly [value: number, text: string, color: string];

export const states = (...all: State[]): ValueMapping => ({
  type: MappingType.ValueToText,
  options: Object.fromEntries(all.map(([value, text, color], index) => [String(value), { text, color, index }])),
});
