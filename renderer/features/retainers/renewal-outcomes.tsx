import { countCauses, type TermOutcome } from '#shared/domain/renewals.ts'
import { clientOf, fullName } from '#shared/domain/naming.ts'
import type { Translator } from '#shared/i18n/translator.ts'
import { assertNever } from '#shared/kernel/assert-never.ts'
import { useCauseText } from '../../parts/cause-text.ts'
import { cx } from '../../ui/cx.ts'
import { OwnWords } from '../../ui/own-words.tsx'
import { SectionHead } from '../../ui/page-head.tsx'
import { Cell, Column, Row, Table, TableHead } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { useBook, useToday } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import css from './renewals.module.css'

/** What became of terms that are over, and the causes that clients named: learnt from, not filed away. */
export function RenewalOutcomes({ outcomes }: { outcomes: readonly TermOutcome[] }) {
  const { t, format } = useWords()
  const book = useBook()
  const causeText = useCauseText()
  const causes = countCauses(book, useToday())
  const counted = (['renewed', 'grown', 'shrunk', 'lost'] as const)
    .map((kind) => ({ kind, count: outcomes.filter((each) => each.kind === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => countText(t, kind, count))
  return (
    <>
      {outcomes.length === 0 ? null : (
        <section>
          <SectionHead title={t('renewals.outcomes')} count={outcomes.length} />
          <p className={cx(css.words)}>{t('renewals.counted', { counts: format.list(counted) })}</p>
          <Table label={t('renewals.outcomes')} className={cx(css.outcomes)}>
            <TableHead>
              <Column>{t('retainers.list.client')}</Column>
              <Column>{t('renewals.on')}</Column>
              <Column>{t('renewals.outcome')}</Column>
              <Column align="end">{t('renewals.feeBefore')}</Column>
              <Column align="end">{t('renewals.feeAfter')}</Column>
              <Column>{t('renewals.cause')}</Column>
            </TableHead>
            <tbody>
              {outcomes.map(({ retainer, on, kind, before, after, why }) => (
                <Row key={`${retainer.id} ${on}`}>
                  <Cell isHeader>
                    <OwnWords>{fullName(clientOf(book, retainer), retainer)}</OwnWords>
                  </Cell>
                  <Cell>{format.day(on, 'long')}</Cell>
                  <Cell>
                    <Tag tone={kind === 'lost' ? 'over' : kind === 'shrunk' ? 'variable' : 'guaranteed'}>
                      {kindText(t, kind)}
                    </Tag>
                  </Cell>
                  <Cell align="end">{format.money(before, retainer.agreement.currency, 'always')}</Cell>
                  <Cell align="end" tone={after === null ? 'quiet' : undefined}>
                    {after === null ? '–' : format.money(after, retainer.agreement.currency, 'always')}
                  </Cell>
                  <Cell className={cx(css.why)}>
                    {why ? [causeText(why.cause), why.note].filter(Boolean).join(', ') : ''}
                  </Cell>
                </Row>
              ))}
            </tbody>
          </Table>
        </section>
      )}
      {causes.length === 0 ? null : (
        <section className={cx(css.causes)}>
          <SectionHead title={t('renewals.causes')} />
          <Table label={t('renewals.causes')}>
            <TableHead>
              <Column>{t('renewals.cause')}</Column>
              <Column align="end">{t('renewals.declined')}</Column>
              <Column align="end">{t('renewals.lost')}</Column>
            </TableHead>
            <tbody>
              {causes.map(({ cause, declined, lost }) => (
                <Row key={cause}>
                  <Cell isHeader>{causeText(cause)}</Cell>
                  <Cell align="end">{declined === 0 ? '–' : declined}</Cell>
                  <Cell align="end">{lost === 0 ? '–' : lost}</Cell>
                </Row>
              ))}
            </tbody>
          </Table>
        </section>
      )}
    </>
  )
}

function kindText(t: Translator, kind: TermOutcome['kind']): string {
  switch (kind) {
    case 'renewed':
      return t('renewals.kinds.renewed')
    case 'grown':
      return t('renewals.kinds.grown')
    case 'shrunk':
      return t('renewals.kinds.shrunk')
    case 'lost':
      return t('renewals.kinds.lost')
    default:
      return assertNever(kind)
  }
}

function countText(t: Translator, kind: TermOutcome['kind'], count: number): string {
  const texts: Record<TermOutcome['kind'], () => string> = {
    renewed: () => t('renewals.counts.renewed', { count }),
    grown: () => t('renewals.counts.grown', { count }),
    shrunk: () => t('renewals.counts.shrunk', { count }),
    lost: () => t('renewals.counts.lost', { count }),
  }
  return texts[kind]()
}
