import { expect, test } from 'vitest'
import { readPaper } from '#shared/documents/kept-paper.ts'
import { paperNow, papersToKeep, sentPaper } from '#shared/documents/sent-papers.ts'
import { applyToBook, type Book } from '#shared/domain/book.ts'
import { day } from '#shared/kernel/day.ts'
import { minor } from '#shared/kernel/units.ts'
import { made, replaced } from '#shared/model/change.ts'
import { retainerSchema, type Retainer } from '#shared/model/engagement.ts'
import { proposalSchema } from '#shared/model/proposal.ts'
import { preferencesId, preferencesSchema } from '#shared/model/preferences.ts'
import { agreement, testId, work as workOf } from '#tests/support/agreements.ts'
import { bookOf, clientNamed, hourlyFor } from '#tests/support/books.ts'

const today = day('2026-10-22')
const later = day('2027-02-01')
const client = clientNamed('Forlì & Co.')
const preferences = preferencesSchema.parse({
  id: preferencesId,
  timeZone: 'Europe/Rome',
  currency: 'EUR',
  listRate: 10_000,
  logo: 'data:image/png;base64,AAAA',
  billing: { issuer: { name: 'Giulia Serra' } },
})
const draft: Retainer = retainerSchema.parse({
  id: testId(1),
  clientId: client.id,
  kind: 'retainer',
  name: '',
  status: 'draft',
  agreement: agreement({ startsOn: day('2026-11-01') }),
})
const bookWith = (retainer: Retainer): Book =>
  bookOf(made('preferences', preferences), made('clients', client), made('engagements', retainer))
const sentOn = (of: Retainer): Retainer => ({
  ...of,
  status: 'proposed',
  sentOn: today,
  sent: papersToKeep(bookWith(of), of, 'proposed', today),
})
/** The user moves, the client is renamed, time passes. */
const changed = (retainer: Retainer): Book => {
  const book = bookWith(retainer)
  const issuer = { ...preferences.billing.issuer, name: 'Serra & Figli' }
  applyToBook(book, [
    replaced('clients', client, { ...client, name: 'Forlì Group' }),
    replaced('preferences', preferences, {
      ...preferences,
      logo: null,
      billing: { ...preferences.billing, issuer, dueDays: 60 },
    }),
  ])
  return book
}
const dearer = (of: Retainer): Retainer => ({
  ...of,
  agreement: agreement({
    startsOn: day('2026-11-01'),
    versions: [{ from: day('2026-11-01'), fee: minor(200_000), included: 600 }],
  }),
})

test('what was sent is shown as it was sent, whatever becomes of settings, client and terms', () => {
  const sent = sentOn(draft)
  for (const which of ['proposal', 'agreement'] as const) {
    const page = paperNow(bookWith(draft), draft, which, today)
    expect(sentPaper(sent, which)).toEqual(page)
    expect(sentPaper(dearer(sent), which)).toEqual(page)
    expect(paperNow(changed(sent), sent, which, later)).not.toEqual(page)
  }
})

test('the sign is kept once for both pages', () => {
  const { sent } = sentOn(draft)
  expect(sent?.logo).toBe(preferences.logo)
  expect(`${sent?.proposal}${sent?.agreement}`).not.toContain('data:image')
})

test('what is signed is what was sent, though name and settings have changed', () => {
  const sent = sentOn(draft)
  const settings = bookWith(sent)
  applyToBook(settings, [replaced('preferences', preferences, { ...preferences, logo: null })])
  expect(papersToKeep(settings, sent, 'active', later)).toBe(sent.sent)
})

test('with other terms the agreement that is signed has those, and the proposal stays the one that was sent', () => {
  const sent = dearer(sentOn(draft))
  const kept = papersToKeep(bookWith(sent), sent, 'active', today)
  expect(kept.proposal).toBe(sent.sent?.proposal)
  expect(kept.agreement).toContain('2,000.00')
  expect(kept.agreement).not.toContain('1,000.00')
})

test('what is signed without having been sent is kept as it is then', () => {
  const kept = papersToKeep(bookWith(draft), draft, 'active', today)
  expect(sentPaper({ ...draft, status: 'active', sent: kept }, 'agreement')).toEqual(
    paperNow(bookWith(draft), draft, 'agreement', today),
  )
})

test('what is sent again is of the day on which it is, with what was worked until then', () => {
  const hours = hourlyFor(client, '')
  const work = ['09', '10', '11', '12'].map((month, index) =>
    made('entries', { ...workOf(index + 2, { on: `2026-${month}-10`, hours: 10 }), engagementId: hours.id }),
  )
  const of = { ...draft, proposal: proposalSchema.parse({}) }
  const sent = sentOn(of)
  const book = bookOf(
    made('preferences', preferences),
    made('clients', client),
    made('engagements', hours),
    made('engagements', sent),
    ...work,
  )
  const again = { ...sent, sent: papersToKeep(book, sent, 'proposed', later) }
  for (const which of ['proposal', 'agreement'] as const) {
    expect(sentPaper(again, which)).toEqual(paperNow(book, of, which, later))
    expect(sentPaper(again, which)?.facts).toContainEqual(['Date', '1 February 2027'])
  }
  // Signed with other terms: the day of the signature.
  const signed = papersToKeep(book, dearer(sent), 'active', later)
  expect(readPaper(signed.agreement)?.facts).toContainEqual(['Date', '1 February 2027'])
  expect(JSON.stringify(sentPaper(again, 'proposal')?.blocks)).toContain('December 2026')
})

test('a page that is damaged is none', () => {
  for (const text of ['', '{', 'null', '[]', '{"title":"x","name":"y","language":"en"}', undefined])
    expect(readPaper(text)).toBeNull()
})

test('of a term that stays open another start is another agreement: what is signed says it', () => {
  const open = (startsOn: string): Retainer => ({
    ...draft,
    agreement: agreement({ startsOn: day(startsOn), term: { periods: 12, atEnd: 'open' } }),
  })
  const sent = sentOn(open('2026-11-01'))
  const moved: Retainer = { ...sent, agreement: open('2026-12-01').agreement }
  const signed = papersToKeep(bookWith(moved), moved, 'active', later)
  expect(signed).not.toEqual(sent.sent)
  expect(readPaper(signed.agreement)?.facts[1]?.[1]).toBe('1 December 2026')
  expect(papersToKeep(bookWith(sent), sent, 'active', later)).toEqual(sent.sent)
})
