import { expect, test } from 'vitest'
import { nameInWords } from '#shared/i18n/names.ts'
import { translator } from '#shared/i18n/languages.ts'

test('an ordinary name stands in a sentence as it is', () => {
  for (const name of ['Halden & Reyes', 'Società <b>Ö</b>', 'O’Neill {x}']) expect(nameInWords(name)).toBe(name)
})

test('marks that turn the text around them are left out, and one that reads from the right is set apart', () => {
  expect(nameInWords('Evil\u202eknil\u2069\u0001')).toBe('Evilknil')
  expect(nameInWords('سارة')).toBe('\u2068سارة\u2069')
})

test('a name without end is shortened, with a sign that it is', () => {
  const short = nameInWords('x'.repeat(5000))
  expect(short).toHaveLength(80)
  expect(short.endsWith('x…')).toBe(true)
  expect(nameInWords('🌲'.repeat(80))).toBe('🌲'.repeat(80))
})

test('the translator does it to every name that it is given, and to nothing else', () => {
  const t = translator('en')
  const long = 'y'.repeat(300)
  const turned = 'a\u202eb'
  expect(t('clients.form.added', { client: turned })).toBe('Added ab')
  expect(t('clients.page.archivedWork', { work: long })).toBe(`Archived ${'y'.repeat(79)}…`)
  expect(t.markup('clients.list.readyOne', { client: turned, why: 'x', b: (chunks) => `[${chunks}]` })).toBe(
    '[ab] is ready for a retainer: x.',
  )
  expect(t('clients.list.readyMany', { clients: long, b: (chunks: string) => chunks } as never)).toContain(long)
})
