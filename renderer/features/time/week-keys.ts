import type { Key } from './grid-keys.ts'

/** A cell by its row and its column. */
export interface Spot {
  readonly row: number
  readonly column: number
}

interface Size {
  readonly rows: number
  readonly columns: number
}

export type CellDeed =
  | { readonly kind: 'go'; readonly to: Spot }
  | { readonly kind: 'edit' | 'clear' }
  | { readonly kind: 'type'; readonly text: string }

export type InputDeed = { readonly kind: 'keep'; readonly to: Spot } | { readonly kind: 'cancel' }

const within = (spot: Spot, { rows, columns }: Size): Spot => ({
  row: Math.max(0, Math.min(rows - 1, spot.row)),
  column: Math.max(0, Math.min(columns - 1, spot.column)),
})

/** What a key means on a cell, as in every spreadsheet; null for those that are not the grid's. */
export function cellKey(key: Key, at: Spot, size: Size): CellDeed | null {
  if (key.altKey) return null
  const isCommand = key.ctrlKey || key.metaKey
  const go = (row: number, column: number): CellDeed => ({ kind: 'go', to: within({ row, column }, size) })
  switch (key.key) {
    case 'ArrowUp':
      return go(isCommand ? 0 : at.row - 1, at.column)
    case 'ArrowDown':
      return go(isCommand ? size.rows : at.row + 1, at.column)
    case 'ArrowLeft':
      return go(at.row, isCommand ? 0 : at.column - 1)
    case 'ArrowRight':
      return go(at.row, isCommand ? size.columns : at.column + 1)
    case 'Home':
      return go(isCommand ? 0 : at.row, 0)
    case 'End':
      return go(isCommand ? size.rows : at.row, size.columns)
  }
  if (isCommand) return null
  if (key.key === 'Enter' || key.key === 'F2') return { kind: 'edit' }
  if (key.key === 'Delete' || key.key === 'Backspace') return { kind: 'clear' }
  // A letter is no duration: that is said in the cell, not swallowed.
  return /^[\p{L}\d.,:]$/u.test(key.key) ? { kind: 'type', text: key.key } : null
}

/** What a key means while a cell is written: Enter keeps it and goes down, Tab goes on to the right. */
export function inputKey(key: Key, at: Spot, size: Size): InputDeed | null {
  if (key.altKey || key.ctrlKey || key.metaKey) return null
  const back = key.shiftKey ? -1 : 1
  const keep = (row: number, column: number): InputDeed => ({ kind: 'keep', to: within({ row, column }, size) })
  if (key.key === 'Escape') return { kind: 'cancel' }
  if (key.key === 'Enter') return keep(at.row + back, at.column)
  if (key.key === 'Tab') return keep(at.row, at.column + back)
  if (key.key === 'ArrowUp') return keep(at.row - 1, at.column)
  return key.key === 'ArrowDown' ? keep(at.row + 1, at.column) : null
}
