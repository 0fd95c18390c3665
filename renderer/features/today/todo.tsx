import {
  Banknote,
  CalendarCheck2,
  CalendarClock,
  Hourglass,
  Send,
  Sprout,
  TriangleAlert,
  type LucideIcon,
} from 'lucide-react'
import { memo, useDeferredValue, useMemo } from 'react'
import { billingAttention } from '#shared/domain/attention-billing.ts'
import { numberText } from '#shared/domain/billing/numbers.ts'
import { clientOf } from '#shared/domain/naming.ts'
import { attention, type Attention, type ReadyClient } from '#shared/domain/attention.ts'
import type { Factor } from '#shared/domain/readiness.ts'
import { rulesOn } from '#shared/domain/rules.ts'
import type { Standing } from '#shared/domain/standing.ts'
import { amountInColumn, amountInWords } from '#shared/i18n/amounts.ts'
import { nameInWords } from '#shared/i18n/names.ts'
import { theDay } from '#shared/i18n/the-day.ts'
import { daysBetween } from '#shared/kernel/day.ts'
import type { Instant } from '#shared/kernel/instant.ts'
import type { Format } from '#shared/i18n/format.ts'
import type { Translator } from '#shared/i18n/translator.ts'
import type { Id } from '#shared/kernel/id.ts'
import { assertNever } from '#shared/kernel/assert-never.ts'
import type { Retainer } from '#shared/model/engagement.ts'
import { factorsInWords, ReadinessFigure } from '../../parts/readiness.tsx'
import { AfterPicture, usePictured } from '../../after-picture.tsx'
import { useNavigation, type Place } from '../../place.tsx'
import { cx } from '../../ui/cx.ts'
import { Icon } from '../../ui/icon.tsx'
import { LinkButton } from '../../ui/link.tsx'
import { SectionHead } from '../../ui/page-head.tsx'
import { useBook, useToday } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import css from './todo.module.css'

/** What needs doing, the most urgent first, each with its way out. Nothing where there is nothing. */
export const Todo = memo(function Todo({ now }: { now: Instant }) {
  const { t } = useWords()
  const items = useItems(now)
  if (items.length === 0) return null
  return (
    <aside className={cx(css.todo)} aria-label={t('today.todo.title')}>
      <SectionHead title={t('today.todo.title')} />
      <ol>
        {items.slice(0, FIRST_ITEMS).map(shownItem)}
        {items.length > FIRST_ITEMS ? (
          <AfterPicture>{() => items.slice(FIRST_ITEMS).map(shownItem)}</AfterPicture>
        ) : null}
      </ol>
    </aside>
  )
})

/** The whole book is looked through for it: it follows a change a moment later, and holds up nothing that shows it. */
function useItems(now: Instant): readonly Attention[] {
  const book = useDeferredValue(useBook())
  const today = useToday()
  const isPictured = usePictured()
  return useMemo(() => {
    if (!book.totals) return []
    // All invoices have to be looked at for it.
    const billing = isPictured ? billingAttention(book, today) : []
    return attention(book, now, billing)
  }, [book, now, today, isPictured])
}

/** So many reach below the edge of a large screen. */
const FIRST_ITEMS = 8

const shownItem = (item: Attention) => <TodoItem key={keyOf(item)} item={item} />

function TodoItem({ item }: { item: Attention }) {
  const words = useTodoWords(item)
  const { go } = useNavigation()
  const [icon, tone] = signs[item.kind]
  return (
    <li>
      <span className={cx(css.sign, css[tone])}>
        <Icon of={icon} size={16} />
      </span>
      <div>
        <h3>{words.title}</h3>
        <p>{words.text}</p>
        {item.kind === 'ready' ? <Readiness item={item} /> : null}
        <LinkButton size="small" onPress={() => go(placeOf(item))}>
          {words.action}
        </LinkButton>
      </div>
    </li>
  )
}

/** How ready, and what each factor brings to it. */
function Readiness({ item: { client, readiness } }: { item: ReadyClient }) {
  const { t, format } = useWords()
  const points = factorsInWords(t, format, readiness, useToday())
  const of = (name: Factor['name']): string => points.find((factor) => factor.name === name)?.points ?? ''
  const factors = t('clients.readiness.inWords', {
    months: of('worked'),
    alike: of('regular'),
    last: of('recent'),
    history: of('history'),
  })
  const score = () => <ReadinessFigure {...{ client, readiness }} />
  return <p>{t.rich('today.todo.readyScore', { factors, score })}</p>
}

/** Where it is done. */
function placeOf(item: Attention): Place {
  switch (item.kind) {
    case 'ready':
      return { name: 'newRetainer', clientId: item.client.id }
    case 'overdue':
      return { name: 'invoice', id: item.invoice.id }
    case 'toInvoice':
      return { name: 'billing' }
    case 'month':
      return { name: 'close' }
    default:
      return { name: 'retainer', id: item.retainer.id }
  }
}

