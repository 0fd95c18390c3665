import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import { columnOf, stepFrom } from '#shared/domain/board.ts'
import { clientOf } from '#shared/domain/naming.ts'
import type { Retainer } from '#shared/model/engagement.ts'
import { useMoveRetainer } from '../../parts/use-move-retainer.ts'
import { useBook, useToday } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'

type Steps = Readonly<Record<string, readonly [columns: number, cards: number]>>
const steps: Steps = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }

/**
 * The keys of the board: arrows go from card to card, with Alt the card goes one status on or back, Delete declines
 * it. A card keeps the focus where it went.
 */
export function useBoardKeys(whole: RefObject<HTMLDivElement | null>, retainers: readonly Retainer[]) {
  const { t } = useWords()
  const book = useBook()
  const today = useToday()
  const moveRetainer = useMoveRetainer()
  const [declining, setDeclining] = useState<Retainer | null>(null)
  const moved = useRef<string | null>(null)
  useLayoutEffect(() => {
    if (moved.current === null) return
    const card = whole.current?.querySelector<HTMLElement>(`[data-retainer="${moved.current}"] button`)
    if (card && document.activeElement !== card && !whole.current?.contains(document.activeElement)) card.focus()
    moved.current = null
  })

  const move = async (retainer: Retainer, by: 1 | -1): Promise<void> => {
    const status = stepFrom(columnOf(retainer, today), by)
    if (status === null) return
    moved.current = retainer.id
    const done = t('retainers.board.moved', { client: clientOf(book, retainer).name, to: status })
    if (!(await moveRetainer(retainer, status, done))) moved.current = null
  }

  const onKeyDown = (event: KeyboardEvent): void => {
    const target = event.target as HTMLElement
    // Its menu's button has keys of its own: the arrow down opens it.
    if (target.closest('[aria-haspopup]')) return
    const card = target.closest<HTMLElement>('[data-retainer]')
    const retainer = retainers.find(({ id }) => id === card?.dataset['retainer'])
    if (!card || !retainer || event.ctrlKey || event.metaKey) return
    const step = steps[event.key]
    if (event.key === 'Delete' && (retainer.status === 'draft' || retainer.status === 'proposed')) {
      event.preventDefault()
      setDeclining(retainer)
    } else if (step) {
      event.preventDefault()
      if (!event.altKey) focusFrom(card, step)
      else if (step[0] !== 0) void move(retainer, step[0] < 0 ? -1 : 1)
    }
  }
  useEffect(() => {
    const board = whole.current
    board?.addEventListener('keydown', onKeyDown)
    return () => board?.removeEventListener('keydown', onKeyDown)
  })
  return { declining, keepAsking: () => setDeclining(null) }
}

/** The card above or below, or at the same height of the next column that has one. */
function focusFrom(card: HTMLElement, [columns, cards]: readonly [number, number]): void {
  const column = card.closest('section')
  const all = [...(column?.parentElement?.querySelectorAll('section') ?? [])].filter((each) =>
    each.querySelector('[data-retainer]'),
  )
  const cardsOf = (each: Element | undefined): HTMLElement[] => [
    ...(each?.querySelectorAll<HTMLElement>('[data-retainer]') ?? []),
  ]
  const at = cardsOf(column ?? undefined).indexOf(card)
  const next = cardsOf(all[all.indexOf(column as HTMLElement) + columns])
  const goal = columns === 0 ? cardsOf(column ?? undefined)[at + cards] : (next[at] ?? next.at(-1))
  goal?.querySelector('button')?.focus()
}
