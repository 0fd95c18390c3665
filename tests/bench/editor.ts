import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { addMonths, firstDayOf, monthOf, type Day } from '#shared/kernel/day.ts'
import { bigHistory } from '#tests/support/workspace-files.ts'
import { aside, figure, median, spread } from './figures.ts'
import { start, type Bench } from './measured-app.ts'
import { ENTRIES, product, today, YEARS } from './startup.ts'

/** In turns, so that what else the machine does falls on both. */
const TURNS = 3
const KEYS = 60
const WARM_UP = 10
/** At sixty a second. */
const FRAME_MS = 1000 / 60

const histories = {
  long: { entries: ENTRIES, years: YEARS },
  year: { entries: ENTRIES / YEARS, years: 1 },
} as const

/** The first client's retainer, as of the first day of the history, and its editor with the ledger beside it. */
const openScript = (startsOn: Day): string => `(async () => {
  const frame = () => new Promise(requestAnimationFrame)
  const until = async (found) => { for (;;) { const it = found(); if (it) return it; await frame() } }
  const button = (...names) => [...document.querySelectorAll('button')].find((each) => names.includes(each.textContent.trim()))
  const { tables } = JSON.parse(await mainstay.load())
  const [client] = tables.clients
  const { id, agreement } = tables.engagements.find((each) => each.kind === 'retainer' && each.clientId === client.id)
  const [version] = agreement.versions
  const older = { ...agreement, startsOn: '${startsOn}', versions: [{ ...version, from: '${startsOn}' }] }
  const changed = await mainstay.execute({ name: 'retainer.update', input: { id, agreement: older } })
  if (!changed.ok) throw new Error(changed.refusal.code)
  button('Retainers', 'Accordi').click()
  ;(await until(() => button(client.name))).click()
  ;(await until(() => button('Edit terms', 'Cambia le condizioni'))).click()
  const nameOf = (input) => input.labels?.[0]?.textContent ?? input.getAttribute('aria-label')
  const field = await until(() => [...document.querySelectorAll('main form input')].find((input) => ['Fee a month', 'Compenso al mese'].includes(nameOf(input))))
  const ledger = await until(() => document.querySelector('main section table')?.closest('section'))
  window.benchEditor = { field, ledger, frame, write: Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set }
  return ledger.querySelectorAll('tr').length
})()`

/** A key in the fee: from its press until the frame in which the ledger has followed. */
const keyScript = (fee: number): string => `(async () => {
  const { field, ledger, frame, write } = window.benchEditor
  await frame()
  await new Promise((rested) => setTimeout(rested, 30))
  const followed = new Promise((resolve) => {
    const watch = new MutationObserver(() => (watch.disconnect(), resolve()))
    watch.observe(ledger, { subtree: true, childList: true, characterData: true })
  })
  const begin = performance.now()
  write.call(field, '${fee}')
  field.dispatchEvent(new Event('input', { bubbles: true }))
  await followed
  await frame()
  return performance.now() - begin
})()`

/**
 * Writing the terms of a retainer with the live ledger beside them, over 20 years of history against one: from a key to
 * the ledger that has followed it.
 */
export async function editor(executable: string, folder: string, bench: Bench): Promise<void> {
  const names = Object.keys(histories) as (keyof typeof histories)[]
  const keys = { long: [] as number[], year: [] as number[] }
  for (const name of names) {
    mkdirSync(path.join(folder, name))
    bigHistory(path.join(folder, name), histories[name].entries, histories[name].years, today())
  }
  for (let turn = 0; turn < TURNS; turn++)
    for (const name of turn % 2 === 0 ? names : names.toReversed()) {
      const app = await start(product(executable, folder, name, ['--data', path.join(folder, name)]), bench)
      try {
        const startsOn = addMonths(firstDayOf(monthOf(today())), -12 * histories[name].years)
        const rows = (await app.ask(openScript(startsOn))).value as number
        if (turn === 0) aside(`${name}: the ledger has ${rows} rows`)
        for (let key = -WARM_UP; key < KEYS; key++) {
          // As somebody types: a figure more, a figure less.
          const took = (await app.ask(keyScript(key % 2 === 0 ? 1000 : 10_005))).value as number
          if (key >= 0) keys[name].push(took)
        }
      } finally {
        await app.quit()
      }
    }
  for (const name of names) aside(`${name}: the ledger follows after ${spread(keys[name], 'ms')}`)
  figure('editor.keystroke', median(keys.long) / median(keys.year), 'x')
  figure('editor.keystroke.p95', percentile(keys.long, 0.95) / FRAME_MS, 'frames')
}

const percentile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.ceil(values.length * share) - 1] ?? Number.NaN
