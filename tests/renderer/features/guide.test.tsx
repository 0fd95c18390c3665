// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, test } from 'vitest'
import { firstAgreement } from '#renderer/features/guide/first-agreement.ts'
import { GuidePlace } from '#renderer/features/guide/guide-place.tsx'
import { clearToasts } from '#renderer/ui/toast.tsx'
import { preferencesOf } from '#shared/domain/book.ts'
import { day } from '#shared/kernel/day.ts'
import { minor } from '#shared/kernel/units.ts'
import { agreementSchema } from '#shared/model/agreement.ts'
import { showPlace } from '#tests/support/face.tsx'

const now = Date.UTC(2026, 9, 22, 8)

afterEach(() => {
  act(() => clearToasts())
  cleanup()
})

const button = (name: string): HTMLElement => screen.getByRole('button', { name })
const press = (name: string): void => act(() => void fireEvent.click(button(name)))
const field = (name: string): HTMLInputElement => screen.getByRole('textbox', { name })
const write = (name: string, text: string): void =>
  act(() => void fireEvent.change(field(name), { target: { value: text } }))
const asks = (name: string): Promise<HTMLElement> => screen.findByRole('heading', { level: 2, name })

// One workspace: what is typed in the guide outlives it, and so would it from one test to the next.
test('every step can be skipped, which changes nothing; answered, they make a workspace to work in', async () => {
  const { bridge, book, place } = await showPlace(<GuidePlace />, { now, edits: [] })
  const before = bridge.workspace.seq()
  for (const title of [
    'Who do your clients hear from?',
    'What is your time worth?',
    'On which days do you work?',
    'Who do you work for most?',
    'What did you agree for each month?',
    'Start the clock',
  ]) {
    await asks(title)
    press(title === 'What did you agree for each month?' ? 'Continue' : 'Skip this')
  }
  await asks('That is all it takes.')
  expect(bridge.workspace.seq()).toBe(before)

  act(() => void fireEvent.click(screen.getByRole('button', { name: /Who you are/ })))
  await asks('Who do your clients hear from?')
  expect(document.activeElement).toBe(field('Your name, or your business’s'))
  write('Your name, or your business’s', ' Anna Verdi ')
  press('Continue')
  await asks('What is your time worth?')
  write('List rate', '1,5')
  press('Continue')
  await screen.findByText('In English the decimal mark is a point. Did you mean 1.5?')
  write('List rate', '90')
  write('Target', '4000')
  press('Continue')
  await asks('On which days do you work?')
  act(() => void fireEvent.click(screen.getByRole('checkbox', { name: 'Fri' })))
  press('Continue')
  await asks('Who do you work for most?')
  press('Add the client')
  await screen.findByText('A client needs a name')
  write('Name', 'Harbour & Co')
  press('Add the client')
  await asks('What did you agree for each month?')
  write('Hours a month', '10')
  write('Fee a month', '1000')
  await screen.findByText(/on the first of each month/)
  press('Make the retainer')
  await asks('Start the clock')
  write('What are you doing?', 'Reading')
  press('Start the timer')
  await asks('That is all it takes.')

  const { tables } = book.workspace
  expect(preferencesOf(book.workspace)).toMatchObject({
    listRate: 9000,
    target: 400_000,
    workingDays: [1, 2, 3, 4],
    billing: { issuer: { name: 'Anna Verdi' } },
  })
  expect([...tables.clients.values()]).toMatchObject([{ name: 'Harbour & Co', currency: 'EUR', listRate: 9000 }])
  const [retainer] = tables.engagements.values()
  expect(retainer).toMatchObject({ status: 'active', agreement: { versions: [{ fee: 100_000, included: 600 }] } })
  expect(book.running).toMatchObject({ engagementId: retainer?.id, note: 'Reading' })
  press('Open Today')
  await waitFor(() => expect(place()).toEqual({ name: 'today' }))
})

describe('the first agreement', () => {
  const client = { currency: 'EUR', listRate: minor(8000) }
  const of = (hours: string, fee: string, unused: 'lapses' | 'carries' = 'lapses') =>
    firstAgreement({ hours, fee, unused }, client, day('2026-10-22'), 'en')

  test('is one that the model takes, from the first of the month', () => {
    const agreement = of('10:30', '1,000', 'carries')
    expect(agreementSchema.parse(agreement)).toEqual(agreement)
    expect(agreement).toMatchObject({ startsOn: '2026-10-01', rollover: { periods: 1, cap: null } })
    expect(agreement?.versions).toEqual([{ from: '2026-10-01', fee: 100_000, included: 630 }])
    expect(of('10', '0')?.rollover).toBeNull()
  })

  test.each([
    ['', '1000'],
    ['0', '1000'],
    ['745', '1000'],
    ['10', ''],
    ['10', 'much'],
  ])('is none yet with %j hours for %j', (hours, fee) => expect(of(hours, fee)).toBeNull())
})
