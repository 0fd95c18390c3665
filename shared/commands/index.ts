import { mergeClients, removeClient } from './client-records.ts'
import { createClient, updateClient } from './clients.ts'
import { creditInvoice, issueInvoice, voidInvoice } from './billing-issue.ts'
import { discardInvoice, draftInvoice, updateInvoice } from './billing.ts'
import type { Command } from './command.ts'
import { recordDelivery, removeDelivery, updateDelivery } from './deliveries.ts'
import { billFrom, removeEngagement, updateEngagement } from './engagements.ts'
import { answerGap } from './gap-answer.ts'
import { openGap } from './gaps.ts'
import { createHourly, updateHourly } from './hourly.ts'
import { closePeriod, reopenPeriod, sendPeriod, writeReport } from './periods.ts'
import { createProject, updateProject } from './projects.ts'
import { renewRetainer } from './renewal.ts'
import { changeRetainer, endRetainerEarly, pauseRetainer, resumeRetainer } from './retainer-terms.ts'
import { createRetainer, setRetainerStatus, tellOutcome, updateRetainer, writeProposal } from './retainers.ts'
import { addTopUp, removeTopUp } from './top-ups.ts'
import { setDaysOff } from './days-off.ts'
import { duplicateEntry, settleOverlap } from './entry-copies.ts'
import { splitAnEntry, mergeSomeEntries } from './entry-shape.ts'
import { createEntry, removeEntry, updateEntry } from './entries.ts'
import { removeExchangeRate, setExchangeRate } from './exchange-rates.ts'
import { importEntries } from './import.ts'
import { changeEntries, moveEntries, removeEntries } from './many-entries.ts'
import { noteMonth } from './months.ts'
import { importPayments, recordPayment, removePayment } from './payments.ts'
import { setPreferences } from './preferences.ts'
import { tellRetainer } from './told.ts'
import { clockMoved } from './clock-moved.ts'
import { copyWeek, setDayTime } from './weeks.ts'
import { backdateTimer, describeTimer, startTimer, stopTimer, unstopTimer } from './timer.ts'

/** Every verb of the app. The door, the journal's labels, undo and the menus know commands from here alone. */
const all = [
  setPreferences,
  setDaysOff,
  createClient,
  updateClient,
  removeClient,
  mergeClients,
  createHourly,
  updateHourly,
  createProject,
  updateProject,
  createRetainer,
  updateRetainer,
  setRetainerStatus,
  tellOutcome,
  writeProposal,
  changeRetainer,
  pauseRetainer,
  resumeRetainer,
  addTopUp,
  removeTopUp,
  endRetainerEarly,
  renewRetainer,
  updateEngagement,
  billFrom,
  removeEngagement,
  tellRetainer,
  recordDelivery,
  updateDelivery,
  removeDelivery,
  closePeriod,
  writeReport,
  noteMonth,
  sendPeriod,
  reopenPeriod,
  startTimer,
  stopTimer,
  backdateTimer,
  unstopTimer,
  describeTimer,
  clockMoved,
  openGap,
  answerGap,
  createEntry,
  updateEntry,
  removeEntry,
  changeEntries,
  removeEntries,
  moveEntries,
  setDayTime,
  copyWeek,
  splitAnEntry,
  mergeSomeEntries,
  duplicateEntry,
  settleOverlap,
  importEntries,
  draftInvoice,
  updateInvoice,
  discardInvoice,
  issueInvoice,
  voidInvoice,
  creditInvoice,
  recordPayment,
  importPayments,
  removePayment,
  setExchangeRate,
  removeExchangeRate,
] as const

type Registered = (typeof all)[number]
export type CommandName = Registered['name']
export type CommandInput<Name extends CommandName> = Extract<Registered, { name: Name }>['input']['_zod']['input']

export const commands: ReadonlyMap<string, Command> = new Map(
  all.map((command) => [command.name, command as unknown as Command]),
)
