import { DurationField } from '../../parts/duration-field.tsx'
import { MoneyField } from '../../parts/money-field.tsx'
import { cx } from '../../ui/cx.ts'
import { FieldRow, Word } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { useWords } from '../../words.tsx'
import type { Unused } from './draft.ts'
import type { ClauseProps } from './terms-form.tsx'
import { useWas } from './was.ts'
import { Pair } from './pair.tsx'
import css from './terms-form.module.css'

const OFFERED = ['1', '2', '3', '6', '12'] as const

/** What becomes of unused time, and how much of it at most is carried. */
export function UnusedClause({ editor, isChecked }: ClauseProps) {
  const { t } = useWords()
  const { draft, change } = editor
  const options = useUnusedOptions(draft.unused)
  const labelOf = (unused: Unused): string => options.find((option) => option.id === unused)?.label ?? ''
  const was = useWas(editor, ['unused', 'cap'], ({ unused, cap }) => {
    if (cap === '') return labelOf(unused)
    return unused === draft.unused
      ? `${cap} h`
      : t('retainers.editor.unusedWas', { rule: labelOf(unused), cap: `${cap} h` })
  })
  return (
    <FieldRow label={t('retainers.editor.unused')} was={was}>
      <Select
        label={t('retainers.editor.unused')}
        labelPlacement="hidden"
        options={options}
        value={draft.unused}
        onChange={(unused) => change({ unused })}
        width={148}
      />
      {draft.unused === 'lapses' ? null : (
        <>
          <Pair>
            <Word>{t('retainers.editor.upTo')}</Word>
            <DurationField
              label={t('retainers.editor.cap')}
              labelPlacement="hidden"
              value={draft.cap}
              onChange={(cap) => change({ cap })}
              placeholder={t('retainers.editor.all')}
              isOptional
              isChecked={isChecked}
              className={cx(css.part)}
              width={66}
            />
          </Pair>
        </>
      )}
    </FieldRow>
  )
}

/** The usual spans; an agreement with another one keeps it in the list. */
function useUnusedOptions(chosen: Unused) {
  const { t } = useWords()
  const spans: Unused[] = [...OFFERED]
  if (chosen !== 'lapses' && chosen !== 'term' && !spans.includes(chosen)) spans.push(chosen)
  return [
    { id: 'lapses' as Unused, label: t('retainers.editor.lapses'), note: t('retainers.editor.lapsesNote') },
    ...spans
      .toSorted((a, b) => Number(a) - Number(b))
      .map((id) => ({ id, label: t('retainers.editor.carries', { months: Number(id) }), note: undefined })),
    { id: 'term' as Unused, label: t('retainers.editor.carriesTerm'), note: t('retainers.editor.carriesTermNote') },
  ]
}

/** What happens past the hours; a rate only where they are billed. */
export function PastClause({ editor, isChecked }: ClauseProps) {
  const { t } = useWords()
  const { draft, change, ground } = editor
  const options = [
    { id: 'bill', label: t('retainers.editor.bill'), note: t('retainers.editor.billNote') },
    { id: 'absorb', label: t('retainers.editor.absorb'), note: t('retainers.editor.absorbNote') },
    { id: 'borrow', label: t('retainers.editor.borrow'), note: t('retainers.editor.borrowNote') },
  ] as const
  const was = useWas(editor, ['policy', 'rate'], ({ policy, rate }) => {
    const label = options.find((option) => option.id === policy)?.label ?? ''
    if (policy !== 'bill') return label
    return draft.policy === policy ? rate : t('retainers.editor.pastWas', { rule: label, rate })
  })
  return (
    <FieldRow label={t('retainers.editor.past')} was={was}>
      <Select
        label={t('retainers.editor.past')}
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
              label={t('retainers.editor.overRate')}
              labelPlacement="hidden"
              currency={ground.currency}
              value={draft.rate}
              onChange={(rate) => change({ rate })}
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
