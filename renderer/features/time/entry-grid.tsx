import { useEffect, useId, useRef, useState, type RefObject } from 'react'
import type { Asked } from '#shared/domain/entry-list/asked.ts'
import type { ListLine } from '#shared/domain/entry-list/listing.ts'
import { bridge } from '../../bridge.ts'
import { cx } from '../../ui/cx.ts'
import { useVirtualLines } from '../../ui/use-virtual-lines.ts'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import { useWords } from '../../words.tsx'
import { useBook, useToday } from '../../workspace.tsx'
import { groupText } from './group-text.ts'
import { EntryRow, HeadRow, WaitingRow } from './line-row.tsx'
import { gridKey } from './grid-keys.ts'
import { lineAt, type EntryWindow, type Shown } from './entry-window.ts'
import type { Selection } from './use-selection.ts'
import css from './list.module.css'

/** All lines are of one height, so that every place in a long list is known without drawing what is above it. */
export const LINE = 36

type EntryLine = Extract<ListLine, { kind: 'entry' }>

interface EntryGridProps {
  shown: Shown
  look: EntryWindow['look']
  asked: Asked
  selection: Selection
  grid: RefObject<HTMLDivElement | null>
  onEdit: (line: EntryLine) => void
  /** Asked for on the row, or by the key: for what is selected, else for the line. */
  onRemove: (line: EntryLine | null) => void
  onMenu: (line: EntryLine, anchor: Element) => void
}

/**
 * The lines in sight, of however many. The focus stays on the grid and names the line it is at (`aria-activedescendant`):
 * so scrolling never draws it away from under the keys.
 */
export function EntryGrid({ shown, look, asked, selection, grid, onEdit, onRemove, onMenu }: EntryGridProps) {
  const { t, format } = useWords()
  const book = useBook()
  const today = useToday()
  const id = useId()
  const { lines } = shown.page
  const { inSight, height, scrollTo } = useVirtualLines(grid, lines, LINE)
  const [first, last] = [inSight[0]?.at ?? 0, inSight.at(-1)?.at ?? 0]
  useEffect(() => look(first, last), [look, first, last])

  const { active, setActive } = useActive(lines, asked)
  const anchor = useRef<number | null>(null)
  const go = (to: number): void => {
    setActive(to)
    // The head of its group comes into sight with the first line.
    scrollTo(to <= 1 ? 0 : to)
  }
  const idOf = (line: number): string => `${id}-${line}`
  const select = async (from: number, to: number, how: 'set' | 'add' | 'drop'): Promise<void> =>
    selection[how](await bridge().listedIds({ ...asked, from, to }))
  const toggle = (at: number): void => {
    const line = lineAt(shown, at)
    anchor.current = at
    if (line?.kind === 'entry') selection.toggle(line)
    else if (line) void select(at, at + 1 + line.entries, isGroupChosen(at, line.entries) ? 'drop' : 'add')
  }
  const extend = (to: number): void => {
    const from = anchor.current ?? active
    anchor.current = from
    void select(Math.min(from, to), Math.max(from, to) + 1, 'set')
  }
  /** As far as is known: of a group that is longer than what has been fetched, by what is there. */
  const isGroupChosen = (at: number, entries: number): boolean => {
    for (let next = at + 1; next <= at + entries; next++) {
      const line = lineAt(shown, next)
      if (line?.kind === 'entry' && !selection.has(line.entry.id)) return false
    }
    return selection.count > 0
  }

  const press = (event: React.KeyboardEvent<HTMLDivElement>): void => {
    if (event.target !== event.currentTarget || lines === 0) return
    const line = lineAt(shown, active)
    const page = Math.max(1, Math.floor((grid.current?.clientHeight ?? LINE) / LINE) - 1)
    const deed = gridKey(event, { active, lines, page })
    if (!deed) return
    event.preventDefault()
    if (deed.kind === 'go') {
      go(deed.to)
      if (deed.extends) extend(deed.to)
      else anchor.current = null
    } else if (deed.kind === 'all') void select(0, lines, 'set')
    else if (deed.kind === 'none') selection.clear()
    else if (deed.kind === 'toggle') toggle(active)
    else if (deed.kind === 'remove') onRemove(line?.kind === 'entry' ? line : null)
    else if (line?.kind === 'entry' && deed.kind === 'edit') onEdit(line)
    else if (line?.kind === 'entry')
      onMenu(line, document.querySelector(`#${CSS.escape(idOf(active))} [data-more]`) ?? event.currentTarget)
  }
  const click = (event: React.MouseEvent<HTMLDivElement>): void => {
    const { at, line, on } = under(event)
    if (at === null) return
    go(at)
    if (event.shiftKey) extend(at)
    else if (on('[data-check]') || event.ctrlKey || event.metaKey) toggle(at)
    else if (line?.kind === 'entry' && on('[data-more]')) onMenu(line, event.target as Element)
    else anchor.current = at
  }
  const under = (event: React.MouseEvent<HTMLDivElement>) => {
    const target = event.target as Element
    const row = target.closest<HTMLElement>('[data-line]')
    const at = row ? Number(row.dataset['line']) : null
    return {
      at,
      line: at === null ? undefined : lineAt(shown, at),
      on: (what: string) => target.closest(what) !== null,
    }
  }

  return (
    <div
      ref={grid}
      role="grid"
      aria-label={t('timeList.label')}
      aria-describedby={`${id}-keys`}
      aria-rowcount={lines}
      aria-multiselectable
      aria-activedescendant={lines > 0 ? idOf(active) : undefined}
      tabIndex={0}
      className={cx(css.grid, asked.group === 'day' && css.byDay)}
      onKeyDown={press}
      onClick={click}
      onDoubleClick={(event) => {
        const { line, on } = under(event)
        if (line?.kind === 'entry' && !on('[data-check], [data-more]')) onEdit(line)
      }}
      onContextMenu={(event) => {
        const { at, line } = under(event)
        if (at === null || line?.kind !== 'entry') return
        event.preventDefault()
        go(at)
        onMenu(
          line,
          (event.target as Element).closest('[data-line]')?.querySelector('[data-more]') ?? event.currentTarget,
        )
      }}
    >
      <VisuallyHidden>
        <span id={`${id}-keys`}>{t('timeList.keys')}</span>
      </VisuallyHidden>
      <div role="rowgroup" className={cx(css.lines)} style={{ height }}>
        {inSight.map(({ at, top }) => {
          const line = lineAt(shown, at)
          const row = { id: idOf(at), at, top, isActive: at === active }
          if (!line) return <WaitingRow key={at} {...row} />
          if (line.kind === 'entry')
            return (
              <EntryRow key={at} {...row} line={line} group={asked.group} isChosen={selection.has(line.entry.id)} />
            )
          const name = groupText(t, format, book, shown.asked.group, line.key, today)
          const isChosen = selection.count > 0 && isGroupChosen(at, line.entries)
          return <HeadRow key={at} {...row} line={line} name={name} isChosen={isChosen} />
        })}
      </div>
    </div>
  )
}

/** The line at which the keys are: of another question the first entry. */
function useActive(lines: number, asked: Asked) {
  const [at, setAt] = useState({ asked, line: 1 })
  const line = at.asked === asked ? at.line : 1
  return {
    active: Math.max(0, Math.min(line, lines - 1)),
    setActive: (to: number): void => setAt({ asked, line: to }),
  }
}
