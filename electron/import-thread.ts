import { Worker } from 'node:worker_threads'
import type { ImportDesk } from './import-desk.ts'

/** What is asked of a desk in another thread, and what it says. */
export interface DeskAsked {
  readonly id: number
  readonly name: keyof ImportDesk
  readonly input: readonly unknown[]
}
export type DeskSaid =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly error: string }
  | { readonly share: number }

interface Waiting {
  readonly resolve: (value: unknown) => void
  readonly reject: (error: Error) => void
}

/** A desk in a thread of its own, where a long file is read while this one answers whoever asks. */
export interface DeskInThread extends ImportDesk {
  readonly close: () => void
  /** Whether it has ended, by itself or because it was closed. */
  readonly isOver: () => boolean
}

/**
 * @param file of the thread's program (importer.ts)
 * @param tell how much of what was asked last is done, from 0 to 1
 */
export function deskInThread(file: string, tell: (share: number) => void): DeskInThread {
  const thread = new Worker(file)
  const waiting = new Map<number, Waiting>()
  let asked = 0
  let isClosed = false
  let dead: Error | null = null
  const fail = (error: Error): void => {
    dead ??= error
    // Whoever is not answered any more has been given up.
    for (const { resolve, reject } of waiting.values())
      if (isClosed) resolve(null)
      else reject(error)
    waiting.clear()
  }
  thread.on('message', (said: DeskSaid) => {
    if ('share' in said) return tell(said.share)
    const answer = waiting.get(said.id)
    waiting.delete(said.id)
    if ('error' in said) answer?.reject(new Error(said.error))
    else answer?.resolve(said.value)
  })
  thread.on('error', fail)
  thread.on('exit', () => fail(new Error('the thread of an import has ended')))

  const ask = (name: keyof ImportDesk, input: readonly unknown[] = [], handed: ArrayBuffer[] = []): Promise<unknown> =>
    new Promise((resolve, reject) => {
      // Nobody is there any more who would answer.
      if (dead) return isClosed ? resolve(null) : reject(dead)
      asked += 1
      waiting.set(asked, { resolve, reject })
      thread.postMessage({ id: asked, name, input } satisfies DeskAsked, handed)
    })
  /** Whether it was heard shows in what is asked next. */
  const say = (name: 'take' | 'stop', input?: readonly unknown[], handed?: ArrayBuffer[]): void =>
    void ask(name, input, handed).catch(() => undefined)
  const asking =
    <Name extends 'rehearse' | 'open' | 'read' | 'know' | 'plan' | 'enter'>(name: Name) =>
    (...input: Parameters<ImportDesk[Name]>): ReturnType<ImportDesk[Name]> =>
      ask(name, input) as ReturnType<ImportDesk[Name]>
  return {
    rehearse: asking('rehearse'),
    // Handed over, not copied: a part of something larger cannot be.
    take(bytes) {
      const own = bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice()
      say('take', [own], [own.buffer as ArrayBuffer])
    },
    open: asking('open'),
    read: asking('read'),
    know: asking('know'),
    plan: asking('plan'),
    enter: asking('enter'),
    stop: () => say('stop'),
    isOver: () => dead !== null,
    close() {
      isClosed = true
      void thread.terminate()
    },
  }
}
