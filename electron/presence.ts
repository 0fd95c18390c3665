import { powerMonitor } from 'electron'
import {
  afterAbsence,
  lastSeen,
  perceive,
  present,
  type Found,
  type Presence,
  type Reading,
  type Sign,
} from '#shared/domain/presence.ts'
import { msOf, type Instant } from '#shared/kernel/instant.ts'
import type { Id } from '#shared/kernel/id.ts'
import { machineClockMs, wallClockMs } from './clock.ts'
import type { IdleClock } from './idle-clock.ts'
import type { Log } from './log.ts'
import { soon } from './soon.ts'
import type { HeartbeatFile } from './storage/heartbeat.ts'
import type { OpenWorkspace } from './workspace.ts'

const LOOK_EVERY_MS = 5000
/** Whoever comes back is asked at once. */
const LOOK_FOR_RETURN_MS = 1000
const BEAT_EVERY_MS = 30_000

export interface Attending {
  /** The user does something: whatever has to be asked or put right is, before it is done. */
  readonly attend: () => void
  /** The app goes: what was seen last is written down. */
  readonly rest: () => void
  /** What was found when the app came up has been written down. */
  readonly ready: Promise<void>
}

interface Options {
  readonly workspace: OpenWorkspace
  readonly heartbeat: HeartbeatFile
  readonly idle: IdleClock
  /** The user's limit in seconds; null for none. */
  readonly limit: () => number | null
  readonly wentAway: (from: Instant) => void
  readonly log: Log
}

/** Watches over the timer while it runs (persistence.md, The timer): it only reports; commands do what follows. */
export function attendTimer({ workspace, heartbeat, idle, limit, wentAway, log }: Options): Attending {
  const { book } = workspace
  let state: Presence | null = null
  let watched: Id | null = null
  let looking: NodeJS.Timeout | undefined
  let beaten = 0

  const read = (): Reading => ({ ...clocks(), idle: idle() })
  /** Whoever does something is there: the system need not be asked, and who waits for the deed waits less. */
  const atDeed = (): Reading => ({ ...clocks(), idle: null })
  const beat = (): void => {
    if (!state || !book.running) return
    beaten = state.up
    heartbeat.write({ wall: state.wall, up: state.up, seen: lastSeen(state), entry: book.running.id })
  }
  /** Whoever started the timer waits for the answer, not for this. */
  const beatSoon = soon(beat)
  const keep = async (name: string, input: unknown): Promise<void> => {
    const outcome = await workspace.execute(name, input)
    if (!outcome.ok) log(`${name} could not be kept`, JSON.stringify(outcome.refusal))
  }
  /** All at once into the workspace's queue: what the user is about to do comes after it. */
  const tell = async (found: readonly Found[]): Promise<void> => {
    const kept = found.map((each) => {
      if (each.kind === 'away') return Promise.resolve(wentAway(each.from))
      const { kind, ...input } = each
      return keep(kind === 'gap' ? 'gap.open' : 'clock.moved', input)
    })
    await Promise.all(kept)
  }
  const sense = (sign: Sign): Promise<void> => {
    if (!state) return Promise.resolve()
    const was = state
    const { state: next, found } = perceive(was, sign, sign === 'deed' ? atDeed() : read(), { idle: limit() })
    state = next
    if (next.away !== was.away) lookAgain()
    if (next.away !== was.away || found.length > 0 || next.up - beaten >= BEAT_EVERY_MS) beat()
    return tell(found)
  }
  const lookAgain = (): void => {
    clearInterval(looking)
    if (state) looking = setInterval(() => void sense('look'), state.away ? LOOK_FOR_RETURN_MS : LOOK_EVERY_MS)
  }
  /** Nothing is looked at while no timer runs. */
  const follow = (): void => {
    const id = book.running?.id ?? null
    if (id === watched) return
    watched = id
    if (id === null) state = null
    else state ??= present(atDeed())
    lookAgain()
    beatSoon()
  }

  const ready = tell(foundAtStart(workspace, heartbeat, read()))
  workspace.observe({ changed: follow, counted: () => undefined })
  follow()
  for (const sign of ['suspend', 'resume'] as const) powerMonitor.on(sign as 'suspend', () => void sense(sign))
  powerMonitor.on('lock-screen', () => void sense('lock'))
  powerMonitor.on('unlock-screen', () => void sense('unlock'))
  powerMonitor.on('suspend', () => {
    beat()
    workspace.checkpoint().catch((error: unknown) => log('the checkpoint before a sleep', error))
  })
  powerMonitor.on('shutdown', beat)
  return { attend: () => void sense('deed'), rest: beat, ready }
}

const clocks = (): Pick<Reading, 'wall' | 'up'> => ({ wall: wallClockMs(), up: machineClockMs() })

/** With no heartbeat of this timer nothing is known of it since it was started. */
function foundAtStart({ book }: OpenWorkspace, heartbeat: HeartbeatFile, reading: Reading): readonly Found[] {
  const { running } = book
  if (!running) return []
  const beat = heartbeat.read()
  const start = msOf(running.start)
  const last = beat?.entry === running.id ? beat : { wall: start, up: 0, seen: start, boot: '' }
  return afterAbsence({ ...last, seen: Math.max(last.seen, start) }, reading, heartbeat.boot)
}
