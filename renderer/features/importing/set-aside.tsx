import type { RowProblem } from '#shared/formats/rows.ts'
import { rowProblemText } from '#shared/i18n/importing.ts'
import type { ImportPreview } from '#shared/ipc.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { cx } from '../../ui/cx.ts'
import { OwnWords } from '../../ui/own-words.tsx'
import { SectionHead } from '../../ui/page-head.tsx'
import { Cell, Column, Row, Table, TableHead } from '../../ui/table.tsx'
import { useWords } from '../../words.tsx'
import { longHours } from './summary.tsx'
import css from './importing.module.css'

/** More of them tell nothing new: it is the file then, not the rows. */
const MOST_SHOWN = 100

interface LongProps {
  preview: ImportPreview
  isSkipped: boolean
  onSkip: (isSkipped: boolean) => void
}

/** Rows that are longer than anyone works: they come in, unless their user leaves them out. */
export function Long({ preview: { long, longCount }, isSkipped, onSkip }: LongProps) {
  const { t, format } = useWords()
  const title = t('importing.dialog.long', { hours: format.number(longHours) })
  return (
    <section>
      <SectionHead className={cx(css.head)} title={title} level={3} count={longCount} />
      <Checkbox
        label={t('importing.dialog.skipLong')}
        hint={t('importing.dialog.longHint', { count: longCount })}
        isSelected={isSkipped}
        onChange={onSkip}
      />
      <Table label={title} isFixed className={cx(css.below)}>
        <TableHead>
          <Column align="end" width={64}>
            {t('importing.dialog.line')}
          </Column>
          <Column>{t('importing.dialog.longEntry')}</Column>
          <Column align="end" width={96}>
            {t('importing.dialog.hours')}
          </Column>
        </TableHead>
        <tbody>
          {long.map(({ line, words, seconds }) => (
            <Row key={line}>
              <Cell align="end" isHeader>
                {format.number(line)}
              </Cell>
              <Cell>
                <OwnWords>{words || '–'}</OwnWords>
              </Cell>
              <Cell align="end">{format.hours(seconds)}</Cell>
            </Row>
          ))}
        </tbody>
      </Table>
      <More count={longCount - long.length} />
    </section>
  )
}

/** What does not come in, row by row, with the reason. */
export function LeftOut({ refused }: { refused: readonly RowProblem[] }) {
  const { t, format } = useWords()
  return (
    <section>
      <SectionHead className={cx(css.head)} title={t('importing.dialog.leftOut')} level={3} count={refused.length} />
      <Table label={t('importing.dialog.leftOut')}>
        <TableHead>
          <Column align="end">{t('importing.dialog.line')}</Column>
          <Column>{t('importing.dialog.column')}</Column>
          <Column width="32%">{t('importing.dialog.found')}</Column>
          <Column>{t('importing.dialog.why')}</Column>
        </TableHead>
        <tbody>
          {refused.slice(0, MOST_SHOWN).map((problem, index) => (
            <Row key={index}>
              <Cell align="end" isHeader>
                {format.number(problem.line)}
              </Cell>
              <Cell>{problem.column || t('importing.dialog.wholeRow')}</Cell>
              <Cell className={cx(css.found)} {...(problem.text === '' ? { tone: 'quiet' } : {})}>
                {problem.text || '–'}
              </Cell>
              <Cell className={cx(css.why)}>{rowProblemText(t, format, problem)}</Cell>
            </Row>
          ))}
        </tbody>
      </Table>
      <More count={refused.length - MOST_SHOWN} />
    </section>
  )
}

function More({ count }: { count: number }) {
  const { t, format } = useWords()
  if (count <= 0) return null
  return <p className={cx(css.quiet)}>{t('importing.dialog.moreLeftOut', { count, shown: format.number(count) })}</p>
}
