import { useMemo } from 'react'
import { toInvoice, type ToInvoice } from '#shared/domain/billing/due.ts'
import { invoiceList, type ListedInvoice } from '#shared/domain/billing/listed.ts'
import { openGaps } from '#shared/domain/gaps.ts'
import { monthTime, type MonthTime } from '#shared/domain/month-close/gaps.ts'
import { monthLedgers, type MonthLedger } from '#shared/domain/month-close/ledgers.ts'
import { noteOn } from '#shared/domain/month-close/note.ts'
import { calendarOf } from '#shared/domain/working-days.ts'
import { addToMonth, type Month } from '#shared/kernel/day.ts'
import { dayAt } from '#shared/kernel/instant.ts'
import type { Gap } from '#shared/model/gap.ts'
import type { MonthNote } from '#shared/model/preferences.ts'
import { useNow } from '../../clock.ts'
import { useBook, useMonths, usePreferences, useToday } from '../../workspace.tsx'

export const steps = ['gaps', 'ledgers', 'reports', 'invoices', 'changes'] as const
export type StepName = (typeof steps)[number]

/** All that a month's pass goes over, as it is now: what was done before it was left is done. */
export interface Pass {
  readonly month: Month
  readonly note: MonthNote | undefined
  readonly time: MonthTime
  /** Absences of the month that nobody has answered for. */
  readonly questions: readonly Gap[]
  readonly ledgers: readonly MonthLedger[]
  readonly due: readonly ToInvoice[]
  readonly drafts: readonly ListedInvoice[]
  readonly done: Readonly<Record<StepName, boolean>>
}

/** null while the month's time is being read, or the history counted. */
export function usePass(month: Month): Pass | null {
  const book = useBook()
  const preferences = usePreferences()
  const today = useToday()
  const now = useNow('minute')
  const { timeZone } = preferences
  const isThere = useMonths(addToMonth(month, -1), addToMonth(month, 1))
  return useMemo(() => {
    const due = isThere ? toInvoice(book, today) : null
    if (!due) return null
    const note = noteOn(book, month)
    const time = monthTime(book.workspace.tables.entries.values(), month, timeZone, now, calendarOf(preferences))
    const questions = openGaps(book).filter(({ from }) => dayAt(from, timeZone).startsWith(month))
    const ledgers = monthLedgers(book, month)
    const { drafts } = invoiceList(book, today)
    // One that is planned for a later day waits for it, and one without lines for them.
    const invoices = drafts.filter(
      ({ invoice }) => invoice.type === 'invoice' && invoice.lines.length > 0 && invoice.issuedOn <= today,
    )
    const isReported = ledgers.every(({ closing }) => closing !== null && closing.sentAt !== null)
    // As Billing has it: what comes to nothing is a document too, what is owed to the client is none yet.
    const wanted = due.filter(({ net }) => net >= 0)
    const isUnclear = time.gaps.length + questions.length > 0
    return {
      month,
      note,
      time,
      questions,
      ledgers,
      due: wanted,
      drafts: invoices,
      done: {
        gaps: !isUnclear || note?.breaks != null,
        ledgers: ledgers.every(({ closing }) => closing !== null),
        reports: isReported,
        invoices: wanted.length + invoices.length === 0,
        changes: note?.finishedAt != null,
      },
    }
  }, [book, preferences, timeZone, today, now, month, isThere])
}
