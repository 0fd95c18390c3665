import { monthsIn, periodAt, termsOf } from '#shared/domain/periods.ts'
import { withoutPauses } from '#shared/domain/versions.ts'
import { scaleOf } from '#shared/domain/ledger/close-period.ts'
import { amountInWords } from '#shared/i18n/amounts.ts'
import { theDay } from '#shared/i18n/the-day.ts'
import { isDay } from '#shared/kernel/day.ts'
import { scaleRounded } from '#shared/kernel/rounding.ts'
import { TermHelp } from '../../parts/term-help.tsx'
import { countOf } from '../../parts/count-of.ts'
import { CountField } from '../../parts/count-field.tsx'
import { DurationField } from '../../parts/duration-field.tsx'
import { MoneyField } from '../../parts/money-field.tsx'
import { cx } from '../../ui/cx.ts'
import { DateField } from '../../ui/date-field.tsx'
import { FieldRow, Word } from '../../ui/field.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { Select } from '../../ui/select.tsx'
import { useWords } from '../../words.tsx'
import { unfit } from './read-draft.ts'
import type { ClauseProps } from './terms-form.tsx'
import type { Editor } from './use-editor.ts'
import { useUnfitText } from './unfit-text.ts'
import { useStays } from './use-stays.ts'
import { useWas } from './was.ts'
import css from './terms-form.module.css'

/** What a period holds and what it costs, with what that comes to for an hour or a unit. */
export function AmountClause({ editor, isChecked }: ClauseProps) {
  const { t } = useWords()
  const { draft, change, ground } = editor
  const { basis, every } = draft
  const was = useWas(editor, basis === 'access' ? ['fee'] : ['hours', 'units', 'fee'], ({ hours, units, fee }) =>
    basis === 'access' ? fee : t('retainers.editor.hoursFor', { hours: basis === 'hours' ? `${hours} h` : units, fee }),
  )
  return (
    <FieldRow label={t('retainers.editor.eachPeriod', { every: monthsIn[every] })} hint={useRateHint(editor)} was={was}>
      {basis === 'access' ? null : (
        <>
          <IncludedField {...{ editor, isChecked }} />
          <Word>{t('retainers.editor.for')}</Word>
        </>
      )}
      <MoneyField
        label={t('retainers.editor.fee', { every: monthsIn[every] })}
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

function IncludedField({ editor: { draft, change }, isChecked }: ClauseProps) {
  const { t } = useWords()
  const { basis, every } = draft
  const unfitText = useUnfitText(every)
  const field = { labelPlacement: 'hidden', isChecked, className: cx(css.part) } as const
  return basis === 'deliverables' ? (
    <CountField
      {...field}
      label={t('retainers.editor.units', { every: monthsIn[every] })}
      unit={t('retainers.editor.unit', { count: countOf(draft.units) })}
      value={draft.units}
      onChange={(units) => change({ units })}
      check={(count) => unfitText(unfit.units(count))}
      width={122}
    />
  ) : (
    <DurationField
      {...field}
      label={t('retainers.editor.hours', { every: monthsIn[every] })}
      value={draft.hours}
      onChange={(hours) => change({ hours })}
      check={(seconds) => unfitText(unfit.hours(seconds, every))}
      width={80}
    />
  )
}

/** What an hour or a unit comes to, an hour against the list rate; with what was agreed before a later version. */
function useRateHint({ agreement, base, draft: { from } }: ClauseProps['editor']): string | undefined {
  const { t, format } = useWords()
  const version = agreement?.versions.at(-1)
  if (!agreement || !version) return undefined
  const { basis, currency, listRate } = agreement
  const hints: string[] = []
  if (version.included > 0) {
    const rate = scaleRounded(version.fee, scaleOf(agreement), version.included)
    const written = format.money(rate, currency, 'always')
    if (basis === 'deliverables') hints.push(t('retainers.editor.each', { rate: written }))
    else if (rate === listRate) hints.push(t('retainers.editor.isListRate', { rate: written }))
    else {
      const list = format.money(listRate, currency, 'always')
      hints.push(t('retainers.editor.belowListRate', { rate: written, list }))
    }
  }
  const agreed = base ? withoutPauses(base.agreement.versions).filter((each) => from === null || each.from <= from) : []
  const [earlier, latest] = [agreed.at(-2), agreed.at(-1)]
  if (earlier && latest) {
    const fee = format.money(earlier.fee, currency)
    const day = theDay(format, latest.from, 'long', 'dal')
    const hours = amountInWords(t, format, basis, earlier.included * scaleOf(agreement))
    const said = { day, before: basis === 'access' ? fee : t('retainers.editor.hoursFor', { hours, fee }) }
    hints.push(t('retainers.editor.lastVersion', said))
  }
  return hints.length === 0 ? undefined : hints.join('. ')
}

/** The day on which it starts; what the first month is, only where it is a part of one. Both stay once that has begun. */
export function StartClauses({ editor, isChecked, error }: ClauseProps & { error: string | undefined }) {
  const { t, format } = useWords()
  const { draft, change, last } = editor
  const locked = useStays(editor)
  const was = useWas(editor, ['startsOn', 'proration'], ({ startsOn }) =>
    startsOn ? format.day(startsOn, 'long') : '',
  )
  const unfitText = useUnfitText(draft.every)
  const missing = isChecked ? t('retainers.problem.noDay') : undefined
  const fault = draft.startsOn === null ? missing : isChecked ? unfitText(unfit.startsOn(draft.startsOn)) : undefined
  const first = last && periodAt(last, 0)
  const part = first && termsOf(last, first)
  const isPart = first ? first.days < first.wholeDays : false
  return (
    <>
      <FieldRow label={t('retainers.editor.starts')} was={was}>
        <DateField
          label={t('retainers.editor.starts')}
          labelPlacement="hidden"
          value={draft.startsOn}
          onChange={(day) => change({ startsOn: day !== null && isDay(day) ? day : null })}
          error={fault ?? error}
          locked={locked}
          className={cx(css.part)}
          width={144}
        />
      </FieldRow>
      {isPart ? (
        <FieldRow
          label={t('retainers.editor.firstPeriod', { every: monthsIn[draft.every] })}
          help={<TermHelp of="proration" />}
          hint={
            part && last.basis !== 'access'
              ? t('retainers.editor.hoursFor', {
                  hours: amountInWords(t, format, last.basis, part.included * scaleOf(last)),
                  fee: format.money(part.fee, last.currency, 'always'),
                })
              : part && format.money(part.fee, last.currency, 'always')
          }
        >
          <ProrationField {...{ editor, locked }} />
        </FieldRow>
      ) : null}
    </>
  )
}

/** Whether a part of a period counts by its days or as a whole. */
function ProrationField({ editor: { draft, change }, locked }: { editor: Editor; locked: string | undefined }) {
  const { t } = useWords()
  const label = t('retainers.editor.firstPeriod', { every: monthsIn[draft.every] })
  const chosen = {
    value: draft.proration,
    onChange: (proration: typeof draft.proration) => change({ proration }),
  }
  const segments = [
    { id: 'days', label: t('retainers.editor.byDays') },
    { id: 'none', label: t('retainers.editor.asWhole') },
  ] as const
  return locked === undefined ? (
    <Segmented size="small" {...{ label, segments }} {...chosen} />
  ) : (
    <Select labelPlacement="hidden" {...{ label, locked }} options={segments} {...chosen} width={148} />
  )
}
