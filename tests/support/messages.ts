/** Every message of a language by its whole key: `today.needs.unpaid`. */
export function flatten(messages: object, prefix = ''): Map<string, string> {
  const flat = new Map<string, string>()
  for (const [key, value] of Object.entries(messages) as [string, object | string][]) {
    if (typeof value === 'string') flat.set(`${prefix}${key}`, value)
    else for (const [inner, text] of flatten(value, `${prefix}${key}.`)) flat.set(inner, text)
  }
  return flat
}

/**
 * The names of what an ICU message is told: `{days, plural, one {# day} other {# days in {month}}}` is told `days` and
 * `month`, and `<strong>…</strong>` how to show `strong`. The words in a plural's arms are no names.
 */
export function argumentsOf(message: string): Set<string> {
  const names = new Set<string>([...message.matchAll(/<(\w+)>/g)].map(([, tag = '']) => `<${tag}>`))
  let at = 0
  /** Reads text up to the brace that closes it, or the end. */
  const text = (): void => {
    for (; at < message.length && message[at] !== '}'; at += 1) if (message[at] === '{') argument()
  }
  const argument = (): void => {
    const [whole = '', name = '', kind] = /^\{\s*(\w+)\s*(?:,\s*(\w+))?/.exec(message.slice(at)) ?? []
    if (name === '') throw new Error(`not a message: ${message}`)
    names.add(name)
    at += whole.length
    const hasArms = kind === 'plural' || kind === 'select' || kind === 'selectordinal'
    for (; at < message.length && message[at] !== '}'; at += 1)
      if (hasArms && message[at] === '{') {
        at += 1
        text()
      }
    if (at >= message.length) throw new Error(`a brace is open: ${message}`)
  }
  text()
  return names
}
