import type { CommandInput, CommandName } from '#shared/commands/index.ts'
import { addDays, day } from '#shared/kernel/day.ts'
import { outcomeCauses } from '#shared/model/engagement.ts'
import { trades } from '#shared/model/proposal.ts'
import { minor } from '#shared/kernel/units.ts'
import {
  aPausedDay,
  aPeriodStart,
  aRetainer,
  anAgreement,
  idsOf,
  one,
  overages,
  perks,
  pick,
  rollovers,
  roundings,
  toClose,
  topUpOf,
  type Draw,
} from './draws.ts'
import type { Session } from './session.ts'

type Inputs = { readonly [Name in CommandName]: (at: Session, draw: Draw) => CommandInput<Name> }
type Agreed = Extract<
  CommandName,
  `${'hourly' | 'project' | 'retainer' | 'delivery' | 'period' | 'report' | 'month'}.${string}`
>

/** What a version may name; one at a time, now and then two. */
const named = ({ a, b, c, flag }: Draw) => ({
  ...pick(
    [
      { fee: minor(b) },
      { included: c % 2000 },
      { listRate: minor(b) },
      { rollover: pick(rollovers, b) },
      { overage: pick(overages, b) },
      { rounding: pick(roundings, b) },
      { perks: flag ? perks : [] },
    ],
    c,
  ),
  ...(a % 2 === 0 ? { fee: minor(c) } : {}),
})

/** An input for every command of what is agreed, delivered and closed, good or bad. */
export const agreementInputs: Pick<Inputs, Exclude<Agreed, 'retainer.told'>> = {
  'hourly.create': (at, { a, b }) => ({ clientId: one(idsOf(at, 'clients'), a), rate: minor(b) }),
  'hourly.update': (at, { a, b, c, flag }) => ({
    id: one(idsOf(at, 'engagements', 'hourly'), a),
    ...(flag
      ? { rate: { from: addDays(day('2026-01-01'), b % 600), rate: minor(c) } }
      : { rounding: pick(roundings, b) }),
  }),
  'project.create': (at, { a, b }) => ({
    clientId: one(idsOf(at, 'clients'), a),
    milestones: [{ name: 'All', on: '2026-06-30', amount: minor(b) }],
  }),
  'project.update': (at, { a, b, c, flag }) => {
    const id = one(idsOf(at, 'engagements', 'project'), a)
    const project = at.book.workspace.tables.engagements.get(id)
    const first = project?.kind === 'project' ? project.milestones[0] : undefined
    const part = { name: `${c}`, on: addDays(day('2026-01-01'), b % 600), amount: minor(c) }
    return {
      id,
      ...(flag ? { milestones: first && b % 3 > 0 ? [{ ...part, id: first.id }, part] : [part] } : {}),
      ...(b % 2 === 0 ? { budgetMinutes: c % 5 === 0 ? null : c + 1 } : { name: `${c}` }),
    }
  },
  'retainer.create': (at, draw) => ({
    clientId: one(idsOf(at, 'clients'), draw.c),
    agreement: anAgreement(draw),
    status: pick(['active', 'active', 'proposed', 'draft'], draw.b),
    adopt: draw.flag && draw.b % 4 < 2,
  }),
  'retainer.update': (at, draw) => ({ id: aRetainer(at, draw.c), agreement: anAgreement(draw) }),
  'retainer.setStatus': (at, { a, b, flag }) => ({
    id: aRetainer(at, a),
    status: pick(['active', 'proposed', 'draft', 'ended', 'declined'], b),
    adopt: flag && b % 5 === 0,
  }),
  'retainer.writeProposal': (at, { a, b, c, flag }) => ({
    id: aRetainer(at, a),
    proposal: { trade: pick(trades, b), service: c % 2 === 0 ? 'Two articles' : '', hasRecord: flag },
  }),
  'retainer.tellOutcome': (at, { a, b, c }) => ({
    id: aRetainer(at, a),
    outcome: { cause: pick(outcomeCauses, b), note: c % 2 === 0 ? 'Said so' : '' },
  }),
  'retainer.change': (at, draw) => {
    const id = aRetainer(at, draw.a)
    return { id, from: aPeriodStart(at, id, draw.b), ...named(draw) }
  },
  'retainer.pause': (at, { a, b, c }) => {
    const id = aRetainer(at, a)
    const [from, to] = [aPeriodStart(at, id, b), aPeriodStart(at, id, c)].toSorted()
    return { id, from: from ?? day('2026-01-01'), to: to ?? day('2026-01-01') }
  },
  'retainer.resume': (at, { a, b }) => {
    const id = aRetainer(at, a)
    return { id, on: aPausedDay(at, id, b) }
  },
  'retainer.topUp': (at, { a, b, c, flag }) => {
    const id = aRetainer(at, a)
    const told = { on: addDays(aPeriodStart(at, id, b), c % 30), amount: c % 600, price: minor(flag ? 0 : b) }
    return { id, ...told, reason: c % 2 === 0 ? 'For the wait' : '' }
  },
  'retainer.removeTopUp': (at, { a, b }) => {
    const id = aRetainer(at, a)
    return { id, topUpId: topUpOf(at, id, b) }
  },
  'retainer.endEarly': (at, { a, b, flag }) => {
    const id = aRetainer(at, a)
    return { id, endsOn: flag ? addDays(aPeriodStart(at, id, b), (b % 40) - 5) : null }
  },
  'retainer.renew': (at, { a, b, c, flag }) => ({
    id: aRetainer(at, a),
    ...(flag ? { term: { periods: (c % 12) + 1, atEnd: 'renews' as const } } : {}),
    ...(b % 3 === 0 ? { startsOn: addDays(day('2026-01-01'), c % 500) } : {}),
    status: pick(['proposed', 'active'], b),
  }),
  'delivery.record': (at, { a, b, c, flag }) => {
    const engagementId = aRetainer(at, a)
    const on = addDays(aPeriodStart(at, engagementId, b), c % 30)
    return { engagementId, day: on, units: (c % 4) + 1, ...(flag ? { perkId: pick(['call', 'review'], b) } : {}) }
  },
  'delivery.update': (at, { a, b, c, flag }) => ({
    id: one(idsOf(at, 'deliveries'), a),
    units: (c % 9) + 1,
    ...(flag ? { day: addDays(day('2026-01-01'), b % 300) } : { note: `${b}` }),
  }),
  'delivery.remove': (at, { a }) => ({ id: one(idsOf(at, 'deliveries'), a) }),
  'period.close': (at, { a, b, c, flag }) => {
    const engagementId = aRetainer(at, a)
    const told = { ...(flag ? { earlier: true } : {}), ...(c % 3 === 0 ? { goodwill: 'Sorry' } : {}) }
    return { engagementId, start: toClose(at, engagementId, b), ...told }
  },
  'month.note': (_at, { a, b, flag }) => ({
    month: pick(['2026-07', '2026-08', '2026-09'], a),
    ...(flag ? { breaks: b % 9 } : { finished: b % 2 === 0 }),
  }),
  'report.write': (at, { a, b, flag }) => ({
    id: one(idsOf(at, 'closings'), a),
    ...(flag ? { by: pick(['task', 'day', 'tag'], b) } : { words: [{ from: `${b % 5}`, to: 'Said otherwise' }] }),
  }),
  'period.send': (at, { a, flag }) => ({
    id: one(idsOf(at, 'closings'), a),
    ...(flag ? { report: { paper: '{}', table: '[]' } } : {}),
  }),
  'period.reopen': (at, { a }) => ({ id: one(idsOf(at, 'closings').toReversed(), a) }),
}
