import { periodAt, termsOf } from '#shared/domain/periods.ts'
import { withoutPauses } from '#shared/domain/versions.ts'
import { parseWhole } from '#shared/i18n/parse.ts'
import { theDay } from '#shared/i18n/the-day.ts'
import { isDay } from '#shared/kernel/day.ts'
import { scaleRounded } from '#shared/kernel/rounding.ts'
import { CountField } from '../../parts/count-field.tsx'
import { DurationField } from '../../parts/duration-field.tsx'
import { MoneyField } from '../../parts/money-field.tsx'
import { cx } from '../../ui/cx.ts'
import { DateField } from '../../ui/date-field.tsx'
import { FieldRow, Word } from '../../ui/field.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { Select } from '../../ui/select.tsx'
import { useToday } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import { isMidMonth, unfit } from './draft.ts'
import { termAt } from '#shared/domain/term.ts'
import type { ClauseProps } from './terms-form.tsx'
import { useUnfitText } from './unfit-text.ts'
import { useWas } from './was.ts'
import { Pair } from './pair.tsx'
import css from './terms-form.module.css'

/** Hours for a fee, and what an hour comes to. */
export function AmountClause({ editor, isChecked }: ClauseProps) {
  const { t } = useWords()
  const { draft, change, ground } = editor
  const unfitText = useUnfitText()
  const was = useWas(editor, ['hours', 'fee'], ({ hours, fee }) =>
    t('retainers.editor.hoursFor', { hours: `${hours} h`, fee }),
  )
  return (
    <FieldRow label={t('retainers.editor.eachMonth')} hint={useRateHint(editor)} was={was}>
      <DurationField
        label={t('retainers.editor.hours')}
        labelPlacement="hidden"
        value={draft.hours}
        onChange={(hours) => change({ hours })}
        check={(seconds) => unfitText(unfit.hours(seconds))}
        isChecked={isChecked}
        className={cx(css.part)}
        width={80}
      />
      <Word>{t('retainers.editor.for')}</Word>
      <MoneyField
        label={t('retainers.editor.fee')}
        labelPlacement="hidden"
        currency={ground.currency}
        value={draft.fee}
        onChange={(fee) => change({ fee })}
        isChecked={isChecked}
        className={cx(css.part)}
        width={112}
      />
    </FieldRow>
  )
}

/** What an hour comes to, against the list rate; with what was agreed before a later version, where there is one. */
function useRateHint({ agreement, base }: ClauseProps['editor']): string | undefined {
  const { t, format } = useWords()
  const version = agreement?.versions.at(-1)
  if (!agreement || !version || version.included === 0) return undefined
  const { currency, listRate } = agreement
  const rate = scaleRounded(version.fee, 60, version.included)
  const written = format.money(rate, currency, 'always')
  const hint =
    rate === listRate
      ? t('retainers.editor.isListRate', { rate: written })
      : t('retainers.editor.belowListRate', { rate: written, list: format.money(listRate, currency, 'always') })
  const agreed = base ? withoutPauses(base.agreement.versions) : []
  const [earlier, latest] = [agreed.at(-2), agreed.at(-1)]
  if (!earlier || !latest) return hint
  const before = t('retainers.editor.lastVersion', {
    day: theDay(format, latest.from, 'long', 'dal'),
    hours: format.duration(earlier.included * 60),
    fee: format.money(earlier.fee, currency),
  })
  return `${hint}. ${before}`
}

