// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { RetainerEditor } from '#renderer/features/retainers/retainer-editor.tsx'
import { withPause } from '#shared/domain/versions.ts'
import { day } from '#shared/kernel/day.ts'
import { minor, minutes } from '#shared/kernel/units.ts'
import { made } from '#shared/model/change.ts'
import type { Retainer } from '#shared/model/engagement.ts'
import { clientNamed, retainerFor } from '#tests/support/books.ts'
import { closed } from '#tests/support/closings.ts'
import { plainText, showPlace } from '#tests/support/face.tsx'
import { field, ledgerRows, now, press, sentence, standStill, type, worked } from './editor-face.ts'

standStill()

const obel = clientNamed('Obel')
/** Ten hours a month for 1,000 since January, signed; another one for each test, since what was typed is kept by it. */
const signed = (): Retainer => retainerFor(obel, '') as Retainer

/** The rows of the months to come, each with its cells. */
const aheadRows = (): string[] =>
  within(screen.getByRole('table', { name: 'Months to come' }))
    .getAllByRole('row')
    .slice(1)
    .map((row) => [...row.children].map((cell) => plainText(cell.textContent)).join(' | '))

test('other terms show what they change from their own day on, and what the same months come to', async () => {
  const agreed = signed()
  const edits = [made('clients', obel), made('engagements', agreed), worked(agreed.id, '2026-09-03', 16 * 3600)]
  await showPlace(<RetainerEditor id={agreed.id} />, { now, edits })
  // 16 h of the last six whole months: 2 h 40 min a month.
  expect(aheadRows()[0]).toBe('Nov 2026 | 1,000.00 | – | 10:00 | 2:40 | – | – | –')
  type('Hours a month', '2')
  type('Fee a month', '300')
  await waitFor(() =>
    expect(aheadRows()[0]).toContain('300.001,000.00was 1,000.00 | – | 2:0010:00was 10:00 | 2:40 | 0:40'),
  )
  expect(aheadRows().at(-1)).toContain('6 months | 1,800.006,000.00was 6,000.00')
  const words = plainText(screen.getByRole('region', { name: 'Months to come' }).textContent)
  expect(words).toContain(
    'From 1 November 2026 on, over these six months, the new terms bring €4,200 less in fees, include 48 h less',
  )
  expect(words).toContain('As if 2 h 40 min were used a month, the mean of the last 6 months.')
  // From a later day on it is the later months that are told.
  press(/Applies from$/)
  fireEvent.click(screen.getByRole('option', { name: '1 December 2026' }))
  await waitFor(() => expect(aheadRows()[0]).toMatch(/^Dec 2026 \| 300\.00/))
})

test('terms that are agreed for later are not those in force: each day has its own in the form', async () => {
  const from = day('2027-01-01')
  const raised = signed()
  const { agreement } = raised
  const later = {
    ...raised,
    agreement: { ...agreement, versions: [...agreement.versions, { from, fee: minor(140_000), included: 900 }] },
  }
  const { book } = await showPlace(<RetainerEditor id={later.id} />, {
    now,
    edits: [made('clients', obel), made('engagements', later)],
  })
  expect([field('Hours a month').value, field('Fee a month').value]).toEqual(['10', '1,000.00'])
  expect(sentence()).toContain('Obel pays €1,000 on the first of each month for 10 h.')
  expect(sentence()).toContain('From 1 January 2027 it is €1,400 a month for 15 h.')
  expect(
    aheadRows()
      .slice(0, 3)
      .map((row) => row.split(' | ')[1]),
  ).toEqual(['1,000.00', '1,000.00', '1,400.00'])
  // What was typed stays, the rest is what is agreed for the other day.
  type('Fee a month', '1500')
  press(/Applies from$/)
  fireEvent.click(screen.getByRole('option', { name: /^1 January 2027/ }))
  expect([field('Hours a month').value, field('Fee a month').value]).toEqual(['15', '1,500.00'])
  press('Save the terms')
  await waitFor(() =>
    expect(book.workspace.tables.engagements.get(later.id)).toMatchObject({
      agreement: {
        versions: [
          { fee: 100_000, included: 600 },
          { from, fee: 150_000, included: 900 },
        ],
      },
    }),
  )
})

