import fs from 'node:fs'
import path from 'node:path'
import type { Heartbeat } from '#shared/domain/presence.ts'
import { isObject, parseJson } from '#shared/kernel/json.ts'
import { bootId } from './lock.ts'
import { FILE_MODE, readIfThere, temporaryOf } from './safe-file.ts'

/** The heartbeat of a timer; `entry` is what runs. */
export interface Beat extends Heartbeat {
  readonly entry: string
}

export interface HeartbeatFile {
  readonly boot: string
  /** That of the last run; null where there is none, or none that can be read. */
  readonly read: () => Beat | null
  /** Not forced to the disk (persistence.md, The timer): it bounds what was last seen, it is no record. */
  readonly write: (beat: Omit<Beat, 'boot'>) => void
}

export function heartbeatIn(folder: string): HeartbeatFile {
  const file = path.join(folder, 'heartbeat.json')
  const boot = bootId()
  return {
    boot,
    read() {
      try {
        return parse(readIfThere(file)?.toString() ?? '')
      } catch {
        return null // cut off while it was written
      }
    },
    write(beat) {
      const temporary = temporaryOf(file)
      try {
        fs.writeFileSync(temporary, JSON.stringify({ ...beat, boot }), { mode: FILE_MODE })
        fs.renameSync(temporary, file)
      } catch {
        fs.rmSync(temporary, { force: true }) // a full disk: the next beat may find room
      }
    },
  }
}

function parse(text: string): Beat | null {
  const value = parseJson(text)
  if (!isObject(value)) return null
  const { wall, up, seen, boot, entry } = value
  const isWhole =
    [wall, up, seen].every((each) => typeof each === 'number' && Number.isFinite(each)) &&
    typeof boot === 'string' &&
    typeof entry === 'string'
  return isWhole ? ({ wall, up, seen, boot, entry } as Beat) : null
}
