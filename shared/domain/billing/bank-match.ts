import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import type { Minor } from '../../kernel/units.ts'
import type { Workspace } from '../../model/workspace.ts'
import { listInvoices, type ListedInvoice } from './listed.ts'

/** Money that came in, as a bank's file tells it. */
export interface Incoming {
  readonly on: Day
  readonly amount: Minor
  readonly words: string
}

/**
 * What money that came in was for, as far as can be told: `both` the invoice's number and what is left of it; `number`
 * alone; `amount` alone, where just one invoice has it left, which tells more than a number alone. `known`: it was recorded before.
 */
export interface Match<Line extends Incoming = Incoming> {
  readonly line: Line
  /** By which the same line of another file is known again. */
  readonly source: string
  readonly invoiceId: Id | null
  readonly how: 'both' | 'number' | 'amount' | 'known' | null
}

/**
 * Matches what came in against what is left to be paid, by number and amount (product.md, Billing). It only proposes:
 * the user confirms. What one line pays is not there for the next; a line that was recorded before, from a file or by
 * hand with the same day, amount and currency, is known.
 */
export function matchIncoming<Line extends Incoming>(
  workspace: Workspace,
  lines: readonly Line[],
  currency: string,
  today: Day,
): Match<Line>[] {
  const open = listInvoices(workspace, today).open.filter(({ invoice }) => invoice.currency === currency)
  const left = new Map(open.map(({ invoice, standing }) => [invoice.id, Number(standing.left)]))
  const isRecorded = recorded(workspace, currency)
  const seen = new Map<string, number>()
  return lines.map((line): Match<Line> => {
    const same = `${line.on} ${line.amount} ${plainWords(line.words)}`
    const count = (seen.get(same) ?? 0) + 1
    seen.set(same, count)
    const source = count === 1 ? same : `${same} #${count}`
    if (isRecorded(line, source)) return { line, source, invoiceId: null, how: 'known' }
    const found = bestOf(open, left, line)
    if (found.invoiceId !== null) left.set(found.invoiceId, (left.get(found.invoiceId) ?? 0) - line.amount)
    return { line, source, ...found }
  })
}

function bestOf(
  open: readonly ListedInvoice[],
  left: ReadonlyMap<Id, number>,
  { words, amount, on }: Incoming,
): Pick<Match, 'invoiceId' | 'how'> {
  const payable = open.filter(({ invoice }) => (left.get(invoice.id) ?? 0) > 0 && invoice.issuedOn <= on)
  const named = payable.filter((listed) => names(words, listed))
  const exact = (listed: readonly ListedInvoice[]) => listed.filter(({ invoice }) => left.get(invoice.id) === amount)
  const [both, ...others] = exact(named)
  if (both && others.length === 0) return { invoiceId: both.invoice.id, how: 'both' }
  const [only, ...also] = exact(payable)
  if (only && also.length === 0) return { invoiceId: only.invoice.id, how: 'amount' }
  const [one, ...more] = payable.filter((listed) => names(withoutMonths(words), listed))
  return one && more.length === 0 && (left.get(one.invoice.id) ?? 0) >= amount
    ? { invoiceId: one.invoice.id, how: 'number' }
    : { invoiceId: null, how: null }
}

/**
 * Whether an invoice's number stands in the words: `2026-041`, `2026/41`, `41/2026`, with its series or without; no part
 * of a longer one, nor of a date: banks write those into their words.
 */
function names(words: string, { invoice }: ListedInvoice): boolean {
  const { year, number } = invoice
  if (year === null || number === null) return false
  const yearFirst = `(?<!\\d)${year}\\s*[-/. ]\\s*0*${number}(?![-/.]?\\d)`
  const yearLast = `(?<!\\d[-/.]?)0*${number}\\s*[-/.]\\s*(?:${year}|${String(year).slice(2)})(?![-/.]?\\d)`
  return new RegExp(`${yearFirst}|${yearLast}`).test(words)
}

/** `03/2026` may as well be the month that is paid: a number only where the amount fits too. */
const withoutMonths = (words: string): string =>
  words.replaceAll(/(?<!\d)(?:0?[1-9]|1[0-2])\s*[-/.]\s*(?:\d{4}|\d{2})(?!\d)/g, ' ')

const plainWords = (words: string): string => words.toLowerCase().replaceAll(/\s+/g, ' ').trim().slice(0, 200)

/** What is by hand is in its invoice's currency, whose account the file is of or not. */
function recorded({ tables }: Workspace, currency: string): (line: Incoming, source: string) => boolean {
  const sources = new Set<string>()
  const byHand = new Map<string, number>()
  for (const { source, on, amount, invoiceId } of tables.payments.values())
    if (source !== undefined) sources.add(source)
    else if (tables.invoices.get(invoiceId)?.currency === currency)
      byHand.set(`${on} ${amount}`, (byHand.get(`${on} ${amount}`) ?? 0) + 1)
  return ({ on, amount }, source) => {
    if (sources.has(source)) return true
    const key = `${on} ${amount}`
    const left = byHand.get(key) ?? 0
    if (left > 0) byHand.set(key, left - 1)
    return left > 0
  }
}
