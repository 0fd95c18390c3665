// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { clearToasts } from '#renderer/ui/toast.tsx'
import { plainText } from '#tests/support/face.tsx'
import { open, isRead, said, press, cells, pick, entriesOf } from '#tests/support/import-face.tsx'

afterEach(() => {
  act(() => clearToasts())
  cleanup()
})

test('a day that may be read in two ways is asked about, with what each would mean, and nothing comes in before', async () => {
  const columns = '"Client","Project","Description","Start Date","Start Time","End Date","End Time","Duration (h)"'
  const app = await open({
    text: `${columns}\n"Acme","Site","A","03/04/2026","09:00 AM","03/04/2026","10:00 AM","01:00:00"\n`,
  })
  const asked = screen.getByRole('radiogroup', { name: 'Which is the day in 03/04/2026?' })
  expect(asked.textContent).toContain('3 April 2026: the day comes first')
  expect(asked.textContent).toContain('4 March 2026: the month comes first')
  expect(screen.queryByRole('button', { name: /Import/ })).toBeNull()
  await act(async () => fireEvent.click(screen.getByRole('radio', { name: /4 March 2026/ })))
  await isRead()
  await press('Import 1 entry')
  expect(entriesOf(app)).toMatchObject([{ start: '2026-03-04T08:00:00Z' }])
})

test('whose a table is, and what its numbers count, is for its user to say', async () => {
  const app = await open({ text: 'Date,Worked\n2026-03-04,5400000\n2026-03-05,3600000\n' })
  expect(said()).toContain('From Super Productivity')
  expect(screen.queryByRole('combobox', { name: 'Time zone of the file' })).toBeNull()
  expect(screen.queryByRole('radiogroup')).toBeNull()
  await press('What the columns hold')
  const counts = screen.getByRole('radiogroup', { name: 'What does 5400000 count?' })
  expect(within(counts).getByRole<HTMLInputElement>('radio', { name: 'Milliseconds' }).checked).toBe(true)
  await act(async () => fireEvent.click(within(counts).getByRole('radio', { name: 'Seconds' })))
  await isRead()
  expect(said()).toContain('2 entries, 2,500 h')
  await pick(/Written by/, 'Another program')
  expect(said()).toContain('A table that no tracker known here wrote')
  await act(async () => fireEvent.click(screen.getByRole('radio', { name: 'Minutes' })))
  await isRead()
  await press('Import 2 entries')
  expect(entriesOf(app)).toMatchObject([{ source: { from: 'csv' } }, { source: { from: 'csv' } }])
})

test('a file with days of both kinds says how much of it each way leaves out', async () => {
  await open({ text: 'Date,Client,Hours\n13/03/2026,Acme,1\n03/25/2026,Acme,1\n03/26/2026,Acme,1\n', language: 'it' })
  const asked = screen.getByRole('radiogroup', { name: /In alcune righe viene prima il giorno, in altre il mese/ })
  expect(plainText(asked.textContent)).toContain('2 celle allora non si leggono')
  await act(async () => fireEvent.click(screen.getByRole('radio', { name: 'Quelle con prima il mese' })))
  await isRead()
  expect(said()).toContain('2 voci, 2 h')
  expect(
    cells('Escluse')
      .slice(1)
      .map(([line]) => line),
  ).toEqual(['2'])
})