function keyOf(item: Attention): string {
  const place = placeOf(item)
  return `${item.kind} ${'id' in place ? place.id : 'clientId' in place ? place.clientId : ''}`
}

const signs: Record<Attention['kind'], [LucideIcon, 'over' | 'warning' | 'plain' | 'guaranteed']> = {
  over: [TriangleAlert, 'over'],
  overdue: [Banknote, 'over'],
  toInvoice: [Send, 'plain'],
  runsOut: [Hourglass, 'warning'],
  ends: [CalendarClock, 'plain'],
  notice: [CalendarClock, 'plain'],
  month: [CalendarCheck2, 'plain'],
  ready: [Sprout, 'guaranteed'],
}

/** What becomes of the time, or the deliverables, past the agreed, as the ledger has it: the last period borrows of none. */
function overText(t: Translator, format: Format, { agreement }: Retainer, { basis, row }: Standing): string {
  const { overage, listRate } = rulesOn(agreement, row.period.start)
  const rate = format.money(overage.rate ?? listRate, agreement.currency, 'always')
  const isUnits = basis === 'deliverables'
  if (overage.policy === 'absorb') return t('today.todo.overAbsorbed')
  if (row.borrowed === 0) return isUnits ? t('today.todo.overUnits', { rate }) : t('today.todo.overBilled', { rate })
  if (row.overage === 0) return t('today.todo.overBorrowed')
  const words = { borrowed: amountInWords(t, format, basis, row.borrowed), rate }
  return isUnits ? t('today.todo.overUnitsPartBorrowed', words) : t('today.todo.overPartBorrowed', words)
}

function useTodoWords(item: Attention): { title: string; text: string; action: string } {
  const { t, format } = useWords()
  const book = useBook()
  const today = useToday()
  const nameOf = (id: Id): string => book.workspace.tables.clients.get(id)?.name ?? ''
  switch (item.kind) {
    case 'over': {
      const over = amountInWords(t, format, item.standing.basis, item.standing.over)
      return {
        title: t('today.todo.over', { name: clientOf(book, item.retainer).name, over }),
        text: overText(t, format, item.retainer, item.standing),
        action: t('today.todo.open'),
      }
    }
    case 'runsOut': {
      const { standing, retainer } = item
      const share = format.percent(standing.usedShare)
      return {
        title: t('today.todo.used', { name: clientOf(book, retainer).name, share }),
        text: t('today.todo.left', {
          left: amountInColumn(format, standing.basis, standing.left),
          calendar: format.percent(standing.calendarShare),
        }),
        action: t('today.todo.open'),
      }
    }
    case 'ends':
    case 'notice': {
      const words = { name: clientOf(book, item.retainer).name, day: theDay(format, item.term.lastDay) }
      const { lastDay, noticeBy } = item.term
      const notice = { day: theDay(format, noticeBy, 'day', 'al') }
      const days = daysBetween(today, lastDay)
      const noticeText = (): string => {
        if (item.kind === 'notice') return t('today.todo.noticeText', notice)
        if (noticeBy < today) return t('today.todo.endsSoon', { days })
        return t('today.todo.endsText', { day: theDay(format, noticeBy) })
      }
      return {
        title: item.kind === 'ends' ? t('today.todo.ends', words) : t('today.todo.renews', words),
        text: noticeText(),
        action: t('today.todo.open'),
      }
    }
    case 'month': {
      const { month, open, unsent } = item.toClose
      return {
        title: t('today.todo.month', { month: format.month(month, 'name') }),
        text: open > 0 ? t('today.todo.monthOpen', { count: open }) : t('today.todo.monthUnsent', { count: unsent }),
        action: t('today.todo.monthClose'),
      }
    }
    case 'overdue': {
      const { count, daysLate: days } = item
      const words = { number: numberText(item.invoice), days }
      return {
        title: t('today.todo.late', {
          name: nameOf(item.clientId),
          amount: format.money(item.amount, item.currency),
        }),
        text:
          count === 1 ? t('today.todo.lateOne', words) : t('today.todo.lateMany', { ...words, count: String(count) }),
        action: t('today.todo.openInvoice'),
      }
    }
    case 'toInvoice':
      return {
        title: t('today.todo.toSend', { count: item.count }),
        text: t('today.todo.toSendText', {
          sums: format.list(item.sums.map(({ amount, currency }) => format.money(amount, currency))),
          clients: format.list(item.clientIds.map((id) => nameInWords(nameOf(id)))),
        }),
        action: t('today.todo.toBilling'),
      }
    case 'ready':
      return {
        title: t('today.todo.ready', { name: item.client.name }),
        text: t('today.todo.readyText', {
          months: item.readiness.monthsWorked,
          usual: format.duration(item.readiness.usual),
        }),
        action: t('today.todo.makeRetainer'),
      }
    default:
      return assertNever(item)
  }
}
