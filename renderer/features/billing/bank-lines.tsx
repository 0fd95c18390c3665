import type { Match } from '#shared/domain/billing/bank-match.ts'
import type { BankLine } from '#shared/formats/bank.ts'
import type { Id } from '#shared/kernel/id.ts'
import { cx } from '../../ui/cx.ts'
import { OwnWords } from '../../ui/own-words.tsx'
import { Select } from '../../ui/select.tsx'
import { Cell, Column, Row, Table, TableHead } from '../../ui/table.tsx'
import { useWords } from '../../words.tsx'
import css from './bank.module.css'

interface BankLinesProps {
  matches: readonly Match<BankLine>[]
  invoices: readonly { readonly id: Id; readonly label: string; readonly note: string }[]
  currency: string
  invoiceOf: (match: Match) => Id | null
  onChoose: (source: string, id: Id | null) => void
}

const NOTHING = 'nothing'

/** Line by line what came in, and what it was for: what is proposed can be changed, or left out. */
export function BankLines({ matches, invoices, currency, invoiceOf, onChoose }: BankLinesProps) {
  const { t, format } = useWords()
  if (matches.length === 0) return null
  const options = [{ id: NOTHING, label: t('billing.bank.nothing') }, ...invoices]
  return (
    <Table label={t('billing.bank.lines')} isFixed className={cx(css.lines)}>
      <colgroup>
        <col className={cx(css.day)} />
        <col />
        <col className={cx(css.amount)} />
        <col className={cx(css.invoice)} />
        <col className={cx(css.how)} />
      </colgroup>
      <TableHead>
        <Column>{t('billing.bank.day')}</Column>
        <Column>{t('billing.bank.words')}</Column>
        <Column align="end">{t('billing.bank.amount')}</Column>
        <Column>{t('billing.bank.invoice')}</Column>
        <Column>{t('billing.bank.why')}</Column>
      </TableHead>
      <tbody>
        {matches.map((match) => {
          const { line, source, how } = match
          const told = { day: format.day(line.on, 'numeric'), amount: format.money(line.amount, currency, 'always') }
          return (
            <Row key={source} isTall>
              <Cell isHeader figures>
                {told.day}
              </Cell>
              <Cell tone="quiet" className={cx(css.text)}>
                <OwnWords>{line.words || '–'}</OwnWords>
              </Cell>
              <Cell align="end">{told.amount}</Cell>
              <Cell>
                {how === 'known' ? (
                  <span className={cx(css.quiet)}>{t('billing.bank.known')}</span>
                ) : (
                  <Select
                    label={t('billing.bank.invoiceOf', told)}
                    labelPlacement="hidden"
                    options={options}
                    value={invoiceOf(match) ?? NOTHING}
                    onChange={(id) => onChoose(source, id === NOTHING ? null : (id as Id))}
                  />
                )}
              </Cell>
              <Cell tone="quiet">{whyOf()}</Cell>
            </Row>
          )

          function whyOf(): string {
            if (how === 'both') return t('billing.bank.both')
            if (how === 'number') return t('billing.bank.number')
            return how === 'amount' ? t('billing.bank.byAmount') : '–'
          }
        })}
      </tbody>
    </Table>
  )
}
