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

/** So long after the last letter what has been typed so far is kept. */
const PAUSE_MS = 1000

/**
 * Whose work it is, and the note, which is written where it is read, with earlier notes to choose from. Enter, leaving or
 * a pause keeps it, so that nothing ends the app with a sentence in the air; Escape puts it back.
 */
export function RunningNote({ entry }: { entry: SpanEntry }) {
  const { t } = useWords()
  const { note, setNote, putBack, enter, leave, times } = useKeptNote(entry)
  // What is put back is no beginning of something else: nothing is offered for it.
  const [isBack, setBack] = useState(false)
  const found = useEarlierNotes(entry, note)
  return (
    <div className={cx(css.running)}>
      <WhatRuns entry={entry} />
      <ComboBox<Option>
        key={times}
        aria-label={t('app.timer.note')}
        allowsCustomValue
        menuTrigger={isBack ? 'manual' : 'input'}
        items={found}
        inputValue={note}
        onInputChange={(text) => {
          setBack(false)
          setNote(text)
        }}
        onFocus={enter}
        onBlur={leave}
      >
        <Input
          className={cx(css.note)}
          placeholder={t('app.timer.addNote')}
          onKeyDown={(event) => {
            const isChoosing = event.currentTarget.hasAttribute('aria-activedescendant')
            if (event.key === 'Enter' && !isChoosing) event.currentTarget.blur()
            // Where notes are offered it first sends those away.
            if (event.key !== 'Escape' || event.currentTarget.getAttribute('aria-expanded') === 'true') return
            setBack(true)
            putBack()
          }}
        />
        <Popover className={cx(menu.panel)} offset={4} data-surface="raised">
          <ListBox<Option> className={cx(menu.list)}>{(option) => <OptionRow option={option} />}</ListBox>
        </Popover>
      </ComboBox>
    </div>
  )
}

/** What is typed, and what of it is kept: at a pause, and when it is left. To take it back is one step. */
function useKeptNote(entry: SpanEntry) {
  const execute = useExecute()
  const [note, setNote] = useState(entry.note)
  const [seen, setSeen] = useState(entry.note)
  /** What was said last of it, here; and what it was when the typing began. */
  const [said, setSaid] = useState(entry.note)
  const begun = useRef(entry.note)
  const goesOn = useRef(false)
  const [times, setTimes] = useState(0)
  // Undone, or written in another window. What comes back is what was said here, and more may have been typed since.
  if (entry.note !== seen) {
    setSeen(entry.note)
    if (entry.note !== said) {
      setNote(entry.note)
      setSaid(entry.note)
    }
  }
  const keep = async (typed: string): Promise<void> => {
    const text = typed.trim()
    if (text === said) return
    setSaid(text)
    const input = { id: entry.id, month: fileMonthOf(entry), note: text, goesOn: goesOn.current }
    goesOn.current = true
    // What was refused is tried again when it is left.
    if ((await execute('entry.update', input)) === null) setSaid(said)
  }
  const paused = useEffectEvent((typed: string) => void keep(typed))
  useEffect(() => {
    const timer = setTimeout(() => paused(note), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [note])
  // The timer may be stopped in the tray while this is being written: it is kept all the same.
  const gone = useEffectEvent(() => void keep(note))
  useEffect(() => () => gone(), [])
  return {
    note,
    setNote,
    putBack: () => setNote(begun.current),
    enter: () => {
      begun.current = entry.note
      goesOn.current = false
    },
    leave: () => {
      void keep(note)
      // A field of its own for each time: else the browser's undo would go on in one that was left.
      if (note !== begun.current) setTimes((before) => before + 1)
    },
    times,
  }
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
