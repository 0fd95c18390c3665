import type { Format } from '#shared/i18n/format.ts'
import { monthsIn } from '#shared/domain/periods.ts'
import { TermHelp } from '../../parts/term-help.tsx'
import { CountField } from '../../parts/count-field.tsx'
import { DurationField } from '../../parts/duration-field.tsx'
import { MoneyField } from '../../parts/money-field.tsx'
import { cx } from '../../ui/cx.ts'
import { FieldRow, Word } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { useWords } from '../../words.tsx'
import type { Draft, Unused } from './draft.ts'
import type { ClauseProps } from './terms-form.tsx'
import { useWas } from './was.ts'
import { Pair } from './pair.tsx'
import css from './terms-form.module.css'

const OFFERED = ['1', '2', '3', '6', '12'] as const

/** What becomes of unused time, and how much of it at most is carried. */
export function UnusedClause({ editor, isChecked }: ClauseProps) {
  const { t } = useWords()
  const { draft, change } = editor
  const isByUnits = draft.basis === 'deliverables'
  const options = useUnusedOptions(draft)
  const capText = (cap: string): string => (isByUnits ? cap : `${cap} h`)
  const labelOf = (unused: Unused): string => options.find((option) => option.id === unused)?.label ?? ''
  const was = useWas(editor, ['unused', 'cap'], ({ unused, cap }) => {
    if (cap === '') return labelOf(unused)
    return unused === draft.unused
      ? capText(cap)
      : t('retainers.editor.unusedWas', { rule: labelOf(unused), cap: capText(cap) })
  })
  return (
    <FieldRow
      label={t(isByUnits ? 'retainers.editor.unusedUnits' : 'retainers.editor.unused')}
      help={<TermHelp of="rollover" />}
      was={was}
    >
      <Select
        label={t(isByUnits ? 'retainers.editor.unusedUnits' : 'retainers.editor.unused')}
        labelPlacement="hidden"
        options={options}
        value={draft.unused}
        onChange={(unused) => change({ unused })}
        width={140}
      />
      {draft.unused === 'lapses' ? null : (
        <>
          <Pair>
            <Word>{t('retainers.editor.upTo')}</Word>
            <CapField {...{ editor, isChecked }} />
          </Pair>
        </>
      )}
    </FieldRow>
  )
}

function CapField({ editor: { draft, change }, isChecked }: ClauseProps) {
  const { t } = useWords()
  const field = {
    label: t('retainers.editor.cap'),
    labelPlacement: 'hidden',
    value: draft.cap,
    onChange: (cap: string) => change({ cap }),
    placeholder: t('retainers.editor.all'),
    isOptional: true,
    isChecked,
    className: cx(css.part),
  } as const
  return draft.basis === 'deliverables' ? (
    <CountField {...field} unit="" width={66} />
  ) : (
    <DurationField {...field} width={66} />
  )
}

/** The usual spans; an agreement with another one keeps it in the list. */
function useUnusedOptions({ unused: chosen, every: length }: Draft) {
  const every = monthsIn[length]
  const { t } = useWords()
  const spans: Unused[] = [...OFFERED]
  if (chosen !== 'lapses' && chosen !== 'term' && !spans.includes(chosen)) spans.push(chosen)
  return [
    { id: 'lapses' as Unused, label: t('retainers.editor.lapses'), note: t('retainers.editor.lapsesNote', { every }) },
    ...spans
      .toSorted((a, b) => Number(a) - Number(b))
      .map((id) => ({ id, label: t('retainers.editor.carries', { every, count: Number(id) }), note: undefined })),
    { id: 'term' as Unused, label: t('retainers.editor.carriesTerm'), note: t('retainers.editor.carriesTermNote') },
  ]
}

/** What happens past the hours; a rate only where they are billed. */
export function PastClause({ editor, isChecked }: ClauseProps) {
  const { t, format } = useWords()
  const { draft, change, ground } = editor
  const isByUnits = draft.basis === 'deliverables'
  const every = monthsIn[draft.every]
  const options = [
    { id: 'bill', label: t('retainers.editor.bill'), note: t('retainers.editor.billNote') },
    {
      id: 'absorb',
      label: t('retainers.editor.absorb'),
      note: t(isByUnits ? 'retainers.editor.absorbNoteUnits' : 'retainers.editor.absorbNote'),
    },
    { id: 'borrow', label: t('retainers.editor.borrow'), note: t('retainers.editor.borrowNote', { every }) },
  ] as const
  const rate = isByUnits
    ? { value: draft.unitRate ?? eachText(editor, format), onChange: (unitRate: string) => change({ unitRate }) }
    : { value: draft.rate, onChange: (typed: string) => change({ rate: typed }) }
  const was = useWas(editor, ['policy', isByUnits ? 'unitRate' : 'rate'], ({ policy, ...agreed }) => {
    const rate = (isByUnits ? agreed.unitRate : agreed.rate) ?? ''
    const label = options.find((option) => option.id === policy)?.label ?? ''
    if (policy !== 'bill') return label
    return draft.policy === policy ? rate : t('retainers.editor.pastWas', { rule: label, rate })
  })
  return (
    <FieldRow
      label={t(isByUnits ? 'retainers.editor.pastUnits' : 'retainers.editor.past')}
      help={<TermHelp of="overage" />}
      was={was}
    >
      <Select
        label={t(isByUnits ? 'retainers.editor.pastUnits' : 'retainers.editor.past')}
        labelPlacement="hidden"
        options={options}
        value={draft.policy}
        onChange={(policy) => change({ policy })}
        width={112}
      />
      {draft.policy === 'bill' ? (
        <>
          <Pair>
            <Word>{t('retainers.editor.at')}</Word>
            <MoneyField
              label={t(isByUnits ? 'retainers.editor.overRateUnits' : 'retainers.editor.overRate')}
              labelPlacement="hidden"
              currency={ground.currency}
              {...rate}
              isChecked={isChecked}
              className={cx(css.part)}
              width={108}
            />
          </Pair>
        </>
      ) : null}
    </FieldRow>
  )
}

/** What each of the agreed ones costs: the price of one more, until somebody says another. */
function eachText({ last, ground }: ClauseProps['editor'], format: Format): string {
  return last?.basis === 'deliverables' ? format.amount(last.overage.rate ?? last.listRate, ground.currency) : ''
}
