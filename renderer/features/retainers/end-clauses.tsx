import { monthsIn } from '#shared/domain/periods.ts'
import { termAt } from '#shared/domain/term.ts'
import { TermHelp } from '../../parts/term-help.tsx'
import { CountField } from '../../parts/count-field.tsx'
import { cx } from '../../ui/cx.ts'
import { FieldRow, Word } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { useToday } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import { countOf } from '../../parts/count-of.ts'
import { Pair } from './pair.tsx'
import { unfit } from './read-draft.ts'
import type { ClauseProps } from './terms-form.tsx'
import { useUnfitText } from './unfit-text.ts'
import { useWas } from './was.ts'
import css from './terms-form.module.css'

/** The term, what follows it, and how long before one says so. What stays open has no term to count. */
export function EndClauses({ editor, isChecked }: ClauseProps) {
  const { t } = useWords()
  const { draft, change } = editor
  const { every } = draft
  const unfitText = useUnfitText(every)
  const options = useEndOptions(editor)
  const periods = countOf(draft.periods)
  const notice = countOf(draft.noticeDays)
  const labelOf = (id: string): string => options.find((option) => option.id === id)?.label ?? ''
  const wasTerm = useWas(editor, ['periods'], (agreed) =>
    t('retainers.editor.periodsCount', { every: monthsIn[every], count: countOf(agreed.periods) }),
  )
  const wasEnd = useWas(editor, ['atEnd', 'leadsTo', 'noticeDays'], (agreed) => {
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
            unit={t('retainers.editor.periods', { every: monthsIn[every], count: periods })}
            value={draft.periods}
            onChange={(text) => change({ periods: text })}
            check={(count) => unfitText(unfit.periods(count))}
            isChecked={isChecked}
            className={cx(css.part)}
            width={108}
          />
        </FieldRow>
      )}
      <FieldRow
        label={t('retainers.editor.atEnd')}
        help={<TermHelp of={draft.atEnd === 'trial' ? 'trial' : 'notice'} />}
        was={wasEnd}
      >
        <Select
          label={t('retainers.editor.atEnd')}
          labelPlacement="hidden"
          options={options}
          value={draft.atEnd}
          onChange={(atEnd) => change({ atEnd })}
          width={124}
        />
        {draft.atEnd === 'trial' ? <LeadsTo {...{ editor, isChecked }} /> : null}
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

/** The longer term that follows a trial that was kept. */
function LeadsTo({ editor: { draft, change }, isChecked }: ClauseProps) {
  const { t } = useWords()
  const { every, leadsTo } = draft
  const unfitText = useUnfitText(every)
  return (
    <Pair>
      <Word>{t('retainers.editor.leadsToWord')}</Word>
      <CountField
        label={t('retainers.editor.leadsTo')}
        labelPlacement="hidden"
        unit={t('retainers.editor.periods', { every: monthsIn[every], count: countOf(leadsTo) })}
        value={leadsTo}
        onChange={(text) => change({ leadsTo: text })}
        check={(count) => unfitText(unfit.periods(count))}
        isChecked={isChecked}
        className={cx(css.part)}
        width={100}
      />
    </Pair>
  )
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
      note: t('retainers.editor.renewsNote', { every: monthsIn[draft.every], count: countOf(draft.periods) }),
    },
    { id: 'ends', label: t('retainers.editor.ends'), note: end ? format.day(end, 'long') : undefined },
    {
      id: 'open',
      label: t('retainers.editor.open'),
      note: t('retainers.editor.openNote', { every: monthsIn[draft.every] }),
    },
    { id: 'trial', label: t('retainers.editor.trial'), note: t('retainers.editor.trialNote') },
  ] as const
}
