import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { bigHistory } from '#tests/support/workspace-files.ts'
import { aside, figure, median, spread } from './figures.ts'
import { start, type Bench } from './measured-app.ts'
import { ENTRIES, product, today, YEARS } from './startup.ts'

/** In turns, so that what else the machine does falls on both. */
const TURNS = 3
const TIMES = 12
const WARM_UP = 3

const histories = {
  long: { entries: ENTRIES, years: YEARS },
  year: { entries: ENTRIES / YEARS, years: 1 },
} as const

/** In the rail, by its icon's place: Today is the first, Income the one after Retainers. */
const helpers = `
  const frame = () => new Promise(requestAnimationFrame)
  const button = (...names) => [...document.querySelectorAll('nav button')].find((each) => names.includes(each.textContent.trim()))
  const until = async (condition) => { while (!condition()) await frame() }
  const income = () => document.querySelector('main figure table')
  const tabs = () => document.querySelectorAll('main [role=tab]')
  const leave = async () => { button('Today', 'Oggi').click(); await until(() => !income()); await frame(); await frame() }
`

/** By the first page, so that the next visit begins with it. */
const leaveScript = `(async () => {
  ${helpers}
  tabs()[0]?.click()
  if (tabs().length > 0) await until(income)
  await leave()
})()`

/** A minute of work on a retainer: what was worked out for the last visit does not hold for the next. */
const workScript = `(async () => {
  const input = {
    engagementId: '00000000-0002-7000-8000-000000000000',
    note: '',
    when: { day: '${today()}', seconds: 60 },
  }
  const outcome = await window.mainstay.execute({ name: 'entry.create', input })
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  // Today has followed by then.
  for (let frame = 0; frame < 10; frame++) await new Promise(requestAnimationFrame)
  await new Promise((rest) => requestIdleCallback(rest, { timeout: 1000 }))
})()`

/** What a press ends with: the time until its picture, and then rest. */
const untilPainted = `await frame()
  const painted = performance.now() - begin
  await frame()
  await new Promise((rest) => requestIdleCallback(rest, { timeout: 1000 }))
  return painted`

/**
 * From the click until the frame with the chart and its figures has been made; and on until the page is at rest, so that
 * the script that is counted with it is all that the click led to.
 */
const showScript = `(async () => {
  ${helpers}
  const begin = performance.now()
  button('Income', 'Entrate').click()
  await until(income)
  ${untilPainted}
})()`

/** The pages of Income that look far back, by their tab's place; each with as many tables as it has once it is drawn. */
const pages = { rates: { tab: 1, tables: 1 }, origin: { tab: 3, tables: 2 } } as const

/** The same from a press on the page's tab. */
const turnScript = ({ tab, tables }: { readonly tab: number; readonly tables: number }): string => `(async () => {
  ${helpers}
  const begin = performance.now()
  tabs()[${tab}].click()
  await until(() => tabs()[${tab}].ariaSelected === 'true' && document.querySelectorAll('main [role=tabpanel] table').length >= ${tables})
  ${untilPainted}
})()`

/** The pointer goes over all months and back; the longest time between two frames of it. */
const hoverScript = `(async () => {
  ${helpers}
  button('Income', 'Entrate').click()
  await until(income)
  const figure = income().parentElement
  const { left, top, width } = figure.getBoundingClientRect()
  await frame()
  let longest = 0
  let last = await frame()
  for (let step = 0; step < 180; step++) {
    const at = step < 90 ? step / 90 : (180 - step) / 90
    figure.dispatchEvent(new PointerEvent('pointermove', { bubbles: true, clientX: left + width * at, clientY: top + 100 }))
    const now = await frame()
    longest = Math.max(longest, now - last)
    last = now
  }
  await leave()
  return longest
})()`

/** What was measured of one of the ways to look at Income, by the history's name. */
interface Looked {
  readonly painted: Record<keyof typeof histories, number[]>
  readonly script: Record<keyof typeof histories, number[]>
}
const nothing = (): Looked => ({ painted: { long: [], year: [] }, script: { long: [], year: [] } })

/**
 * Income over 20 years and 24 retainers against the same screen with one year: from a click in the rail until it is
 * painted, each time after a change, and what it does while one looks around; and the same of what an hour brings and of
 * where income comes from, from a press on their tabs.
 */
export async function charts(executable: string, folder: string, bench: Bench): Promise<void> {
  const names = Object.keys(histories) as (keyof typeof histories)[]
  const looks = { show: nothing(), rates: nothing(), origin: nothing() }
  const scripts = { show: showScript, rates: turnScript(pages.rates), origin: turnScript(pages.origin) }
  const ways = Object.keys(looks) as (keyof typeof looks)[]
  const longest: number[] = []
  for (const name of names) {
    mkdirSync(path.join(folder, name))
    bigHistory(path.join(folder, name), histories[name].entries, histories[name].years, today())
  }
  for (let turn = 0; turn < TURNS; turn++)
    for (const name of turn % 2 === 0 ? names : names.toReversed()) {
      const app = await start(product(executable, folder, name, ['--data', path.join(folder, name)]), bench)
      try {
        for (let time = -WARM_UP; time < TIMES; time++) {
          await app.ask(leaveScript)
          await app.ask(workScript)
          for (const way of ways) {
            const shown = await app.measure(scripts[way])
            if (time < 0) continue
            looks[way].painted[name].push(shown.value as number)
            looks[way].script[name].push(shown.script)
          }
        }
        await app.ask(leaveScript)
        if (name === 'long') longest.push((await app.ask(hoverScript)).value as number)
      } finally {
        await app.quit()
      }
    }
  for (const way of ways) {
    const { painted, script } = looks[way]
    for (const name of names)
      aside(`${way}, ${name}: painted after ${spread(painted[name], 'ms')}, script ${spread(script[name], 'ms')}`)
    figure(`charts.${way}`, median(painted.long) / median(painted.year), 'x')
    figure(`charts.${way}.script`, median(script.long), 'ms')
  }
  figure('charts.hover', median(longest), 'ms')
}
