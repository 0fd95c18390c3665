/**
 * Emphasis inside a sentence that is worked out as text: for `t.markup`, so that the words are made and tested without
 * a window. `plain` takes it out again.
 */
const [STRONG, CHANGED, END] = ['\u0001', '\u0002', '\u0003']

export const strong = (chunks: string): string => `${STRONG}${chunks}${END}`
/** A figure that is not what was agreed before. */
export const changed = (chunks: string): string => `${CHANGED}${chunks}${END}`

export interface SpokenPart {
  readonly text: string
  readonly emphasis: 'none' | 'strong' | 'changed'
}

export const spokenParts = (text: string): SpokenPart[] =>
  text
    .split(/([\u0001\u0002][^\u0003]*\u0003)/)
    .filter((part) => part !== '')
    .map((part) => ({
      text: part.replaceAll(/[\u0001-\u0003]/g, ''),
      emphasis: part.startsWith(STRONG) ? 'strong' : part.startsWith(CHANGED) ? 'changed' : 'none',
    }))

export const plain = (text: string): string => text.replaceAll(/[\u0001-\u0003]/g, '')
