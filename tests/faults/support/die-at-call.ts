import fs from 'node:fs'
import { openStore } from '#electron/storage/store.ts'
import type { Month } from '#shared/kernel/day.ts'
import type { Id } from '#shared/kernel/id.ts'
import { made } from '#shared/model/change.ts'
import { entrySchema } from '#shared/model/entry.ts'
import { changingCalls } from '#tests/support/disk-calls.ts'
import { companions } from '#tests/support/large-change.ts'
import { say } from '#tests/support/say.ts'

/**
 * The program that dies at a step: a workspace is opened, changed, written to its files, closed and opened again, and
 * the process kills itself just before the call on the disk of the number that it is given. It says each change as
 * soon as it is acknowledged, the calls that it makes, and `end` where it has come through.
 */
const [folder = '', death = '0'] = process.argv.slice(2)
/** In one change: its line is written in several pieces. */
const LARGE = 1600

let calls = 0
for (const name of changingCalls) {
  const real = fs[name] as (...args: unknown[]) => unknown
  Object.assign(fs, {
    [name](...args: unknown[]) {
      if ((calls += 1) === Number(death)) {
        say(`dies at ${name}`)
        process.kill(process.pid, 'SIGKILL')
      }
      return real(...args)
    },
  })
}

async function main(): Promise<void> {
  let count = 0
  const open = () => openStore(folder, { now: Date.now, months: ['2026-03'] as Month[], after: () => () => undefined })
  let store = await open()
  const append = async (month: string, more = 0): Promise<void> => {
    const id = `00000000-0000-7000-8000-${String((count += 1)).padStart(12, '0')}` as Id
    const entry = entrySchema.parse({ id, engagementId: null, start: `2026-${month}-04T08:00:00Z`, end: null })
    const edits = [made('entries', entry), ...companions(id, more, `2026-${month}-05T08:00:00Z`)]
    const outcome = await store.append({ by: 'user', label: 'test', edits })
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal))
    say(`${outcome.value.seq} ${id}`)
  }
  await append('03')
  await append('02')
  await store.checkpoint(new Map())
  await append('03', LARGE)
  const checkpoint = store.checkpoint(new Map())
  await append('01')
  await checkpoint
  await append('03')
  await store.close(new Map())
  store = await open()
  await append('05')
  await store.checkpoint(new Map())
  await append('03')
  say('end')
}
void main()
