import { useRef, useState } from 'react'
import type { DayView } from '#shared/domain/day-view.ts'
import type { Day } from '#shared/kernel/day.ts'
import type { Id } from '#shared/kernel/id.ts'
import type { Instant } from '#shared/kernel/instant.ts'
import type { TimeEntry } from '#shared/model/entry.ts'
import { useNow } from '../../clock.ts'
import { useKept } from '../../parts/kept.ts'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { useWords } from '../../words.tsx'
import { usePreferences } from '../../workspace.tsx'
import { AddForm } from './add-form.tsx'
import { DayCalendar } from './day-calendar.tsx'
import { DayList } from './day-list.tsx'
import { DayStatement } from './day-statement.tsx'
import { checkTimes, draftOfTimes, emptyDraft, type EntryDraft, type When } from './entry-draft.ts'
import { OverlapNotice } from './overlap-notice.tsx'
import { QuickEntry } from './quick-entry.tsx'
import { SplitDialog } from './split-dialog.tsx'
import { useDayView } from './use-day-view.ts'
import { useEntryDeeds } from './use-entry-deeds.ts'
import { useTyped } from './use-typed.ts'
import css from './time.module.css'

/** What is being added, in either way. It stays when one looks at another day or place. */
interface Adding {
  readonly text: string
  /** null: no fields are shown. */
  readonly draft: EntryDraft | null
}

/** The day itself: its sentence, the line of its hours, what is typed, its entries, its sum. */
export function DayPane({ day }: { day: Day }) {
  const { t, format } = useWords()
  const { timeZone } = usePreferences()
  const view = useDayView(day)
  const now = useNow('minute')
  const { draft: adding, change } = useKept<Adding>('time.add', () => ({ text: '', draft: null }))
  const [selected, select] = useState<Id | null>(null)
  const [open, setOpen] = useState<ReadonlySet<Id>>(new Set())
  const [cutting, setCutting] = useState<TimeEntry | null>(null)
  const side = useRef<HTMLDivElement>(null)
  const state = useTyped(adding.text, day)
  const deeds = {
    ...useEntryDeeds(),
    edit: (entry: TimeEntry) => setOpen((before) => new Set(before).add(entry.id)),
    askSplit: setCutting,
  }
  const ground = { day, zone: timeZone, now, original: null, format }
  const ghost = ghostOf(adding.draft ? readTimes(adding.draft) : state && 'typed' in state ? state.typed.when : null)
  const showFields = (draft: EntryDraft): void => {
    change({ draft, text: '' })
    requestAnimationFrame(() => side.current?.querySelector<HTMLInputElement>('form [role="combobox"]')?.focus())
  }
  return (
    <>
      <DayStatement day={day} view={view} />
      <div className={cx(css.columns)}>
        <DayCalendar
          day={day}
          view={view}
          deeds={deeds}
          selected={selected}
          onSelect={select}
          ghost={ghost}
          onDrawn={(times) => showFields({ ...draftOfTimes(times, timeZone, format), ...saidOf(adding.draft) })}
        />
        <div ref={side} className={cx(css.side)}>
          {adding.draft ? (
            <AddForm
              day={day}
              draft={adding.draft}
              onChange={(draft) => change({ draft })}
              onAdded={() => change({ draft: emptyDraft })}
              onClose={() => change({ draft: null })}
            />
          ) : (
            <div className={cx(css.adding)}>
              <QuickEntry
                day={day}
                text={adding.text}
                onChange={(text) => change({ text })}
                state={state}
                onFields={showFields}
              />
              <Button
                size="small"
                variant="quiet"
                onPress={() => showFields(state && 'typed' in state ? state.typed.draft : emptyDraft)}
              >
                {t('time.typed.fields')}
              </Button>
            </div>
          )}
          {view.rows.length === 0 ? null : (
            <>
              <OverlapNotice view={view} />
              <DayList
                day={day}
                view={view}
                deeds={deeds}
                open={open}
                onClose={(id) => setOpen((before) => new Set([...before].filter((each) => each !== id)))}
                selected={selected}
                onSelect={select}
              />
              <Sums view={view} />
            </>
          )}
        </div>
      </div>
      {cutting ? (
        <SplitDialog key={cutting.id} entry={cutting} onSplit={deeds.split} onClose={() => setCutting(null)} />
      ) : null}
    </>
  )

  function readTimes(draft: EntryDraft): When | null {
    const read = checkTimes(draft, ground)
    return read.ok ? read.when : null
  }
}

const ghostOf = (when: When | null): { start: Instant; end: Instant } | null => (when && 'start' in when ? when : null)

/** What has been said already of what is being added, beside its times. */
const saidOf = (draft: EntryDraft | null) =>
  draft && {
    engagementId: draft.engagementId,
    note: draft.note,
    tags: draft.tags,
    perkId: draft.perkId,
    billable: draft.billable,
  }

function Sums({ view }: { view: DayView }) {
  const { t, format } = useWords()
  const hasTwice = view.twice >= 60
  return (
    <dl className={cx(css.sums)}>
      {hasTwice ? (
        <>
          <div>
            <dt>{t('time.sums.entered')}</dt>
            <dd className="figures">{format.hours(view.entered)}</dd>
          </div>
          <div>
            <dt>{t('time.sums.twice')}</dt>
            {/* The step between the two sums as they are shown, so that these three add up. */}
            <dd className={cx('figures', css.over)}>
              {format.hours((Math.floor(view.worked / 60) - Math.floor(view.entered / 60)) * 60)}
            </dd>
          </div>
        </>
      ) : null}
      <div className={cx(css.total)}>
        <dt>{hasTwice ? t('time.sums.byClock') : t('time.sums.worked')}</dt>
        <dd className="figures">{format.hours(view.worked)}</dd>
      </div>
    </dl>
  )
}
