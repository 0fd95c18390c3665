import { useMemo } from 'react'
import { undecidedOverage, type Undecided as Waiting } from '#shared/domain/billing/due.ts'
import { clientOf } from '#shared/domain/naming.ts'
import { lastDay } from '#shared/domain/periods.ts'
import { amountInWords } from '#shared/i18n/amounts.ts'
import { periodName } from '#shared/i18n/period-name.ts'
import { monthOf } from '#shared/kernel/day.ts'
import { by } from '#shared/kernel/order.ts'
import { sumsText } from '../../parts/sums.ts'
import { useNavigation } from '../../place.tsx'
import { cx } from '../../ui/cx.ts'
import { LinkButton } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useBook, useToday } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import css from './billing.module.css'

const endOf = ({ row }: Waiting) => lastDay(row.period)

/** What went past a period and is on no invoice before the pass over its month has decided on it: the earliest first. */
export function Undecided() {
  const { t, format } = useWords()
  const { go } = useNavigation()
  const book = useBook()
  const today = useToday()
  const waiting = useMemo(() => undecidedOverage(book, today).toSorted(by(endOf)), [book, today])
  const [first] = waiting
  if (!first) return null
  const { retainer, row } = first
  const { agreement } = retainer
  const client = clientOf(book, retainer).name
  const sum = sumsText(
    format,
    waiting.map((each) => ({ amount: each.row.overageAmount, currency: each.retainer.agreement.currency })),
  )
  const decide = (
    <LinkButton
      size="small"
      aria-label={t('billing.place.toInvoice.decideFor', { client })}
      onPress={() => go({ name: 'close', month: monthOf(endOf(first)) })}
    >
      {t('billing.place.toInvoice.decide')}
    </LinkButton>
  )
  const b = (chunks: React.ReactNode) => <b>{chunks}</b>
  return (
    <Notice className={cx(css.more)} actions={decide}>
      {waiting.length > 1
        ? t('billing.place.toInvoice.undecided', { count: waiting.length, sum })
        : t.rich('billing.place.toInvoice.undecidedOne', {
            client,
            over: amountInWords(t, format, agreement.basis, row.overage),
            when: periodName(t, format, agreement, row.period, 'long'),
            sum,
            b,
          })}
    </Notice>
  )
}
