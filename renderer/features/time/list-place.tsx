import { FileOutput } from 'lucide-react'
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import { groupings, type Asked, type Grouping } from '#shared/domain/entry-list/asked.ts'
import type { ListLine } from '#shared/domain/entry-list/listing.ts'
import { parseSearch } from '#shared/i18n/entry-search.ts'
import { ask } from '../../asks.ts'
import { useKept } from '../../parts/kept.ts'
import { useWeekStart } from '../../parts/use-week-start.ts'
import { IconButton } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { Select } from '../../ui/select.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useWords } from '../../words.tsx'
import { useToday } from '../../workspace.tsx'
import type { ViewProps } from './views.ts'
import { EntryGrid } from './entry-grid.tsx'
import { ListStatement } from './list-statement.tsx'
import { RowMenu } from './row-menu.tsx'
import { SearchBox } from './search-box.tsx'
import { SelectionBar } from './selection-bar.tsx'
import { EditDialog } from './edit-dialog.tsx'
import { SplitDialog } from './split-dialog.tsx'
import { useEntryDeeds } from './use-entry-deeds.ts'
import { useEntryWindow } from './use-entry-window.ts'
import { useRemove } from './use-remove.ts'
import { useSelection } from './use-selection.ts'
import css from './list.module.css'

type EntryLine = Extract<ListLine, { kind: 'entry' }>

const groupLabels = {
  day: 'timeList.group.day',
  week: 'timeList.group.week',
  month: 'timeList.group.month',
  client: 'timeList.group.client',
  engagement: 'timeList.group.engagement',
} as const

/** Every entry there is: looked for, in groups with their sums, changed one or many at a time. */
export function ListPlace({ modes, search: asksFor }: ViewProps) {
  const { t } = useWords()
  const today = useToday()
  const weekStart = useWeekStart()
  const { draft: wanted, change } = useKept<{ text: string; group: Grouping }>('time.list', () => ({
    text: '',
    group: 'day',
  }))
  const [wasAsked, setAsked] = useState<string>()
  if (asksFor !== undefined && asksFor !== wasAsked) {
    setAsked(asksFor)
    change({ text: asksFor })
  }
  const ownWork = t('time.picker.ownWork')
  const search = useMemo(() => parseSearch(wanted.text, { today, ownWork }), [wanted.text, today, ownWork])
  // While a blank or a colon is typed it stays the same question.
  const key = JSON.stringify(search.query)
  const asked = useMemo<Asked>(
    () => ({ query: JSON.parse(key) as Asked['query'], group: wanted.group, weekStart }),
    [key, wanted.group, weekStart],
  )
  const { shown, look } = useEntryWindow(asked)
  const selection = useSelection(asked)
  const [edited, setEdited] = useState<EntryLine | null>(null)
  const [cutting, setCutting] = useState<EntryLine | null>(null)
  const { split } = useEntryDeeds()
  const [menu, setMenu] = useState<{ line: EntryLine; anchor: Element } | null>(null)
  const grid = useRef<HTMLDivElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const remove = useRemove(selection)
  useFindKey(() => input.current?.select())
  const toTop = (): void => grid.current?.scrollTo({ top: 0 })

  const page = shown?.page ?? null
  const isEmpty = page !== null && page.lines === 0
  return (
    <div className={cx(css.place)}>
      <PageHead title={t('timeList.title')} actions={modes} />
      {page ? <ListStatement page={page} isSearch={wanted.text.trim() !== ''} /> : null}
      <div className={cx(css.tools)}>
        <SearchBox
          text={wanted.text}
          onChange={(text) => {
            change({ text })
            toTop()
          }}
          search={search}
          input={input}
          onLeave={() => grid.current?.focus()}
        />
        <Select<Grouping>
          label={t('timeList.group.label')}
          labelPlacement="hidden"
          width={152}
          options={groupings.map((id) => ({ id, label: t(groupLabels[id]) }))}
          value={wanted.group}
          onChange={(group) => {
            change({ group })
            toTop()
          }}
        />
        {wanted.text.trim() !== '' && page !== null && page.entries > 0 ? (
          <IconButton
            icon={FileOutput}
            label={t('timeList.export')}
            onPress={() => ask({ what: 'exportFound', text: wanted.text, query: asked.query })}
          />
        ) : null}
      </div>
      <SelectionBar selection={selection} onRemove={() => void remove(null)} />
      {isEmpty ? null : shown ? (
        <EntryGrid
          shown={shown}
          look={look}
          asked={asked}
          selection={selection}
          grid={grid}
          onEdit={setEdited}
          onRemove={(line) => void remove(line)}
          onMenu={(line, anchor) => setMenu({ line, anchor })}
        />
      ) : (
        <Skeleton label={t('timeList.loading')} />
      )}
      {menu ? (
        <RowMenu
          {...menu}
          onClose={() => setMenu(null)}
          onEdit={() => setEdited(menu.line)}
          onSplit={() => setCutting(menu.line)}
          onRemove={() => void remove(menu.line, true)}
        />
      ) : null}
      {cutting ? <SplitDialog entry={cutting.entry} onSplit={split} onClose={() => setCutting(null)} /> : null}
      {edited ? <EditDialog key={edited.entry.id} entry={edited.entry} onClose={() => setEdited(null)} /> : null}
    </div>
  )
}

/** Ctrl or Cmd with F, and a slash outside of fields, go to the search. */
function useFindKey(find: () => void): void {
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    if (document.querySelector('[role="dialog"], [role="menu"]')) return
    const isFind = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key === 'f'
    const isSlash = event.key === '/' && !(event.target instanceof HTMLInputElement)
    if (!isFind && !isSlash) return
    event.preventDefault()
    find()
  })
  useEffect(() => {
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [])
}
