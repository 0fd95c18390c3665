type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> }

/**
 * Leaves out what is undefined, so that an optional prop of ours can be handed on to a component whose optional props
 * must be absent rather than undefined.
 */
export function given<T extends object>(props: T): Given<T> {
  return Object.fromEntries(Object.entries(props).filter(([, value]) => value !== undefined)) as Given<T>
}
