import { day } from '#shared/kernel/day.ts'
import { minor } from '#shared/kernel/units.ts'
import { agrees, NEW, type Given } from './scenario.ts'

/** The terms that `agrees` begins with. */
export const first = { from: '2026-01-01', fee: 100_000, included: 600 }
export const has = (...versions: object[]) => ({ records: { [NEW]: { agreement: { versions } } } })
export const paused = (from: string, instead = { fee: 100_000, included: 600 }) => ({
  from,
  fee: 0,
  included: 0,
  isPause: true,
  insteadOf: instead,
})
export const pauses =
  (from: string, to: string): Given =>
  (at) => {
    if (at.book.workspace.tables.engagements.size === 1) agrees(at)
    at.run('retainer.pause', { id: NEW, from: day(from), to: day(to) })
  }
export const raises: Given = (at) => {
  agrees(at)
  at.run('retainer.change', { id: NEW, from: day('2026-06-01'), fee: minor(120_000) })
}