/** The day on which it starts; what the first month is, only where it is a part of one. */
export function StartClauses({ editor, isChecked, error }: ClauseProps & { error: string | undefined }) {
  const { t, format } = useWords()
  const { draft, change, last } = editor
  const was = useWas(editor, ['startsOn', 'proration'], ({ startsOn }) =>
    startsOn ? format.day(startsOn, 'long') : '',
  )
  const unfitText = useUnfitText()
  const missing = isChecked ? t('retainers.problem.noDay') : undefined
  const fault = draft.startsOn === null ? missing : isChecked ? unfitText(unfit.startsOn(draft.startsOn)) : undefined
  const first = last && periodAt(last, 0)
  const part = first && termsOf(last, first)
  return (
    <>
      <FieldRow label={t('retainers.editor.starts')} was={was}>
        <DateField
          label={t('retainers.editor.starts')}
          labelPlacement="hidden"
          value={draft.startsOn}
          onChange={(day) => change({ startsOn: day !== null && isDay(day) ? day : null })}
          error={fault ?? error}
          className={cx(css.part)}
          width={144}
        />
      </FieldRow>
      {isMidMonth(draft.startsOn) ? (
        <FieldRow
          label={t('retainers.editor.firstMonth')}
          hint={
            part &&
            t('retainers.editor.hoursFor', {
              hours: format.duration(part.included * 60),
              fee: format.money(part.fee, last.currency, 'always'),
            })
          }
        >
          <Segmented
            size="small"
            label={t('retainers.editor.firstMonth')}
            value={draft.proration}
            onChange={(proration) => change({ proration })}
            segments={[
              { id: 'days', label: t('retainers.editor.byDays') },
              { id: 'none', label: t('retainers.editor.asWhole') },
            ]}
          />
        </FieldRow>
      ) : null}
    </>
  )
}

/** The term, what follows it, and how long before one says so. What stays open has no term to count. */
export function EndClauses({ editor, isChecked }: ClauseProps) {
  const { t } = useWords()
  const { draft, change } = editor
  const unfitText = useUnfitText()
  const options = useEndOptions(editor)
  const periods = countOf(draft.periods)
  const notice = countOf(draft.noticeDays)
  const labelOf = (id: string): string => options.find((option) => option.id === id)?.label ?? ''
  const wasTerm = useWas(editor, ['periods'], (agreed) =>
    t('retainers.editor.monthsCount', { count: countOf(agreed.periods) }),
  )
  const wasEnd = useWas(editor, ['atEnd', 'noticeDays'], (agreed) => {
    const count = countOf(agreed.noticeDays)
    return t('retainers.editor.endWas', { end: labelOf(agreed.atEnd), count })
  })
  return (
    <>
      {draft.atEnd === 'open' ? null : (
        <FieldRow label={t('retainers.editor.term')} was={wasTerm}>
          <CountField
            label={t('retainers.editor.term')}
            labelPlacement="hidden"
            unit={t('retainers.editor.months', { count: periods })}
            value={draft.periods}
            onChange={(text) => change({ periods: text })}
            check={(count) => unfitText(unfit.periods(count))}
            isChecked={isChecked}
            className={cx(css.part)}
            width={108}
          />
        </FieldRow>
      )}
      <FieldRow label={t('retainers.editor.atEnd')} was={wasEnd}>
        <Select
          label={t('retainers.editor.atEnd')}
          labelPlacement="hidden"
          options={options}
          value={draft.atEnd}
          onChange={(atEnd) => change({ atEnd })}
          width={112}
        />
        <Pair>
          <Word>{t('retainers.editor.noticeWord')}</Word>
          <CountField
            label={t('retainers.editor.notice')}
            labelPlacement="hidden"
            unit={t('retainers.editor.days', { count: notice })}
            value={draft.noticeDays}
            onChange={(noticeDays) => change({ noticeDays })}
            check={(count) => unfitText(unfit.noticeDays(count))}
            isChecked={isChecked}
            className={cx(css.part)}
            width={84}
          />
        </Pair>
      </FieldRow>
    </>
  )
}

/** For the plural of a unit while its figure is being typed. */
const countOf = (text: string): number => {
  const parsed = parseWhole(text)
  return parsed.ok ? parsed.value : 2
}

/** What can follow the term, each with what it means for this one. */
function useEndOptions({ draft, last }: ClauseProps['editor']) {
  const { t, format } = useWords()
  const today = useToday()
  const end = last && termAt({ ...last, term: { ...last.term, atEnd: 'ends' } }, today).lastDay
  return [
    {
      id: 'renews',
      label: t('retainers.editor.renews'),
      note: t('retainers.editor.renewsNote', { months: countOf(draft.periods) }),
    },
    { id: 'ends', label: t('retainers.editor.ends'), note: end ? format.day(end, 'long') : undefined },
    { id: 'open', label: t('retainers.editor.open'), note: t('retainers.editor.openNote') },
  ] as const
}
