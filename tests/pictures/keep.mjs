/** Keeps what `npm run pictures` made last: its pictures on this machine, how they look from afar in git. */
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '../..')
const pictures = path.join(root, 'pictures')
const seen = path.join(root, 'tests/pictures/seen.json')

const looks = path.join(pictures, 'looks.json')
if (!existsSync(looks)) throw new Error('There is nothing to keep yet: run `npm run pictures` first.')
const made = JSON.parse(readFileSync(looks, 'utf8'))
const before = existsSync(seen) ? JSON.parse(readFileSync(seen, 'utf8')) : {}
// Of a run over some of them the others stay as they were.
const all = Object.entries({ ...before, ...made }).sort(([a], [b]) => (a < b ? -1 : 1))
writeFileSync(seen, `${JSON.stringify(Object.fromEntries(all), null, 2)}\n`)
if (Object.keys(before).every((name) => name in made))
  rmSync(path.join(pictures, 'kept'), { recursive: true, force: true })
cpSync(path.join(pictures, 'now'), path.join(pictures, 'kept'), { recursive: true })
process.stdout.write(`kept ${Object.keys(made).length} pictures\n`)
