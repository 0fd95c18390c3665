/** An element: its attributes by `@name`, what is in it by name; a list is the element so many times. */
export interface Element {
  readonly [name: string]: Content | undefined
}
export type Content = string | Element | readonly (Element | string)[]

/** Without the signs that steer a printer or a screen, which no file takes, and the blanks around it. */
export const clean = (text: string): string =>
  text.replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF]/g, '').trim()

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    // What XML 1.0 has no sign for.
    .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')

/** A whole file with one element on top. What is undefined is left out: the order is that of the object. */
export const xmlFile = (name: string, element: Element): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${written(name, element, '')}`

function written(name: string, content: Content, indent: string): string {
  if (typeof content === 'string') return `${indent}<${name}>${escaped(content)}</${name}>\n`
  if (Array.isArray(content)) return content.map((each: Element | string) => written(name, each, indent)).join('')
  const parts = Object.entries(content as Element).filter((part): part is [string, Content] => part[1] !== undefined)
  const attributes = parts.flatMap(([key, value]) =>
    key.startsWith('@') && typeof value === 'string' ? [` ${key.slice(1)}="${escaped(value)}"`] : [],
  )
  const head = `${name}${attributes.join('')}`
  const text = (content as Element)['#text']
  if (typeof text === 'string') return `${indent}<${head}>${escaped(text)}</${name}>\n`
  const inside = parts.filter(([key]) => !key.startsWith('@')).map(([key, value]) => written(key, value, `${indent}  `))
  return `${indent}<${head}>\n${inside.join('')}${indent}</${name}>\n`
}

/** `1234.50`: money, whole units and two decimals, as both formats ask for it. */
export function amountText(minorUnits: number): string {
  const cents = String(Math.abs(minorUnits)).padStart(3, '0')
  return `${minorUnits < 0 ? '-' : ''}${cents.slice(0, -2)}.${cents.slice(-2)}`
}

/** `22.00`, of 1/100 of a percent. */
export const percentText = (basisPoints: number): string => amountText(basisPoints)

/** Hours with as many decimals as a second needs: `2.50`, `0.08333333`. */
export function hoursText(seconds: number): string {
  const text = (Math.abs(seconds) / 3600).toFixed(8).replace(/0{1,6}$/, '')
  return seconds < 0 ? `-${text}` : text
}

/** Letters of Latin alphabets that are no plain one with a mark, by the plain ones that stand for them. */
const PLAIN: Readonly<Record<string, string>> = {
  Œ: 'OE',
  œ: 'oe',
  Ł: 'L',
  ł: 'l',
  Đ: 'D',
  đ: 'd',
  Ħ: 'H',
  ħ: 'h',
  Ŧ: 'T',
  ŧ: 't',
  Ŋ: 'N',
  ŋ: 'n',
  ı: 'i',
  ẞ: 'SS',
}

/**
 * Letters as the FatturaPA schema takes them: Latin-1 alone. Dashes and quotation marks become plain ones, letters
 * lose what they cannot keep, and what is left over becomes a question mark, so that nothing goes without a trace.
 */
export function latin1(text: string, most: number): string {
  const plain = text
    .normalize('NFC')
    .replaceAll(/[‐-―−]/g, '-')
    .replaceAll(/[‘’‚′]/g, "'")
    .replaceAll(/[“”„″]/g, '"')
    .replaceAll('€', 'EUR')
    .replaceAll('…', '...')
    .replaceAll(/\s+/g, ' ')
  const letters = Array.from(plain, (letter) => {
    if (letter <= '\u00FF') return letter
    const bare = PLAIN[letter] ?? letter.normalize('NFKD').replaceAll(/[\u0300-\u036F]/g, '')
    return /^[\u0020-\u00FF]+$/.test(bare) ? bare : '?'
  })
  return letters.join('').trim().slice(0, most)
}
