import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { ComboBox, Input, ListBox, Popover } from 'react-aria-components/ComboBox'
import { fileMonthOf, type SpanEntry } from '#shared/model/entry.ts'
import { rankChoices } from '../parts/engagement-options.ts'
import { recentWorkOf } from '../parts/recents.ts'
import { cx } from '../ui/cx.ts'
import menu from '../ui/menu.module.css'
import { OptionRow, type Option } from '../ui/options.tsx'
import { useBook, useExecute } from '../workspace.tsx'
import { useWords } from '../words.tsx'
import { WhatRuns } from './what-runs.tsx'
import css from './timer-bar.module.css'

/**
 * Whose work it is, and the note, which is written where it is read, with earlier notes to choose from. Enter or leaving
 * keeps it, Escape puts it back.
 */
export function RunningNote({ entry }: { entry: SpanEntry }) {
  const { t } = useWords()
  const execute = useExecute()
  const [note, setNote] = useState(entry.note)
  const kept = useRef(entry.note)
  const found = useEarlierNotes(entry, note)
  const keep = (): void => {
    if (note.trim() === kept.current) return
    kept.current = note.trim()
    void execute('entry.update', { id: entry.id, month: fileMonthOf(entry), note })
  }
  // The timer may be stopped in the tray while this is being written: it is kept all the same.
  const left = useEffectEvent(keep)
  useEffect(() => () => left(), [])
  return (
    <div className={cx(css.running)}>
      <WhatRuns entry={entry} />
      <ComboBox<Option>
        aria-label={t('app.timer.note')}
        allowsCustomValue
        menuTrigger="input"
        items={found}
        inputValue={note}
        onInputChange={setNote}
        onBlur={keep}
      >
        <Input
          className={cx(css.note)}
          placeholder={t('app.timer.addNote')}
          onKeyDown={(event) => {
            const isChoosing = event.currentTarget.hasAttribute('aria-activedescendant')
            if (event.key === 'Enter' && !isChoosing) event.currentTarget.blur()
            if (event.key === 'Escape') setNote(entry.note)
          }}
        />
        <Popover className={cx(menu.panel)} offset={4} data-surface="raised">
          <ListBox<Option> className={cx(menu.list)}>{(option) => <OptionRow option={option} />}</ListBox>
        </Popover>
      </ComboBox>
    </div>
  )
}

/** So many are offered. */
const MOST = 6

/**
 * Notes that the text may become, those on the same work first. There are some before anything is typed: the list opens
 * with the first letter only where it holds something already.
 */
function useEarlierNotes(entry: SpanEntry, text: string): Option[] {
  const book = useBook()
  const works = recentWorkOf(book)
  const ours = works.filter((work) => work.engagementId === entry.engagementId)
  const others = works.filter((work) => work.engagementId !== entry.engagementId)
  const notes = [...new Set([...ours, ...others].map((work) => work.note))].filter((note) => note !== text)
  return rankChoices(
    notes.map((name) => ({ name })),
    text,
  )
    .slice(0, MOST)
    .map(({ name }) => ({ id: name, label: name }))
}
