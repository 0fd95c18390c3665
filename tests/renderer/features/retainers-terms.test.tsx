// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'
import { RetainerEditor } from '#renderer/features/retainers/retainer-editor.tsx'
import { day } from '#shared/kernel/day.ts'
import type { Id } from '#shared/kernel/id.ts'
import { minor } from '#shared/kernel/units.ts'
import { made, type Edit } from '#shared/model/change.ts'
import type { Engagement } from '#shared/model/engagement.ts'
import { clientNamed, hourlyFor, retainerFor } from '#tests/support/books.ts'
import { showPlace } from '#tests/support/face.tsx'
import { field, leave, ledgerRows, now, press, sentence, standStill, type, worked } from './editor-face.ts'

standStill()

/** A client by the hour, new for each test: a draft that was left behind is found again by its client. */
let acme = clientNamed('Acme')
let hours = hourlyFor(acme, '')
let base: Edit[] = []
beforeEach(() => {
  acme = clientNamed('Acme', { listRate: minor(10_000) })
  hours = hourlyFor(acme, '')
  base = [made('clients', acme), made('engagements', hours)]
})
const obel = clientNamed('Obel')
const agreed = retainerFor(obel, '')

const fault = (name: string): string =>
  (field(name).getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent ?? '')
    .join('')

const theRetainer = (book: { workspace: { tables: { engagements: ReadonlyMap<Id, Engagement> } } }): unknown =>
  [...book.workspace.tables.engagements.values()].find(({ kind }) => kind === 'retainer')
const choose = (name: RegExp, option: RegExp): void => {
  press(name)
  fireEvent.click(screen.getByRole('option', { name: option }))
}

test('deliverables: what one more costs follows the fee until it is said, and the sentence counts them', async () => {
  const { book } = await showPlace(<RetainerEditor clientId={acme.id} />, {
    now,
    edits: [...base, worked(hours.id, '2026-09-10', 10 * 3600)],
  })
  fireEvent.click(screen.getByRole('radio', { name: 'Deliverables' }))
  type('Deliverables a month', '4')
  type('Fee a month', '2,000.00')
  expect(field('Price of one more').value).toBe('500.00')
  expect(sentence()).toContain(
    'pays €2,000 on the first of each month for 4 deliverables. Past that each one costs €500.',
  )
  expect(screen.queryByRole('group', { name: 'Rounding' })).toBeNull()
  press('Make the retainer')
  const agreement = { basis: 'deliverables', listRate: 50_000, versions: [{ fee: 200_000, included: 4 }] }
  await waitFor(() => expect(theRetainer(book)).toMatchObject({ agreement }))
})

test('access by the quarter draws on nothing: there is nothing to carry, to round or to be told of', async () => {
  const { book } = await showPlace(<RetainerEditor clientId={acme.id} />, { now, edits: base })
  fireEvent.click(screen.getByRole('radio', { name: 'Access' }))
  choose(/Period$/, /Quarter/)
  type('Fee a quarter', '900.00')
  for (const name of ['Unused time', 'Past the hours', 'Rounding', 'Alerts at'])
    expect(screen.queryByRole('group', { name })).toBeNull()
  // November is no quarter's first month: then it matters from when the quarters count.
  choose(/Begins$/, /Its start day/)
  expect(sentence()).toContain('Acme pays €900 every three months from 1 November to have you on call.')
  press('Make the retainer')
  const agreement = { basis: 'access', period: { every: 'quarter', anchor: 'anniversary' }, rollover: null }
  await waitFor(() => expect(theRetainer(book)).toMatchObject({ agreement }))
})

test('a trial ends by itself and says what it leads to', async () => {
  const { book } = await showPlace(<RetainerEditor clientId={acme.id} />, { now, edits: base })
  type('Hours a month', '10')
  type('Fee a month', '1000')
  type('Term', '3')
  choose(/At the end$/, /Is a trial/)
  expect(field('Leads to').value).toBe('6')
  type('Leads to', '12')
  expect(sentence()).toContain('It is a trial: if it is kept, 12 months follow.')
  press('Make the retainer')
  const agreement = { trial: true, leadsTo: 12, term: { periods: 3, atEnd: 'ends' } }
  await waitFor(() => expect(theRetainer(book)).toMatchObject({ agreement }))
})

test('another rounding counts each entry anew in the ledger beside it', async () => {
  const edits = [
    ...base,
    worked(hours.id, '2026-09-08', 3600 + 60, 'Call'),
    worked(hours.id, '2026-09-09', 3600 + 60, 'Call'),
  ]
  await showPlace(<RetainerEditor clientId={acme.id} />, { now, edits })
  type('Hours a month', '10')
  type('Fee a month', '1000')
  await waitFor(() => expect(ledgerRows()[0]).toContain('| 2:02 |'))
  choose(/Rounding$/, /Up to 30 min/)
  await waitFor(() => expect(ledgerRows()[0]).toContain('| 3:00 |'))
  expect(sentence()).toContain('Each entry counts up to the next 30 minutes.')
})

test('alerts are shares, in their order; what is none is said at its field', async () => {
  const { book } = await showPlace(<RetainerEditor clientId={acme.id} />, { now, edits: base })
  type('Hours a month', '10')
  type('Fee a month', '1000')
  type('Alerts at', 'often')
  leave('Alerts at')
  expect(fault('Alerts at')).toBe('Shares in percent, like 80, 100')
  type('Alerts at', '90 50, 90')
  leave('Alerts at')
  expect(field('Alerts at').value).toBe('50, 90')
  press('Make the retainer')
  await waitFor(() => expect(theRetainer(book)).toMatchObject({ agreement: { alerts: [50, 90] } }))
})

test('what was signed stays on its basis; a draft may still become another thing', async () => {
  await showPlace(<RetainerEditor id={agreed.id} />, {
    now,
    edits: [made('clients', obel), made('engagements', agreed)],
  })
  expect(screen.queryByRole('radio', { name: 'Access' })).toBeNull()
  expect(field('Basis').value).toBe('Hours')
})

test('periods that have begun under a signed agreement stay, and it says what to do; a draft’s are free', async () => {
  const partly = (status: 'active' | 'draft'): Engagement => {
    const engagement = retainerFor(obel, '')
    if (engagement.kind !== 'retainer') throw new Error('A retainer is no other work')
    const { agreement } = engagement
    const startsOn = day('2026-01-15')
    const versions = agreement.versions.map((version) => ({ ...version, from: startsOn }))
    return { ...engagement, status, agreement: { ...agreement, startsOn, versions } }
  }
  const signed = partly('active')
  await showPlace(<RetainerEditor id={signed.id} />, {
    now,
    edits: [made('clients', obel), made('engagements', signed)],
  })
  for (const name of ['Period', 'Begins', 'First month']) {
    expect(field(name).readOnly).toBe(true)
    expect(fault(name)).toContain('end it and agree on a new one that follows')
  }
  const parts = screen.getAllByRole('spinbutton', { name: /Starts/ })
  expect(parts.map((part) => part.getAttribute('aria-readonly'))).toEqual(['true', 'true', 'true'])
  expect(screen.queryByRole('button', { name: /Period$/ })).toBeNull()
  cleanup()
  const draft = partly('draft')
  await showPlace(<RetainerEditor id={draft.id} />, { now, edits: [made('clients', obel), made('engagements', draft)] })
  choose(/Period$/, /Quarter/)
  expect(field('Fee a quarter').readOnly).toBe(false)
})
