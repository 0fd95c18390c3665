/** The fields that are there: an absent one and one that is `undefined` mean the same, "leave it as it is". */
export type Defined<Fields> = { [Key in keyof Fields]?: Exclude<Fields[Key], undefined> }

export const defined = <Fields extends object>(fields: Fields): Defined<Fields> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Defined<Fields>
