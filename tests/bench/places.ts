import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { build } from 'vite'
import { checkoutRuntime, readsPathArgument } from '#electron/launch/checkout-runtime.mjs'
import { executableName } from '#electron/launch/electron-runtime.mjs'
import { ROOT } from '#electron/launch/program.mjs'
import { windowBounds } from '#electron/windows/bounds.ts'

/** In the checkout, not among the system's temporary files: those may lie in memory, where an fsync costs nothing. */
const folder = path.join(ROOT, 'node_modules', '.cache', 'mainstay', 'bench')

/** Runs `work` with an empty folder on the checkout's own disk. */
export async function withFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const own = path.join(folder, `run-${process.pid}`)
  mkdirSync(own, { recursive: true })
  try {
    await work(own)
  } finally {
    rmSync(own, { recursive: true, force: true })
  }
}

/**
 * A program of the bench as one file, bundled as the app is: for any Electron's Node, and without what a test's
 * imports cost. Returns the file.
 * @param name of its source beside this one
 * @param isAsItComes without what the app puts in the place of a package that loses data
 */
export async function buildProgram(name: string, isAsItComes = false): Promise<string> {
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    resolve: {
      alias: {
        ...(isAsItComes ? {} : { atomically: path.join(ROOT, 'electron/storage/atomically.ts') }),
        // A program that runs on plain Node has none.
        electron: path.join(ROOT, 'tests/support/electron.ts'),
      },
    },
    ssr: { noExternal: true },
    build: {
      ssr: path.join(import.meta.dirname, `${name}.ts`),
      outDir: folder,
      emptyOutDir: false,
      target: 'node18',
      minify: false,
      rolldownOptions: { output: { format: 'cjs', entryFileNames: `${name}.cjs`, codeSplitting: false } },
    },
  })
  return path.join(folder, `${name}.cjs`)
}

const page = `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8" /><title>Bare</title></head>
  <body><main><h1>A bare window</h1></main></body>
</html>
`
const main = (size: { width?: number; height?: number }): string => `const { app, BrowserWindow } = require('electron')
const path = require('node:path')
void app.whenReady().then(() => new BrowserWindow(${JSON.stringify(size)}).loadFile(path.join(__dirname, 'index.html')))
app.on('window-all-closed', () => app.quit())
`

/**
 * The least that an Electron app can be: one window of the product's size with a page from the disk.
 * @param executable the Electron that runs the product
 */
export async function bareApp(executable: string): Promise<{ app: string; executable: string }> {
  const app = path.join(folder, 'bare')
  mkdirSync(app, { recursive: true })
  const about = { name: 'bare', version: '1.0.0', main: 'main.cjs' }
  writeFileSync(path.join(app, 'package.json'), JSON.stringify(about))
  writeFileSync(path.join(app, 'index.html'), page)
  const { width, height } = windowBounds(null, [])
  writeFileSync(path.join(app, 'main.cjs'), main({ ...(width && { width }), ...(height && { height }) }))
  // As the launcher does it for the checkout: an Electron that reads no path needs a folder that runs this one.
  const dist = path.dirname(executable)
  const name = executableName(process.platform)
  const hasOwn = process.platform === 'linux' && !(await readsPathArgument(dist))
  return { app, executable: hasOwn ? path.join(await checkoutRuntime(dist, app, 'runtime', name), name) : executable }
}
