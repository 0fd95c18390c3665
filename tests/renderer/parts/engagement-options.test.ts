import { expect, test } from 'vitest'
import { choiceNamed, engagementChoices, rankChoices } from '#renderer/parts/engagement-options.ts'
import { day } from '#shared/kernel/day.ts'
import { made } from '#shared/model/change.ts'
import type { Engagement } from '#shared/model/engagement.ts'
import { entrySchema } from '#shared/model/entry.ts'
import { bookOf, clientNamed, hourlyFor, newId, retainerFor } from '#tests/support/books.ts'

const halden = clientNamed('Halden & Reyes')
const perche = clientNamed('Perché No')
const obel = clientNamed('Obel Robotics')
const past = clientNamed('Long Gone', { archived: true })

const messaging = retainerFor(halden, 'Q4 messaging')
const menu = hourlyFor(perche, 'Menu')
const site = hourlyFor(obel, 'Launch site')
const docs = hourlyFor(obel, 'Manual, 2nd edition')
const shelved = hourlyFor(obel, 'Shelved', true)
const ended = { ...retainerFor(halden, 'Last year'), status: 'ended' } as Engagement
const gone = hourlyFor(past, '')

const workedAt = (engagement: Engagement, start: string, end: string) =>
  made('entries', entrySchema.parse({ id: newId(), engagementId: engagement.id, start, end }))

const book = bookOf(
  ...[halden, perche, obel, past].map((client) => made('clients', client)),
  ...[messaging, menu, site, docs, shelved, ended, gone].map((engagement) => made('engagements', engagement)),
  workedAt(menu, '2026-03-02T09:00:00Z', '2026-03-02T10:00:00Z'),
  workedAt(site, '2026-03-03T09:00:00Z', '2026-03-03T10:00:00Z'),
)
const today = day('2026-03-04')
const choices = engagementChoices(book, { chosen: undefined, today, ownWork: 'Own work' })
const names = (list: typeof choices): string[] => list.map((choice) => choice.name)
const find = (text: string): string[] => names(rankChoices(choices, text))

test('the last used come first, own work last; archived and ended ones are not offered', () => {
  expect(names(choices)).toEqual([
    'Obel Robotics, Launch site',
    'Perché No, Menu',
    'Halden & Reyes, Q4 messaging',
    'Obel Robotics, Manual, 2nd edition',
    'Own work',
  ])
  expect(rankChoices(choices, '  ')).toEqual(choices)
})

test('what has ended is offered where it is asked for, and what is chosen always', () => {
  expect(names(engagementChoices(book, { chosen: null, withEnded: true, today, ownWork: '' }))).toContain(
    'Halden & Reyes, Last year',
  )
  expect(names(engagementChoices(book, { chosen: shelved.id, today, ownWork: '' }))).toContain('Obel Robotics, Shelved')
})

test.each([
  ['perche', 'Perché No, Menu'],
  ['PERCHÉ', 'Perché No, Menu'],
  ['haldne', 'Halden & Reyes, Q4 messaging'],
  ['mesaging', 'Halden & Reyes, Q4 messaging'],
  ['q4 hald', 'Halden & Reyes, Q4 messaging'],
  ['own', 'Own work'],
  ['manual', 'Obel Robotics, Manual, 2nd edition'],
])('%s finds %s', (text, name) => expect(find(text)[0]).toBe(name))

test('alike matches keep their order, and what nothing matches is empty', () => {
  expect(find('obel')).toEqual(['Obel Robotics, Launch site', 'Obel Robotics, Manual, 2nd edition'])
  expect(find('zzz')).toEqual([])
  // Signs alone are no name, and so not everybody's.
  for (const signs of ['-', ' – ', '"', '&', '…', '- -']) expect(find(signs)).toEqual([])
  expect(find('-obel "')).toHaveLength(2)
})

test('words at the beginning of a line name somebody by beginnings of words, not by a letter inside one', () => {
  const named = (text: string) => choiceNamed(choices, text)?.name ?? null
  for (const text of ['e', 'a', 'l', 'a mail', 'e mezza', 'unch', '-', 'zzz'])
    expect([text, named(text)]).toEqual([text, null])
  expect(named('obel')).toBe('Obel Robotics, Launch site')
  expect(named('ob man')).toBe('Obel Robotics, Manual, 2nd edition')
  expect(named('haldne')).toBe('Halden & Reyes, Q4 messaging')
  expect(named('perche')).toBe('Perché No, Menu')
})
