import { expect, test } from 'vitest'
import { messages, translator } from '#shared/i18n/languages.ts'
import { argumentsOf, flatten } from '#tests/support/messages.ts'

const english = flatten(messages.en)
const italian = flatten(messages.it)

test.each([
  ['no argument', []],
  ['of {limit} in {month}', ['limit', 'month']],
  ['{count, plural, =0 {none} one {# hour} other {# hours of {limit}}} left', ['count', 'limit']],
  ['{kind, select, fee {fee} other {Other}}', ['kind']],
  ['{share, number, percent} of <strong>{name}</strong>', ['share', 'name', '<strong>']],
])('the arguments of %j', (message, expected) => {
  expect([...argumentsOf(message)].toSorted()).toEqual(expected.toSorted())
})

test('both languages have the same keys', () => {
  expect([...italian.keys()].toSorted()).toEqual([...english.keys()].toSorted())
})

test('no text is empty, and none has an edge of blank', () => {
  const blank = [...english, ...italian].filter(([, text]) => text === '' || text !== text.trim())
  expect(blank).toEqual([])
})

test('both languages are told the same', () => {
  const other = [...english].flatMap(([key, text]) => {
    const [en, it] = [[...argumentsOf(text)].toSorted(), [...argumentsOf(italian.get(key) ?? '')].toSorted()]
    return JSON.stringify(en) === JSON.stringify(it) ? [] : [{ key, en, it }]
  })
  expect(other).toEqual([])
})

/** design/README.md, Words. */
test('nobody shouts, begs or boasts', () => {
  const loud = [...english, ...italian].filter(([, text]) => /!|\bplease\b|\bsuccessfully\b|per favore/i.test(text))
  expect(loud).toEqual([])
})

test('every message can be said', () => {
  for (const language of ['en', 'it'] as const) {
    const say = translator(language) as unknown as (key: string, values: object) => string
    for (const [key, text] of flatten(messages[language])) {
      const names = [...argumentsOf(text)]
      if (names.some((name) => name.startsWith('<'))) continue
      const said = say(key, Object.fromEntries(names.map((name) => [name, 2])))
      expect(said).not.toBe('')
      expect(said).not.toMatch(/[{}]/)
    }
  }
})
