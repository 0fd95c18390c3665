import { callInputs, type CallName, type CallOutputs } from '#shared/ipc.ts'
import { refused } from '#shared/kernel/refusal.ts'
import type { z } from 'zod'
import type { Answers } from './door.ts'
import type { Log } from './log.ts'
import { isOurs, type Sender } from './sender.ts'

export type Handlers = {
  readonly [Name in CallName]: (input: z.output<(typeof callInputs)[Name]>) => Promise<CallOutputs[Name]>
}

/** Calls that answer with an outcome: what is wrong with their input is a refusal, not an exception. */
const outcomes: ReadonlySet<CallName> = new Set<CallName>([
  'execute',
  'undo',
  'redo',
  'chooseImport',
  'chooseTable',
  'offerImport',
  'previewImport',
  'commitImport',
  'exportEntries',
  'saveTable',
  'saveDocument',
  'holidays',
  'backUp',
  'compareBackup',
  'restoreBackup',
  'chooseSecondCopy',
  'exportEverything',
  'chooseEverything',
  'restoreEverything',
  'moveData',
  'trashOldData',
])

/**
 * The one wrapper that every call passes (persistence.md, Security): who asks, then what is asked, then the handler.
 * An exception is a bug: logged whole, told as such, never shown raw.
 */
export const guarded =
  <Name extends CallName>(name: Name, handler: Handlers[Name], log: Log) =>
  async (sender: Sender, input: unknown): Promise<unknown> => {
    if (!isOurs(sender)) throw new Error('not for you')
    const parsed = read(name, input)
    if ('why' in parsed) {
      log(`${name} was called with what it does not take`, parsed.why)
      return refuse(name)
    }
    try {
      return await handler(parsed.data as Parameters<Handlers[Name]>[0])
    } catch (error) {
      log(`${name} failed`, error)
      return refuse(name)
    }
  }

/**
 * An input can be made so that what is wrong with it has no words, and then looking throws: it is not taken either.
 * @returns what its schema takes of it; else why not
 */
function read(name: CallName, input: unknown): { data: unknown } | { why: string } {
  try {
    const parsed = callInputs[name].safeParse(input)
    return parsed.success ? { data: parsed.data } : { why: parsed.error.message }
  } catch {
    return { why: 'it cannot be told' }
  }
}

function refuse(name: CallName): unknown {
  if (outcomes.has(name)) return refused({ code: 'invalid' })
  throw new Error(`${name} could not be done`)
}

/** The answers to all calls, each behind its guard. */
export const guardedAnswers = (handlers: Handlers, log: Log): Answers =>
  Object.fromEntries(
    (Object.keys(callInputs) as CallName[]).map((name) => [name, guarded(name, handlers[name], log)]),
  ) as unknown as Answers
