import { describe, expect, test } from 'vitest'
import { commands, type CommandName } from '#shared/commands/index.ts'
import type { Refusal } from '#shared/kernel/refusal.ts'
import { minor } from '#shared/kernel/units.ts'
import { tableNames } from '#shared/model/workspace.ts'
import { bothTotals, printBook, session, type Session } from '#tests/support/session.ts'
import { daysOffScenarios } from './days-off-scenarios.ts'
import { deliveryScenarios } from './delivery-scenarios.ts'
import { gapScenarios } from './gap-scenarios.ts'
import { invoiceIssueScenarios } from './invoice-issue-scenarios.ts'
import { invoiceScenarios } from './invoice-scenarios.ts'
import { monthScenarios } from './month-scenarios.ts'
import { pauseScenarios } from './pause-scenarios.ts'
import { manyScenarios } from './many-scenarios.ts'
import { paymentScenarios } from './payment-scenarios.ts'
import { periodScenarios } from './period-scenarios.ts'
import { recordScenarios } from './record-scenarios.ts'
import { reshapeScenarios } from './reshape-scenarios.ts'
import { proposalScenarios } from './proposal-scenarios.ts'
import { retainerCourseScenarios } from './retainer-course-scenarios.ts'
import { retainerScenarios } from './retainer-scenarios.ts'
import { retainerTermScenarios } from './retainer-term-scenarios.ts'
import { CLIENT, NEW, type Given, type Scenario, type Scenarios } from './scenario.ts'
import { timeScenarios } from './time-scenarios.ts'
import { timerScenarios } from './timer-scenarios.ts'
import { toldScenarios } from './told-scenarios.ts'
import { topUpScenarios } from './top-up-scenarios.ts'
import { workScenarios } from './work-scenarios.ts'

/** Each is done, checked, undone; a command without one fails here. */
const scenarios: Scenarios = {
  ...recordScenarios,
  ...daysOffScenarios,
  ...toldScenarios,
  ...workScenarios,
  ...retainerScenarios,
  ...retainerCourseScenarios,
  ...proposalScenarios,
  ...retainerTermScenarios,
  ...pauseScenarios,
  ...topUpScenarios,
  ...deliveryScenarios,
  ...periodScenarios,
  ...monthScenarios,
  ...timerScenarios,
  ...gapScenarios,
  ...timeScenarios,
  ...manyScenarios,
  ...reshapeScenarios,
  ...invoiceScenarios,
  ...invoiceIssueScenarios,
  ...paymentScenarios,
}

test('every command has a scenario of what it does', () => {
  const told = Object.entries<readonly { readonly refused?: Refusal }[]>(scenarios)
    .filter(([, list]) => list.some(({ refused }) => refused === undefined))
    .map(([name]) => name)
  expect(told.toSorted()).toEqual([...commands.keys()].toSorted())
})

/** The record of an id, in whichever table; `preferences` is the one of its table. */
function recordOf({ book }: Session, id: string): unknown {
  const { tables } = book.workspace
  if (id === 'preferences') return [...tables.preferences.values()][0]
  const others = tableNames.filter((name) => name !== 'preferences')
  return others.map((name) => (tables[name] as Map<string, unknown>).get(id)).find(Boolean) ?? null
}

function start(given: Given | undefined): Session {
  const at = session()
  at.run('client.create', { name: 'Halden & Reyes', currency: 'EUR', language: 'en', listRate: minor(10_000) })
  at.run('hourly.create', { clientId: CLIENT, rate: minor(10_000) })
  given?.(at)
  return at
}

function expectScenario<Name extends CommandName>(
  name: Name,
  { given, input, refused, leaves, lacks }: Scenario<Name>,
): void {
  const at = start(given)
  const before = printBook(at.book)
  const ran = at.run(name, input)
  if (refused) {
    expect(ran).toEqual({ ok: false, refusal: refused })
    expect(printBook(at.book)).toBe(before)
    return
  }
  expect(ran.ok).toBe(true)
  for (const [id, record] of Object.entries(leaves?.records ?? {}))
    if (record === null) expect(recordOf(at, id)).toBeNull()
    else expect(recordOf(at, id)).toMatchObject(record)
  for (const [id, field] of Object.entries(lacks ?? {})) expect(recordOf(at, id)).not.toHaveProperty(field)
  if (leaves?.running === null) expect(at.book.running).toBeNull()
  else if (leaves?.running) expect(at.book.running).toMatchObject(leaves.running)
  const { kept, counted } = bothTotals(at.book)
  expect(kept).toEqual(counted)
}

const byCommand = Object.entries(scenarios) as [CommandName, readonly Scenario<CommandName>[]][]

describe.each(byCommand)('%s', (name, list) => {
  const named = list.map((scenario) => [scenario.says, scenario] as const)
  test.each(named)('%s', (_says, scenario) => expectScenario(name, scenario))

  test.each(named.filter(([, { refused }]) => refused === undefined))(
    '%s, and is undone, unless the world has seen it',
    (_says, { given, input }) => {
      const at = start(given)
      const floor = at.floor()
      expect(at.run(name, input).ok).toBe(true)
      if (commands.get(name)?.undo === 'never') expect(at.floor()).toBe(printBook(at.book))
      else expect(at.floor()).toBe(floor)
      at.undoAll()
      expect(printBook(at.book)).toBe(at.floor())
    },
  )
})

test('what is not an input at all does not get as far as the command', () => {
  const inputs: [CommandName, unknown][] = [
    ['client.create', { name: 'A', currency: 'euro', language: 'en', listRate: 100 }],
    ['client.create', { name: 'A', currency: 'EUR', language: 'en', listRate: 99.5 }],
    ['client.create', { name: 'A', currency: 'EUR', language: 'en', listRate: -100 }],
    ['client.update', { id: '__proto__' }],
    ['timer.start', { engagementId: 'x' }],
    ['entry.create', { engagementId: null, when: { day: '2026-02-30', seconds: 60 } }],
    ['entry.update', { id: NEW, month: '2026' }],
    ['preferences.set', { workingDays: [] }],
    ['preferences.set', { workingDays: [8] }],
    [
      'daysOff.set',
      { daysOff: Array.from({ length: 1001 }, () => ({ from: '2026-01-01', to: '2026-01-01', name: '' })) },
    ],
    ['daysOff.set', { daysOff: [{ from: '2026-02-30', to: '2026-03-01', name: '' }] }],
    ['daysOff.set', { daysOff: [], holidaysOf: 'Italy' }],
    ['retainer.told', { id: NEW, period: '2026-10-01', shares: [] }],
    ['retainer.told', { id: NEW, period: '2026-10-01', shares: [0] }],
  ]
  for (const [name, input] of inputs) expect(commands.get(name)?.input.safeParse(input).success).toBe(false)
})