test('what was paused stays paused in the ledger of other terms, and what is closed would have been another', async () => {
  const paused = signed()
  const { agreement } = paused
  const pause = { from: day('2026-03-01'), to: day('2026-04-01') }
  const rested = { ...paused, agreement: { ...agreement, versions: withPause(agreement.versions, pause) } }
  const closings = [...closed(rested.agreement, { days: new Map() }, 1).values()].map((each) => ({
    ...each,
    engagementId: rested.id,
  }))
  const edits = [
    made('clients', obel),
    made('engagements', rested),
    ...closings.map((each) => made('closings', each)),
    worked(rested.id, '2026-01-20', 3600),
  ]
  await showPlace(<RetainerEditor id={rested.id} />, { now, edits })
  type('Hours a month', '8')
  await waitFor(() => expect(ledgerRows()[1]).toContain('8:0010:00was 10:00'))
  expect(ledgerRows()[2]).toBe('March paused | – | – | – | – | – | – | – | –')
  expect(ledgerRows()[0]).toContain('8:0010:00was 10:00')
})

test('what the pricing lab offers keeps its rate; a client who pays in another currency keeps their own amounts', async () => {
  const perks = [{ name: 'Strategy call', count: 2, worth: minor(5000) }]
  const offer = {
    hours: minutes(600),
    fee: minor(120_000),
    currency: 'EUR',
    listRate: minor(12_000),
    extra: minutes(30),
    perks,
  }
  const acme = clientNamed('Acme', { listRate: minor(10_000) })
  const swiss = clientNamed('Bergli', { currency: 'CHF', listRate: minor(15_000) })
  const edits = [made('clients', acme), made('clients', swiss)]
  await showPlace(<RetainerEditor clientId={acme.id} offer={offer} />, { now, edits })
  expect([field('Fee a month').value, field('Rate past the hours').value]).toEqual(['1,200.00', '120.00'])
  expect(sentence()).toMatch(/On top: Extra time, 30 min a month and Strategy call, 2 times a month\./)
  cleanup()
  await showPlace(<RetainerEditor clientId={swiss.id} offer={offer} />, { now, edits })
  expect([field('Hours a month').value, field('Fee a month').value]).toEqual(['10', ''])
  expect(field('Rate past the hours').value).toBe('150.00')
  cleanup()
  await showPlace(<RetainerEditor offer={{ ...offer, currency: 'CHF' }} />, { now, edits })
  press('New client')
  expect(field('List rate').value).toBe('120.00')
  type('Name of the new client', 'Nordlys')
  expect(sentence()).toContain('CHF')
})

test('a draft’s other basis or length is set beside nothing that counts another way or spans another time', async () => {
  const draft = { ...signed(), status: 'draft' as const }
  const months = ['05', '06', '07', '08', '09']
  const times = months.map((month) => worked(draft.id, `2026-${month}-10`, 8 * 3600))
  const edits = [made('clients', obel), made('engagements', draft), ...times]
  await showPlace(<RetainerEditor id={draft.id} />, { now, edits })
  const wordsIn = (name: string): string => plainText(screen.getByRole('region', { name }).textContent)
  press(/Period$/)
  fireEvent.click(screen.getByRole('option', { name: 'Quarter' }))
  type('Hours a quarter', '30')
  type('Fee a quarter', '2700')
  await waitFor(() => expect(aheadRows()[0]).toContain('| 2,700.00 |'))
  // 40 h of the last six months are 6 h 40 min of each, and 20 h of a quarter.
  expect(aheadRows()[1]).toContain('30:00 | 20:00')
  expect(wordsIn('Months to come')).toContain('As if 6 h 40 min were used a month')
  for (const name of ['Months to come', 'Months that are gone']) expect(wordsIn(name)).not.toMatch(/more|less|was /)
  press(/Period$/)
  fireEvent.click(screen.getByRole('option', { name: 'Month' }))
  fireEvent.click(screen.getByRole('radio', { name: 'Deliverables' }))
  type('Deliverables a month', '4')
  await waitFor(() => expect(aheadRows()[0]).not.toContain(':'))
  for (const name of ['Months to come', 'Months that are gone'])
    expect(wordsIn(name)).not.toMatch(/deliverables (more|less)|lapse|was \d/)
})
