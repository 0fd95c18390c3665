// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Renewals } from '#renderer/features/retainers/renewals.tsx'
import { day } from '#shared/kernel/day.ts'
import { minor } from '#shared/kernel/units.ts'
import { made } from '#shared/model/change.ts'
import { retainerSchema } from '#shared/model/engagement.ts'
import { agreement, testId } from '#tests/support/agreements.ts'
import { clientNamed } from '#tests/support/books.ts'
import { plainText, showPlace } from '#tests/support/face.tsx'

const now = Date.parse('2026-10-22T13:11:30Z')
const acme = clientNamed('Acme')
const obel = clientNamed('Obel')
const common = { kind: 'retainer', name: '', status: 'active' } as const
const trial = retainerSchema.parse({
  ...common,
  id: testId(1),
  clientId: acme.id,
  agreement: agreement({ startsOn: day('2026-04-01'), term: { periods: 2, atEnd: 'ends' }, trial: true }),
})
const running = retainerSchema.parse({
  ...common,
  id: testId(2),
  clientId: acme.id,
  follows: trial.id,
  agreement: agreement({
    startsOn: day('2026-06-01'),
    term: { periods: 6, atEnd: 'ends' },
    versions: [{ from: day('2026-06-01'), fee: minor(120_000), included: 720 }],
  }),
})
const no = retainerSchema.parse({
  ...common,
  id: testId(3),
  clientId: obel.id,
  status: 'declined',
  outcome: { on: '2026-05-02', cause: 'price', note: '' },
  agreement: agreement({ startsOn: day('2026-06-01') }),
})

beforeEach(() => vi.useFakeTimers({ now, toFake: ['Date'] }))
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})
const rows = (name: string): string[] =>
  within(screen.getByRole('table', { name }))
    .getAllByRole('row')
    .slice(1)
    .map((row) => [...row.children].map((cell) => plainText(cell.textContent)).join(' | '))

test('what ends is listed with its steps, what became of terms and why clients said no is counted', async () => {
  const edits = [
    made('clients', acme),
    made('clients', obel),
    ...[trial, running, no].map((each) => made('engagements', each)),
  ]
  const { place } = await showPlace(<Renewals />, { now, edits })
  expect(plainText(document.querySelector('p')?.textContent ?? '')).toBe(
    'Acme is to be talked to now: the term ends on 30 November 2026.',
  )
  expect(rows('Terms with an end')).toEqual([
    'Acmetrial612 | 30 November 2026to be agreed by 31 October 2026 | 0:00 of 48:00€1,200.00 a month | 12 months from 1 December 2026 | Write the next term',
  ])
  expect(screen.getAllByRole('img').map((step) => step.getAttribute('aria-label'))).toEqual(
    expect.arrayContaining(['trial, over', '6, now', '12, next']),
  )
  expect(rows('What became of terms')).toEqual(['Acme | 1 June 2026 | grown | €1,000.00 | €1,200.00 | '])
  expect(rows('Why clients said no')).toEqual(['The price | 1 | –'])
  fireEvent.click(screen.getByRole('button', { name: 'Write the next term for Acme' }))
  const dialog = await screen.findByRole('dialog')
  expect(plainText(dialog.textContent)).toContain('So far 0 min of 48 h were used, in 4 months.')
  fireEvent.click(within(dialog).getByRole('button', { name: 'Make the draft' }))
  await vi.waitFor(() => expect(place()?.name).toBe('proposal'))
})
