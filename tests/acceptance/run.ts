import { join } from 'node:path'
import { runFolder } from './files.ts'

/** `npm run acceptance -- DIR` (without one, the project's own cases): each difference on a line, then `N passed, N failed`. */
const folder = process.argv[2] ?? join(import.meta.dirname, 'cases')
const results = runFolder(folder)
for (const { file, differences, broken } of results) {
  if (broken) console.log(`${file}: ${broken}`)
  for (const { row, field, expected, got } of differences)
    console.log(`${file} ${row} ${field}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(got)}`)
}
const failed = results.filter(({ differences, broken }) => broken !== undefined || differences.length > 0).length
console.log(`${results.length - failed} passed, ${failed} failed`)
process.exitCode = failed > 0 || results.length === 0 ? 1 : 0
