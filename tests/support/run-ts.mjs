/** Runs a TypeScript file of the project from the command line: `node tests/support/run-ts.mjs FILE [ARGUMENT …]`. */
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

const root = path.resolve(fileURLToPath(new URL('../..', import.meta.url)))
const [file, ...args] = process.argv.slice(2)
if (file === undefined) throw new Error('Say which file: node tests/support/run-ts.mjs FILE [ARGUMENT …]')

// The file sees its arguments where a program looks for them.
process.argv = [process.argv[0] ?? 'node', path.resolve(root, file), ...args]

process.setSourceMapsEnabled(true)
// Without the project's own configuration: its root is the renderer and its builds are for Electron.
await runnerImport(path.resolve(root, file), { configFile: false, root, logLevel: 'warn' })
