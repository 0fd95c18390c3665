/**
 * `npm run mutants`: changes the rules in one place at a time (Stryker's mutants) and tells which changes no test
 * notices. By hand, not a part of `npm test`: thousands of mutants take their time. `npm run mutants -- ledger/lots.ts`
 * tries those of the files whose path holds one of the words; without words, of all of `shared/domain`.
 */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import type { DryRun } from './harness.ts'
import { prepare, PROGRAM, TREE, type Mutant } from './prepare.ts'
import { worker, type Outcome } from './try-out.ts'

type Tried = Mutant & { readonly outcome: Outcome }

const mutants = await prepare(process.argv.slice(2))
const printed = execFileSync(process.execPath, [PROGRAM], { encoding: 'utf8', maxBuffer: 2 ** 30 })
const dry = JSON.parse(printed) as DryRun
for (const [place, ms] of dry.took.entries()) if (ms === null) console.log(`fails by itself: ${dry.names[place]}`)
const seconds = dry.took.reduce<number>((sum, ms) => sum + (ms ?? 0), 0) / 1000
console.log(`${mutants.length} mutants, ${dry.took.length} tests that take ${seconds.toFixed(1)} s`)

const siblings = new Map<string, string[]>()
for (const { id, fileName } of mutants) siblings.set(fileName, [...(siblings.get(fileName) ?? []), id])
const waiting = [...mutants]
const tried: Tried[] = []
async function work(): Promise<void> {
  const awake = worker(dry)
  for (let mutant = waiting.shift(); mutant; mutant = waiting.shift()) {
    const outcome = await awake.tryOut(mutant, siblings.get(mutant.fileName) ?? [])
    tried.push({ ...mutant, outcome })
    if (outcome !== 'killed') console.log(told({ ...mutant, outcome }))
    const own = tried.filter(({ fileName }) => fileName === mutant.fileName)
    if (own.length === siblings.get(mutant.fileName)?.length) console.log(scoreOf(own))
    if (tried.length % 100 === 0) console.log(`${share()} of ${tried.length}, of ${mutants.length} in all …`)
  }
  awake.stop()
}
await Promise.all(Array.from({ length: availableParallelism() }, work))
console.log(`mutants.killed = ${share()}`)

/** Of a file whose mutants have all been tried. */
function scoreOf(own: readonly Tried[]): string {
  const killed = own.filter(({ outcome }) => outcome === 'killed').length
  return `${path.relative(TREE, own[0]?.fileName ?? '')}: ${killed} of ${own.length}`
}

function share(): string {
  const killed = tried.filter(({ outcome }) => outcome === 'killed').length
  return `${((100 * killed) / tried.length).toFixed(1)} %`
}

/** One that nobody noticed: where, and what stands there instead. */
function told({ fileName, location, mutatorName, replacement, outcome }: Tried): string {
  const file = path.relative(TREE, fileName)
  const { line } = location.start
  const was = (readFileSync(file, 'utf8').split('\n')[line] ?? '').trim()
  const instead = replacement.replaceAll(/\s+/g, ' ').slice(0, 80)
  return `${file}:${line + 1} ${outcome}, ${mutatorName}: ${was} -> ${instead}`
}
