import ElectronStore from 'electron-store'
import { history } from '#tests/support/workspace-files.ts'

/**
 * One electron-store file with the whole history, as the library comes: what recording an entry costs there. Prints the
 * milliseconds of each.
 */
const [folder = '', entries = '0', times = '0', today = ''] = process.argv.slice(2)
const store = new ElectronStore<{ entries: Record<string, unknown> }>({ cwd: folder, name: 'everything' })
const all = history(Number(entries), 20, today as never).map(({ after }) => after)
store.store = { entries: Object.fromEntries(all.flatMap((entry) => (entry ? [[entry.id, entry]] : []))) }
const [some] = all
if (!some) throw new Error('no history')
const took: number[] = []
for (let time = 0; time < Number(times); time++) {
  const begin = performance.now()
  store.set(`entries.${some.id}-${time}`, some)
  took.push(performance.now() - begin)
}
console.log(JSON.stringify(took))
