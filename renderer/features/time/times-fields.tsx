import { addDays } from '#shared/kernel/day.ts'
import { parseDuration, parseTime } from '#shared/i18n/parse.ts'
import { refusalText } from '#shared/i18n/problems.ts'
import type { Refusal } from '#shared/kernel/refusal.ts'
import { hoursText } from '../../parts/hours-text.ts'
import { cx } from '../../ui/cx.ts'
import { LinkButton } from '../../ui/link.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useWords } from '../../words.tsx'
import { checkTimes, withNights, withTime, type EntryDraft, type Ground, type TimeField } from './entry-draft.ts'
import { faultText } from './fault-text.ts'
import css from './time.module.css'

interface TimesFieldsProps {
  draft: EntryDraft
  ground: Ground
  onChange: (draft: EntryDraft) => void
  /** Saving was tried: what is missing is said too. */
  isChecked: boolean
  /** The fields that were left with something in them: what is wrong there is said. */
  left: ReadonlySet<TimeField>
  onLeave: (field: TimeField) => void
  /** What the shell refused a time for. */
  refused: { readonly field: TimeField; readonly refusal: Refusal } | null
  inputs: Readonly<Record<TimeField, React.Ref<HTMLInputElement>>>
  autoFocus: boolean
}

/** From, to and hours: any two make the third. A time is checked on leaving it, and again on every key from then on. */
export function TimesFields(props: TimesFieldsProps) {
  const { draft, ground, onChange, isChecked, left, onLeave, refused, inputs, autoFocus } = props
  const { t, format } = useWords()
  const read = checkTimes(draft, ground)
  const said = !read.ok && (isChecked || left.has(read.field)) ? read : null

  const fieldProps = (field: TimeField) => ({
    value: draft[field],
    figures: true,
    inputRef: inputs[field],
    className: cx(css.time),
    error:
      said?.field === field
        ? faultText(t, field, said.fault)
        : refused?.field === field
          ? refusalText(t, format, refused.refusal)
          : undefined,
    onChange: (text: string) => onChange(withTime(draft, field, text, ground)),
    onBlur: () => {
      const tidy = tidied(field)
      if (tidy !== null && tidy !== draft[field]) onChange(withTime(draft, field, tidy, ground))
      // A field that was only passed through is not a mistake yet.
      if (draft[field].trim() !== '') onLeave(field)
    },
  })
  /** What was typed as it is written: 930 becomes 9:30. */
  function tidied(field: TimeField): string | null {
    const parsed = field === 'hours' ? parseDuration(draft.hours) : parseTime(draft[field])
    if (!parsed.ok) return null
    return field === 'hours' ? hoursText(format, parsed.value) : format.hours(parsed.value)
  }
  const nextDay = said?.fault.code === 'endBeforeStart' && said.fault.nextDay
  return (
    <div className={cx(css.times)}>
      <TextField {...fieldProps('from')} label={t('time.form.from')} autoFocus={autoFocus} />
      <TextField {...fieldProps('to')} label={t('time.form.to')} />
      <TextField {...fieldProps('hours')} label={t('time.form.hours')} unit={draft.hours === '' ? undefined : 'h'} />
      {nextDay ? (
        <p className={cx(css.timesNote)}>
          <LinkButton size="small" onPress={() => onChange(withNights(draft, 1, ground))}>
            {t('time.form.nextDay', { time: draft.to })}
          </LinkButton>
        </p>
      ) : null}
      {draft.nights > 0 && !said ? (
        <p className={cx(css.timesNote)}>
          {t('time.form.endsOn', { day: format.day(addDays(ground.day, draft.nights), 'full') })}{' '}
          <LinkButton size="small" onPress={() => onChange(withNights(draft, 0, ground))}>
            {t('time.form.sameDay')}
          </LinkButton>
        </p>
      ) : null}
    </div>
  )
}
