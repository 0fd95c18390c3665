import type { Block, Stretch } from '#shared/domain/day-calendar.ts'
import { STEP } from '#shared/domain/day-drag.ts'
import { isRunning, type TimeEntry } from '#shared/model/entry.ts'
import { DEED_KEYS, type EntryMenuDeeds } from './entry-menu.ts'
import type { Hold, PendingEdits } from './use-pending.ts'

interface Options {
  readonly edits: PendingEdits
  readonly deeds: EntryMenuDeeds
  readonly nextOf: (entry: TimeEntry) => TimeEntry | null
  readonly announce: (stretch: Stretch) => void
  readonly openMenu: (block: Block) => void
}

const HOUR = 3600
const moves: Readonly<Record<string, number>> = { ArrowUp: -STEP, ArrowDown: STEP, PageUp: -HOUR, PageDown: HOUR }

/**
 * The keys of an entry on the calendar. Arrows move it by five minutes, with Shift its end, with Alt its start; Enter
 * keeps that, Escape puts it back. With nothing pending Enter opens it; letters do what its menu does.
 */
export function useEntryKeys({ edits, deeds, nextOf, announce, openMenu }: Options) {
  const deed = (key: string, entry: TimeEntry): boolean => {
    const next = nextOf(entry)
    if (key === DEED_KEYS.split) deeds.askSplit(entry)
    else if (key === DEED_KEYS.merge && next) deeds.merge(entry, next)
    else if (key === DEED_KEYS.duplicate && !isRunning(entry)) deeds.duplicate(entry)
    else if (key === DEED_KEYS.continue && !isRunning(entry)) deeds.continue(entry)
    else if (key === 'delete' || key === 'backspace') void deeds.remove(entry)
    else return false
    return true
  }
  return (event: React.KeyboardEvent, block: Block): void => {
    const { entry } = block.row
    const { pending } = edits
    const isHeld = pending?.id === entry.id
    const by = moves[event.key]
    if (by !== undefined && !event.ctrlKey && !event.metaKey) {
      const hold: Hold = event.shiftKey ? 'to' : event.altKey ? 'from' : 'all'
      announce(edits.shift(block, hold, by, edits.standing(block)))
    } else if (isHeld && event.key === 'Enter') void edits.keep(block)
    else if (isHeld && event.key === 'Escape') edits.cancel()
    else if (isHeld && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) {
      // It is held: to another day it goes by its form.
    } else if (event.key === 'Enter') deeds.edit(entry)
    else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) openMenu(block)
    else if (event.ctrlKey || event.metaKey || event.altKey || !deed(event.key.toLowerCase(), entry)) return
    event.preventDefault()
    event.stopPropagation()
  }
}
