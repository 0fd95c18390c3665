import { unitOf, type Explained, type LotFacts, type Reason } from '#shared/domain/ledger/explain/reason.ts'
import { lastDay, type Period } from '#shared/domain/periods.ts'
import { assertNever } from '#shared/kernel/assert-never.ts'
import type { Id } from '#shared/kernel/id.ts'
import type { Agreement, TopUp } from '#shared/model/agreement.ts'
import { money, time, units } from './print-ledger.ts'

type Basis = Agreement['basis']
type Amount = (amount: number) => string

/**
 * The tree of a figure as indented text, a line a node: why, and how much (times, units, or money by the figure). For
 * tests that read like an answer to the question "where does that come from?".
 */
export function printExplained(tree: Explained, basis: Basis = 'hours'): string {
  if (tree.reason.kind !== 'figure') throw new Error('not the tree of a figure')
  const unit = unitOf({ basis }, tree.reason.figure)
  const amount = unit === 'seconds' ? time : unit === 'units' ? units : money
  return linesOf(tree, amount, basis, '').join('\n')
}

const linesOf = ({ reason, amount, of }: Explained, print: Amount, basis: Basis, indent: string): string[] => [
  `${indent}${why(reason, basis)}: ${print(amount)}`,
  ...of.flatMap((part) => linesOf(part, print, basis, `${indent}  `)),
]

/** The agreement's own unit, and that of its ledger. */
const agreed = (amount: number, basis: Basis): string => (basis === 'deliverables' ? units(amount) : time(amount * 60))
const counted = (amount: number, basis: Basis): string => (basis === 'deliverables' ? units(amount) : time(amount))

/** Of ids that `testId` gave. */
const number = (id: Id): string => `#${Number.parseInt(id.slice(-12), 16)}`
const span = (period: Period | null): string => (period ? `${period.start}/${lastDay(period).slice(5)}` : 'no period')
const topUpName = ({ id, on, reason }: TopUp): string => `top-up ${number(id)} of ${on}${reason && ` (${reason})`}`

function lotName({ source, period, topUp, lastDay }: LotFacts): string {
  const name =
    source === 'included' ? `included of ${span(period)}` : topUp ? topUpName(topUp) : 'a top-up that is gone'
  return `${name}, ${lastDay === null ? 'for ever' : `to ${lastDay}`}`
}

function why(reason: Reason, basis: Basis): string {
  switch (reason.kind) {
    case 'figure':
      return reason.figure
    case 'adjusted':
    case 'held':
    case 'drawn':
    case 'covered':
    case 'expired':
      return `${reason.kind} ${lotName(reason.lot)}`
    case 'dropped':
      return `beyond ${reason.cap === null ? 'no cap' : agreed(reason.cap, basis)}, ${lotName(reason.lot)}`
    case 'repaid':
      return `repaid to ${span(reason.to)}`
    case 'borrowed':
      return `borrowed from ${reason.from} on`
    case 'unrepaid':
      return `not repaid to ${span(reason.to)}`
    case 'version':
      if (!reason.version) return 'before the first version'
      return `as agreed from ${reason.version.from}, ${money(reason.version.fee)} for ${agreed(reason.version.included, basis)}`
    case 'pause':
      return `pause from ${reason.from} until ${reason.until ?? 'nobody knows'}`
    case 'proration':
      return `${reason.days} of ${reason.wholeDays} days`
    case 'topUp':
      return `${topUpName(reason.topUp)} at ${money(reason.topUp.price)}`
    case 'day':
      return reason.day
    case 'entry':
      return `entry ${number(reason.entryId)}`
    case 'rounding':
      return `entry ${number(reason.entryId)} rounded ${reason.rounding.mode} to ${reason.rounding.minutes ?? 1} min`
    case 'quota':
      return `perk ${reason.name ?? `${reason.perkId} that is gone`}${reason.minutes === null ? '' : `, ${time(reason.minutes * 60)}`}`
    case 'delivery':
      return `delivery ${number(reason.deliveryId)} on ${reason.day}`
    case 'rate':
      return `${counted(reason.overage, basis)} over at ${money(reason.rate)} (${reason.policy})`
    case 'absorbed':
      return `${counted(reason.overage, basis)} absorbed, worth ${money(reason.listRate)} each`
    case 'perHour':
      return `${money(reason.fee)} for ${time(reason.worked)}`
    case 'notWorked':
    case 'sinceClosed':
    case 'unlisted':
      return { notWorked: 'nothing was worked', sinceClosed: 'since closed', unlisted: 'unlisted' }[reason.kind]
    default:
      return assertNever(reason)
  }
}
