import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { bigHistory } from '#tests/support/workspace-files.ts'
import { aside, figure, median, spread } from './figures.ts'
import { start, type Bench, type Measured } from './measured-app.ts'
import { ENTRIES, product, today, YEARS } from './startup.ts'

const FEW = 1000
const ROUNDS = 3
/** What is looked for; each is found in the long history and in the short one. */
const SEARCHES = ['number 7', 'client 3', 'done 42', 'number 99', 'other 5']

/** What the scripts below have in common: the views of Time are the second place of the rail, the list is the third view. */
const help = `(() => {
  const list = () => document.querySelector('main [role=grid][aria-rowcount]')
  const hasRows = () => list()?.querySelector('[data-line] [data-check]') != null
  const until = (isSo) => new Promise((resolve) => {
    const look = () => isSo() && (watch.disconnect(), resolve(performance.now()))
    const watch = new MutationObserver(look)
    watch.observe(document.body, { subtree: true, childList: true, attributes: true })
    look()
  })
  const view = (at) => document.querySelectorAll('main input[type=radio]')[at]
  window.benchList = {
    async time() {
      document.querySelectorAll('nav button')[1].click()
      await until(() => view(2) !== undefined)
    },
    async open() {
      const begin = performance.now()
      view(2).click()
      return (await until(hasRows)) - begin
    },
    async whole() {
      const asked = { query: { words: [], clients: [], tags: [], ownWork: '' }, group: 'day', weekStart: 1, from: 0, count: 1 }
      for (;;) {
        const { unread, entries } = await mainstay.listEntries(asked)
        if (unread === 0) return entries
        await new Promise((resume) => setTimeout(resume, 50))
      }
    },
    async search(text) {
      const field = document.querySelector('main input[role=combobox]')
      const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set
      const type = (value) => (set.call(field, value), field.dispatchEvent(new Event('input', { bubbles: true })))
      const count = () => list()?.getAttribute('aria-rowcount')
      const settled = () => new Promise((resume) => setTimeout(resume, 400))
      type('')
      await settled()
      const all = count()
      type(text)
      await until(() => hasRows() && count() !== all)
      await settled()
      const found = count()
      type('')
      await until(() => count() === all)
      await settled()
      const begin = performance.now()
      type(text)
      return (await until(() => hasRows() && count() === found)) - begin
    },
  }
})()`

const ask = async (app: Measured, script: string): Promise<number> => (await app.ask(script)).value as number

/** The list of 100,000 entries against one of 1,000: how long until its lines are there, and from a key to what it finds. */
export async function listing(executable: string, folder: string, bench: Bench): Promise<void> {
  const opened = new Map<number, number[]>()
  const searched = new Map<number, number[]>()
  const note = (times: Map<number, number[]>, entries: number, ms: number): void =>
    void times.set(entries, [...(times.get(entries) ?? []), ms])
  for (const entries of [FEW, ENTRIES]) {
    const data = path.join(folder, `list-${entries}`)
    mkdirSync(data)
    bigHistory(data, entries, YEARS, today())
  }
  // The first start of each makes what later ones find: a profile, compiled code.
  for (let round = -1; round < ROUNDS; round++) {
    for (const entries of round % 2 === 0 ? [FEW, ENTRIES] : [ENTRIES, FEW]) {
      const data = path.join(folder, `list-${entries}`)
      const app = await start(product(executable, folder, `list-${entries}`, ['--data', data]), bench)
      try {
        await app.ask(`${help};0`)
        await app.ask('window.benchList.time().then(() => 0)')
        const ms = await ask(app, 'window.benchList.open()')
        const there = await ask(app, 'window.benchList.whole()')
        if (there !== entries) throw new Error(`the list has ${there} of ${entries} entries`)
        if (round < 0) continue
        note(opened, entries, ms)
        for (const text of SEARCHES) note(searched, entries, await ask(app, `window.benchList.search('${text}')`))
      } finally {
        await app.quit()
      }
    }
  }
  for (const entries of [FEW, ENTRIES]) {
    aside(`${entries} entries: the list is there after ${spread(opened.get(entries) ?? [], 'ms')}`)
    aside(`${entries} entries: what a key finds is there after ${spread(searched.get(entries) ?? [], 'ms')}`)
  }
  const ratio = (times: Map<number, number[]>): number =>
    median(times.get(ENTRIES) ?? []) / median(times.get(FEW) ?? [])
  figure('list.open', ratio(opened), 'x')
  figure('list.search', ratio(searched), 'x')
}
