import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { messages } from '#shared/i18n/languages.ts'
import en from '#shared/i18n/terms/en.ts'
import { terms } from '#shared/i18n/terms/index.ts'
import it from '#shared/i18n/terms/it.ts'

const features = path.resolve(import.meta.dirname, '../../../renderer/features')

/** The terms that a screen explains where it uses them. */
function explained(): Set<string> {
  const found = new Set<string>()
  for (const name of readdirSync(features, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.tsx')) continue
    const text = readFileSync(path.join(features, name), 'utf8')
    for (const [, of = ''] of text.matchAll(/(?:<TermHelp of=|<Terms of=|<Hint term=|\bterm=)((?:\{[^}]*\})|"\w+")/g))
      for (const [, term = ''] of of.matchAll(/['"](\w+)['"]/g)) found.add(term)
  }
  return found
}

test('every word of the trade is explained where it is used, and no other is asked for', () => {
  const used = explained()
  expect(terms.filter((term) => !used.has(term))).toEqual([])
})

test.each(terms)('%s is explained in both languages, shortly and with an example of its own', (term) => {
  for (const [own, other] of [[en, it] as const, [it, en] as const]) {
    const { text, example } = own[term]
    expect(text).not.toBe(other[term].text)
    expect(text).toMatch(/[.?]$/)
    expect(text.length).toBeLessThan(220)
    expect(example).toMatch(/[.?]$/)
    expect(example.length).toBeGreaterThan(20)
    expect(example.length).toBeLessThan(180)
    expect(example).not.toBe(text)
  }
  expect(messages.en.help.terms[term]).not.toBe('')
})
