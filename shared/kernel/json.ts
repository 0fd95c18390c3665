const hostile = ['__proto__', 'constructor', 'prototype']
/** A key may hide behind escapes, so these are looked into as well. */
const suspicious = /__proto__|constructor|prototype|\\u/

/** JSON from a file, without the keys that would reach into an object's own workings (persistence.md, Security). */
export function parseJson(text: string): unknown {
  const value: unknown = JSON.parse(text)
  if (suspicious.test(text)) dropHostile(value)
  return value
}

/** Not by calling itself: what is nested very deep would be more than a call stack takes. */
function dropHostile(whole: unknown): void {
  const left = [whole]
  while (left.length > 0) {
    const value = left.pop()
    if (typeof value !== 'object' || value === null) continue
    for (const key of hostile) if (Object.hasOwn(value, key)) Reflect.deleteProperty(value, key)
    for (const inner of Object.values(value)) if (typeof inner === 'object') left.push(inner)
  }
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
