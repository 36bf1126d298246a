/** Every panel asks the data source that the first variable chooses. */
export const dataSource = { type: 'prometheus', uid: '${datasource}' } as const;

/** The option "All" of a variable. */
export const all = { selected: true, text: 'All', value: '$__all' };
