// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { afterEach, expect, test, vi } from 'vitest'
import { ComboBox } from '#renderer/ui/combo-box.tsx'
import { DateField } from '#renderer/ui/date-field.tsx'
import { FieldRow } from '#renderer/ui/field.tsx'
import { Select } from '#renderer/ui/select.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'

afterEach(cleanup)

/** The words that a screen reader adds to the name. */
function description(element: HTMLElement): string {
  const ids = element.getAttribute('aria-describedby')?.split(' ') ?? []
  return ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' ')
}

test('an error makes the field invalid and describes it, in place of the hint', () => {
  const { rerender } = render(<TextField label="Fee" hint="Before tax" defaultValue="x" />)
  const field = screen.getByLabelText('Fee')
  expect(description(field)).toContain('Before tax')
  rerender(<TextField label="Fee" hint="Before tax" defaultValue="x" error="Write an amount, such as 1,000" />)
  expect(field.getAttribute('aria-invalid')).toBe('true')
  expect(description(field)).toContain('Write an amount, such as 1,000')
  expect(screen.queryByText('Before tax')).toBeNull()
})

test('a locked field keeps the focus, refuses the keys and says why', () => {
  render(<TextField label="Used" value="10:30" locked="September is closed" />)
  const field = screen.getByLabelText('Used')
  expect(field.hasAttribute('readonly')).toBe(true)
  expect(field.hasAttribute('disabled')).toBe(false)
  expect(description(field)).toContain('September is closed')
})

test('a locked select shows its value in a field that says why', () => {
  const options = [{ id: 'renews', label: 'Renews' }]
  render(<Select label="At the end" options={options} value="renews" onChange={vi.fn()} locked="The term has ended" />)
  const field = screen.getByLabelText('At the end')
  expect(field).toHaveProperty('value', 'Renews')
  expect(description(field)).toContain('The term has ended')
})

test('a label that is hidden still names the field', () => {
  render(<TextField label="Cap" labelPlacement="hidden" />)
  expect(screen.getByLabelText('Cap').tagName).toBe('INPUT')
})

test('what a change was can be put back, also inside a picker whose own button is the context', () => {
  const putBack = vi.fn()
  const was = { text: 'Was 3 h.', action: 'Put back', onPutBack: putBack }
  render(
    <>
      <TextField label="Cap" was={was} />
      <ComboBox label="Client" options={[]} value={null} onChange={vi.fn()} was={was} />
      <FieldRow label="Unused time" was={was}>
        <span>5 h</span>
      </FieldRow>
    </>,
  )
  const links = screen.getAllByRole('button', { name: 'Put back' })
  expect(links).toHaveLength(3)
  for (const link of links) fireEvent.click(link)
  expect(putBack).toHaveBeenCalledTimes(3)
  expect(description(screen.getByLabelText('Cap'))).toContain('Was 3 h.')
})

test('the error of a clause describes the control that it marks', () => {
  render(
    <FieldRow label="Unused time" error="At most 10 h can carry">
      <TextField label="Cap" labelPlacement="hidden" defaultValue="12" isInvalid />
    </FieldRow>,
  )
  const field = screen.getByLabelText('Cap')
  expect(field.getAttribute('aria-invalid')).toBe('true')
  expect(description(field)).toContain('At most 10 h can carry')
})

test('a select hands out the id of what was chosen', () => {
  const choose = vi.fn()
  const options = [
    { id: 'renews', label: 'Renews', note: 'for another 12 months' },
    { id: 'ends', label: 'Ends' },
  ] as const
  render(<Select label="At the end" options={options} value="renews" onChange={choose} />)
  const button = screen.getByRole('button', { name: /At the end/ })
  expect(button.textContent).toBe('Renews')
  fireEvent.click(button)
  fireEvent.click(screen.getByRole('option', { name: /Ends/ }))
  expect(choose).toHaveBeenCalledWith('ends')
})

test('what is typed in a combo box is the first that it finds, for Enter and for Tab; the arrows go on from there', () => {
  const choose = vi.fn()
  const options = ['Nordlys Foods', 'Halden & Reyes', 'Studio Norden'].map((label) => ({ id: label, label }))
  render(<ComboBox label="Client" options={options} value={null} onChange={choose} />)
  const field = screen.getByRole('combobox', { name: 'Client' })
  for (const keys of [['Enter'], ['Tab'], ['ArrowDown', 'Enter']]) {
    act(() => field.focus())
    fireEvent.change(field, { target: { value: 'nor' } })
    for (const key of keys) fireEvent.keyDown(field, { key })
  }
  expect(choose.mock.calls).toEqual([['Nordlys Foods'], ['Nordlys Foods'], ['Studio Norden']])
  fireEvent.change(field, { target: { value: 'zzz' } })
  fireEvent.keyDown(field, { key: 'Enter' })
  expect(choose).toHaveBeenCalledTimes(3)
})

test('a day goes in and out as YYYY-MM-DD and is written in the order of the locale', () => {
  const change = vi.fn()
  render(
    <I18nProvider locale="it-IT">
      <DateField label="Dal" value="2026-05-01" onChange={change} />
    </I18nProvider>,
  )
  const [day, month] = screen.getAllByRole('spinbutton')
  expect(Number(day?.textContent)).toBe(1)
  expect(Number(month?.textContent)).toBe(5)
  if (day === undefined) throw new Error('no day segment')
  fireEvent.focus(day)
  fireEvent.keyDown(day, { key: 'ArrowUp' })
  expect(change).toHaveBeenCalledWith('2026-05-02')
})
