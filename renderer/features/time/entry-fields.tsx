import { useRef, useState, type RefObject } from 'react'
import type { Refusal } from '#shared/kernel/refusal.ts'
import { refusalText } from '#shared/i18n/problems.ts'
import { EngagementPicker } from '../../parts/engagement-picker.tsx'
import { PerkField } from '../../parts/perk-field.tsx'
import { TagsField } from '../../parts/tags-field.tsx'
import { cx } from '../../ui/cx.ts'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useWords } from '../../words.tsx'
import { checkTimes, type EntryDraft, type Ground, type TimeField, type When } from './entry-draft.ts'
import { TimesFields } from './times-fields.tsx'
import css from './time.module.css'

interface Refused {
  readonly field: TimeField
  readonly refusal: Refusal
}

/** What a form of an entry knows of itself: whether saving was tried, what was refused, where its fields are. */
export interface EntryForm {
  readonly isChecked: boolean
  readonly left: ReadonlySet<TimeField>
  readonly leave: (field: TimeField) => void
  readonly refused: Refused | null
  readonly picker: RefObject<HTMLInputElement | null>
  readonly inputs: Readonly<Record<TimeField, RefObject<HTMLInputElement | null>>>
  /** The draft's times where all is right; else says what is wrong and goes there. `null` also for what is not chosen. */
  readonly read: (draft: EntryDraft, ground: Ground) => When | null
  readonly checkWork: (draft: EntryDraft) => boolean
  readonly onRefused: (refusal: Refusal) => void
  /** Forgets what was said. */
  readonly reset: () => void
  readonly changed: () => void
}

export function useEntryForm(): EntryForm {
  const { t, format } = useWords()
  const [isChecked, setChecked] = useState(false)
  const [left, setLeft] = useState<ReadonlySet<TimeField>>(new Set())
  const [refused, setRefused] = useState<Refused | null>(null)
  const picker = useRef<HTMLInputElement>(null)
  const [from, to, hours] = [
    useRef<HTMLInputElement>(null),
    useRef<HTMLInputElement>(null),
    useRef<HTMLInputElement>(null),
  ]
  const inputs = { from, to, hours }
  return {
    isChecked,
    left,
    leave: (field) => setLeft((before) => new Set(before).add(field)),
    refused,
    picker,
    inputs,
    checkWork(draft) {
      setChecked(true)
      if (draft.engagementId === undefined) picker.current?.focus()
      return draft.engagementId !== undefined
    },
    read(draft, ground) {
      setChecked(true)
      const read = checkTimes(draft, ground)
      if (read.ok) return read.when
      inputs[read.field].current?.focus()
      return null
    },
    onRefused(refusal) {
      const field = fieldOf(refusal)
      if (field) {
        setRefused({ field, refusal })
        inputs[field].current?.focus()
      } else showToast({ text: refusalText(t, format, refusal), tone: 'refused' })
    },
    reset() {
      setChecked(false)
      setLeft(new Set())
      setRefused(null)
    },
    changed: () => setRefused(null),
  }
}

function fieldOf(refusal: Refusal): TimeField | null {
  const field = 'field' in refusal ? refusal.field : undefined
  if (field === 'start') return 'from'
  if (field === 'end') return 'to'
  return field === 'seconds' || field === 'day' ? 'hours' : null
}

interface EntryFieldsProps {
  draft: EntryDraft
  onChange: (draft: EntryDraft) => void
  ground: Ground
  form: EntryForm
  /** The times of what runs are not changed here. */
  isRunning?: boolean
  isFocused?: boolean
}

/** What it was for, when, and what was done. */
export function EntryFields({ draft, onChange, ground, form, isRunning = false, isFocused = false }: EntryFieldsProps) {
  const { t } = useWords()
  const change = (next: EntryDraft): void => {
    form.changed()
    onChange(next)
  }
  const lacksWork = form.isChecked && draft.engagementId === undefined
  return (
    <div className={cx(css.fields)}>
      <EngagementPicker
        label={t('time.form.for')}
        placeholder={t('time.form.forPlaceholder')}
        value={draft.engagementId}
        withEnded
        inputRef={form.picker}
        error={lacksWork ? t('time.fault.noEngagement') : undefined}
        onChange={(engagementId) =>
          change({ ...draft, engagementId, billable: billableOn(draft, engagementId), perkId: null })
        }
      />
      <TextField
        label={t('time.form.note')}
        value={draft.note}
        autoFocus={isRunning && isFocused}
        onChange={(note) => change({ ...draft, note })}
      />
      <TagsField
        label={t('time.form.tags')}
        hint={t('timeList.changeMany.tagsHint')}
        value={draft.tags}
        onChange={(tags) => change({ ...draft, tags })}
      />
      <PerkField
        label={t('time.form.perk')}
        engagementId={draft.engagementId ?? null}
        day={ground.day}
        value={draft.perkId}
        onChange={(perkId) => change({ ...draft, perkId })}
      />
      {isRunning ? (
        <p className={cx(css.timesNote)}>{t('time.form.running')}</p>
      ) : (
        <TimesFields
          {...{ draft, ground, isChecked: form.isChecked, left: form.left, refused: form.refused, inputs: form.inputs }}
          onLeave={form.leave}
          autoFocus={isFocused}
          onChange={change}
        />
      )}
    </div>
  )
}

/** Own work is never billed; work that was own becomes billable with the client that it turns out to be for. */
function billableOn(draft: EntryDraft, engagementId: EntryDraft['engagementId']): boolean {
  if (engagementId === null) return false
  return draft.engagementId === null ? true : draft.billable
}
