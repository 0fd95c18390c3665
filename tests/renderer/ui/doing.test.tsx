// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { X } from 'lucide-react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Button, IconButton } from '#renderer/ui/button.tsx'
import { Derivation } from '#renderer/ui/derivation.tsx'
import { ConfirmDialog } from '#renderer/ui/dialog.tsx'
import { Figure } from '#renderer/ui/figure.tsx'
import { Skeleton } from '#renderer/ui/skeleton.tsx'
import { Cell, Column, DisclosureRow, Table, TableHead } from '#renderer/ui/table.tsx'
import { ToastRegion, clearToasts, showToast } from '#renderer/ui/toast.tsx'

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(() => {
  act(() => clearToasts())
  cleanup()
  vi.useRealTimers()
})

const pass = (ms: number): void =>
  act(() => {
    vi.advanceTimersByTime(ms)
  })

test('a button at work keeps its label and the focus, and ignores presses', () => {
  const press = vi.fn()
  render(
    <Button isPending onPress={press}>
      Save version 3
    </Button>,
  )
  const button = screen.getByRole('button', { name: 'Save version 3' })
  button.focus()
  fireEvent.click(button)
  expect(press).not.toHaveBeenCalled()
  expect(document.activeElement).toBe(button)
  expect(button.getAttribute('aria-disabled')).toBe('true')
})

test('an icon alone has a name', () => {
  render(<IconButton label="Close" icon={X} />)
  expect(screen.getByRole('button', { name: 'Close' })).toBeTruthy()
})

test('a figure opens what it is made of, and Esc returns the focus to it', () => {
  render(
    <Figure
      explainLabel="Guaranteed in October"
      explain={
        <Derivation
          title="Guaranteed in October"
          rows={[{ id: '1', label: 'Nordlys Foods', reason: 'to 31 Dec', figure: '1,600.00' }]}
          total={{ label: 'Fees inside a signed term', figure: '1,600.00' }}
        />
      }
    >
      €1,600
    </Figure>,
  )
  const figure = screen.getByRole('button', { name: '€1,600' })
  act(() => figure.focus())
  fireEvent.click(figure)
  pass(50)
  const dialog = screen.getByRole('dialog', { name: 'Guaranteed in October' })
  expect(screen.getByRole('rowheader', { name: 'Nordlys Foods' })).toBeTruthy()
  fireEvent.keyDown(document.activeElement ?? dialog, { key: 'Escape' })
  pass(500)
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(document.activeElement).toBe(figure)
})

test('a figure without an explanation is no button', () => {
  render(<Figure>€1,600</Figure>)
  expect(screen.queryByRole('button')).toBeNull()
})

test('Esc is the safe answer to a question', () => {
  const [close, deed] = [vi.fn(), vi.fn()]
  render(
    <ConfirmDialog isOpen onClose={close} title="Void 2026-041?" safe="Keep it" deed="Void it" isDanger onDeed={deed}>
      The number stays.
    </ConfirmDialog>,
  )
  fireEvent.keyDown(screen.getByRole('dialog', { name: 'Void 2026-041?' }), { key: 'Escape' })
  expect(close).toHaveBeenCalledOnce()
  fireEvent.click(screen.getByRole('button', { name: 'Void it' }))
  expect(deed).toHaveBeenCalledOnce()
})

test('a toast goes after eight seconds, and not while it has the focus', () => {
  const undo = vi.fn()
  render(<ToastRegion label="Notifications" />)
  act(() => void showToast({ text: 'Merged two entries', action: { label: 'Undo', onAction: undo } }))
  expect(screen.getByRole('status').textContent).toBe('Merged two entries')
  pass(7_900)
  const button = screen.getByRole('button', { name: 'Undo' })
  act(() => button.focus())
  pass(60_000)
  expect(screen.getByRole('status')).toBeTruthy()
  act(() => button.blur())
  pass(8_100)
  expect(screen.queryByRole('status')).toBeNull()
  expect(undo).not.toHaveBeenCalled()
})

test('the deed of a toast is done once and takes it away', () => {
  const undo = vi.fn()
  render(<ToastRegion label="Notifications" />)
  act(() => void showToast({ text: 'Merged two entries', action: { label: 'Undo', onAction: undo } }))
  fireEvent.click(screen.getByRole('button', { name: 'Undo' }))
  pass(50)
  expect(undo).toHaveBeenCalledTimes(1)
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull()
})

test('a skeleton waits 300 ms', () => {
  render(<Skeleton label="Loading entries" />)
  expect(screen.queryByLabelText('Loading entries')).toBeNull()
  pass(310)
  expect(screen.getByLabelText('Loading entries')).toBeTruthy()
})

test('a table says what it is sorted by, and a row opens in place', () => {
  const toggle = vi.fn()
  const table = (isOpen: boolean) => (
    <Table label="Ledger">
      <TableHead>
        <Column sort="descending" onSort={vi.fn()}>
          Month
        </Column>
        <Column align="end">Used</Column>
      </TableHead>
      <tbody>
        <DisclosureRow name="August" isOpen={isOpen} onToggle={toggle} columns={2} detail="Carried from July">
          <Cell align="end">1:30</Cell>
        </DisclosureRow>
      </tbody>
    </Table>
  )
  const { rerender } = render(table(false))
  expect(screen.getByRole('columnheader', { name: 'Month' }).getAttribute('aria-sort')).toBe('descending')
  const button = screen.getByRole('button', { name: 'August' })
  expect(button.getAttribute('aria-expanded')).toBe('false')
  fireEvent.click(button)
  expect(toggle).toHaveBeenCalledOnce()
  rerender(table(true))
  expect(screen.getByText('Carried from July')).toBeTruthy()
})
