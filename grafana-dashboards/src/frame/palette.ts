/**
 * Colours that stay apart for colour-blind eyes: Okabe and Ito's for lines that the dashboard names, cividis for values.
 * What the data names (models, features, classes) is a row or a bar beside its name: its colour is its value.
 */
export const palette = {
  blue: '#0072B2',
  sky: '#56B4E9',
  green: '#009E73',
  yellow: '#F0E442',
  orange: '#E69F00',
  vermillion: '#D55E00',
  purple: '#CC79A7',
  grey: '#999999',
} as const;

/** Steps of cividis, from what can be overlooked to what cannot. */
export const intensity = ['#00336F', '#58617A', '#A69D75', '#FFEA46'] as const;

/** Steps of one blue, for amounts that are neither good nor bad. */
export const amount = ['#10283D', '#1F4E79', '#3B82B5', '#9BD1F2'] as const;
