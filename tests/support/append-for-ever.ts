import { openStore } from '#electron/storage/store.ts'
import type { Month } from '#shared/kernel/day.ts'
import type { Id } from '#shared/kernel/id.ts'
import { made } from '#shared/model/change.ts'
import { entrySchema } from '#shared/model/entry.ts'
import { companions } from './large-change.ts'
import { say } from './say.ts'

/**
 * The program that the kill test kills: appends changes to a folder until it is ended, and says each id as soon as it
 * is acknowledged, with the machine's own clock in nanoseconds. With `checkpoints` one runs all the time beside it; `<` and `>` say when it begins and ends.
 */
const [folder = '', run = '0', how] = process.argv.slice(2)
const LARGE = 2000

async function main(): Promise<void> {
  const store = await openStore(folder, { now: Date.now, months: ['2026-03'] as Month[] })
  if (store.readOnly) throw new Error(`read-only: ${store.readOnly}`)
  if (how === 'checkpoints') void checkpointForEver()
  for (let number = 0; ; number++) {
    const id = `00000000-0000-7000-8000-${run.padStart(4, '0')}${String(number).padStart(8, '0')}` as Id
    const start = `2026-0${(number % 5) + 1}-04T08:00:00Z`
    const entry = entrySchema.parse({ id, engagementId: null, note: `run ${run}`, start, end: null })
    // As large as an import of a year or two, once in some runs.
    const more = number === 2 && Number(run) % 5 === 0 ? companions(id, LARGE, start) : []
    const outcome = await store.append({ by: 'user', label: 'test', edits: [made('entries', entry), ...more] })
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal))
    say(`${outcome.value.seq} ${id} ${process.hrtime.bigint()}`)
  }

  async function checkpointForEver(): Promise<never> {
    for (;;) {
      say('<')
      await store.checkpoint(new Map())
      say('>')
      await new Promise((resume) => setTimeout(resume, 2))
    }
  }
}
void main()
