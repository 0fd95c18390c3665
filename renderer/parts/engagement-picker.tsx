import { useEffect, useMemo, useState } from 'react'
import type { RecentWork } from '#shared/domain/recent-work.ts'
import { standingOf, type Standing } from '#shared/domain/standing.ts'
import { amountInColumn } from '#shared/i18n/amounts.ts'
import type { Format } from '#shared/i18n/format.ts'
import type { Translator } from '#shared/i18n/translator.ts'
import type { Id } from '#shared/kernel/id.ts'
import { afterPicture } from '../after-picture.tsx'
import { notBefore, useNow } from '../clock.ts'
import { ComboBox } from '../ui/combo-box.tsx'
import type { FieldBasics } from '../ui/field.tsx'
import type { Option } from '../ui/options.tsx'
import { useWords } from '../words.tsx'
import { useBook, useToday } from '../workspace.tsx'
import { ClientMark } from './client-mark.tsx'
import { recentWorkOf } from './recents.ts'
import { engagementChoices, rankChoices, type EngagementChoice } from './engagement-options.ts'

interface EngagementPickerProps extends Pick<
  FieldBasics,
  'label' | 'labelPlacement' | 'hint' | 'error' | 'autoFocus' | 'width' | 'className'
> {
  /** null is own work; undefined, nothing chosen yet. */
  value: Id | null | undefined
  onChange: (id: Id | null) => void
  placeholder?: string | undefined
  /** Offers retainers that have ended too, for time that is entered afterwards. */
  withEnded?: boolean | undefined
  inputRef?: React.Ref<HTMLInputElement> | undefined
  /** Offers what was noted lately too, found by its words. */
  onWork?: ((work: RecentWork) => void) | undefined
}

const OWN_WORK = 'own'
type OptionId = Id | typeof OWN_WORK | `work ${string}`
/** So many earlier notes are offered below the names. */
const MOST_WORK = 6

/** What one works on: the last used first, found by a few letters of the client or of the work. */
export function EngagementPicker({ value, onChange, withEnded = false, onWork, ...field }: EngagementPickerProps) {
  const { t } = useWords()
  const [text, setText] = useState('')
  const [isListed, setListed] = useState(false)
  // The list is long and each line of it has a ledger behind it: a start shows the field, and makes the list after it.
  useEffect(() => afterPicture(() => setListed(true)), [])
  const { choices, optionOf } = useChoices(value, withEnded, isListed)
  const chosen = choices.find((choice) => (choice.work?.engagement.id ?? null) === value)
  // The chosen one's name stands in the field when the list is opened: that is no search.
  const found = text === chosen?.name ? choices : rankChoices(choices, text)
  const work = useEarlierWork(onWork !== undefined && text !== '' && text !== chosen?.name ? text : null)
  return (
    <ComboBox<OptionId>
      {...field}
      options={[...found.map(optionOf), ...work.options]}
      onFocus={() => setListed(true)}
      value={value === null ? OWN_WORK : (value ?? null)}
      onSearch={setText}
      emptyText={t('time.picker.none')}
      onChange={(id) => {
        // The field was emptied: what was chosen stays until something else is.
        const earlier = id === null ? undefined : work.byId.get(id)
        if (earlier) onWork?.(earlier)
        else if (id !== null) onChange(id === OWN_WORK ? null : (id as Id))
      }}
    />
  )
}

/** Earlier notes that the text may mean, with whose they are; none without a text. */
function useEarlierWork(text: string | null) {
  const book = useBook()
  return useMemo(() => {
    const byId = new Map<OptionId, RecentWork>()
    if (text === null) return { options: [], byId }
    const { clients, engagements } = book.workspace.tables
    const named = recentWorkOf(book).map((work) => {
      const engagement = work.engagementId === null ? undefined : engagements.get(work.engagementId)
      const client = engagement && clients.get(engagement.clientId)
      return { work, client, name: `${work.note} ${client?.name ?? ''}` }
    })
    const options = rankChoices(named, text)
      .slice(0, MOST_WORK)
      .map(({ work, client }): Option<OptionId> => {
        const id = `work ${work.entry.id}` as const
        byId.set(id, work)
        return { id, label: work.note, note: client?.name, ...(client && { mark: <ClientMark mark={client.mark} /> }) }
      })
    return { options, byId }
  }, [book, text])
}

/** What can be picked, and how each is drawn. What is left of the retainers is worked out by the minute, not by the key. */
function useChoices(chosen: Id | null | undefined, withEnded: boolean, isListed: boolean) {
  const { t, format } = useWords()
  const book = useBook()
  const minute = useNow('minute')
  const today = useToday()
  const ownWork = t('time.picker.ownWork')
  const choices = useMemo(() => {
    const all = engagementChoices(book, { chosen, withEnded, today, ownWork })
    return isListed ? all : all.filter(({ work }) => (work?.engagement.id ?? null) === chosen)
  }, [book, chosen, withEnded, today, ownWork, isListed])
  return useMemo(() => {
    const now = book.running ? notBefore(minute, book.running.start) : minute
    const options = new Map<EngagementChoice, Option<OptionId>>()
    for (const choice of choices) {
      const { name, work } = choice
      if (!work) {
        options.set(choice, { id: OWN_WORK, label: name })
        continue
      }
      const { engagement, client } = work
      const standing = engagement.kind === 'retainer' ? standingOf(book, engagement, now) : null
      const note = noteOf(t, format, engagement.kind, standing)
      options.set(choice, { id: engagement.id, label: name, mark: <ClientMark mark={client.mark} />, note })
    }
    const optionOf = (choice: EngagementChoice): Option<OptionId> =>
      options.get(choice) ?? { id: OWN_WORK, label: choice.name }
    return { choices, optionOf }
  }, [book, minute, choices, t, format])
}

function noteOf(
  t: Translator,
  format: Format,
  kind: 'hourly' | 'project' | 'retainer',
  standing: Standing | null,
): string {
  if (kind === 'hourly') return t('time.picker.hourly')
  if (kind === 'project') return t('time.picker.project')
  if (!standing) return t('time.picker.outsideTerm')
  const { basis, over, left } = standing
  if (basis === 'access') return t('app.amounts.access')
  return over > 0
    ? t('time.picker.over', { over: amountInColumn(format, basis, over) })
    : t('time.picker.left', { left: amountInColumn(format, basis, left) })
}
