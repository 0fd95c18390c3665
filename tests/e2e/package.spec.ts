import { execFile, spawn } from 'node:child_process'
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { listPackage } from '@electron/asar'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { expect, test } from '@playwright/test'
import { isUnsandboxed } from '#electron/launch/electron-arguments.mjs'
import { ROOT } from '#electron/launch/program.mjs'
import { devtoolsOf, inFirstWindow } from './devtools-pipe.ts'
import { glob } from './files.ts'

const run = promisify(execFile)

/** From where the app's own files lie to what starts it. */
const STARTS: Partial<Record<NodeJS.Platform, string>> = {
  linux: '../mainstay',
  darwin: '../MacOS/Mainstay',
  win32: '../Mainstay.exe',
}
/** As a fuse is written into the executable. */
const [BLOWN, WHOLE] = ['0'.codePointAt(0), '1'.codePointAt(0)]

let folder = ''
test.beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'mainstay-package-'))
})
test.afterAll(() => rm(folder, { recursive: true, force: true }))

test('the package holds the app alone, with its fuses set, and starts', async () => {
  test.setTimeout(240_000)
  const words = ['electron/launch/package.mjs', '--dir', `-c.directories.output=${folder}`]
  await run(process.execPath, words, { cwd: ROOT, maxBuffer: 20_000_000 })
  const [archive = ''] = await glob(folder, (file) => path.basename(file) === 'app.asar')
  const executable = path.join(path.dirname(archive), STARTS[process.platform] ?? '')

  await test.step('no file of its developers’ is inside', async () => {
    const files = listPackage(archive, { isPack: false }).map((file) => file.slice(1).replaceAll('\\', '/'))
    expect(files).toContain('dist/main/main.cjs')
    expect(files).toContain('dist/renderer/index.html')
    const wanted =
      /^(?:package\.json|dist(?:\/(?:main|importer|preload|renderer)(?:\/.*)?)?|electron(?:\/icons(?:\/.*)?)?)$/
    expect(files.filter((file) => !wanted.test(file) || /\.(?:map|tsx?|mjs)$/.test(file))).toEqual([])
    const sizes = await Promise.all((await glob(folder, () => true)).map(async (file) => (await stat(file)).size))
    const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(1)
    const own = (await stat(archive)).size
    console.log(
      `package.size = ${megabytes(sizes.reduce((sum, size) => sum + size, 0))} MB, ${megabytes(own)} MB of it ours`,
    )
  })

  await test.step('it cannot be run as Node, told by an environment, inspected, or given another app', async () => {
    const fuses = await getCurrentFuseWire(executable)
    const on = [
      FuseV1Options.EnableCookieEncryption,
      FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
      FuseV1Options.OnlyLoadAppFromAsar,
    ]
    const off = [
      FuseV1Options.RunAsNode,
      FuseV1Options.EnableNodeOptionsEnvironmentVariable,
      FuseV1Options.EnableNodeCliInspectArguments,
    ]
    expect(on.map((fuse) => fuses[fuse])).toEqual(on.map(() => WHOLE))
    expect(off.map((fuse) => fuses[fuse])).toEqual(off.map(() => BLOWN))
  })

  await test.step('it opens, and keeps its data where it is told to', async () => {
    const data = path.join(folder, 'data')
    const app = spawn(
      executable,
      [
        ...(isUnsandboxed() ? ['--no-sandbox'] : []),
        `--user-data-dir=${path.join(folder, 'user')}`,
        '--remote-debugging-pipe',
        '--data',
        data,
      ],
      { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
    )
    try {
      const devtools = devtoolsOf(app)
      const shown = `location.href + ' ' + document.querySelector('main h2')?.textContent`
      const opened = 'app://mainstay/index.html Where your day will be'
      await expect.poll(() => inFirstWindow(devtools, shown), { timeout: 30_000 }).toBe(opened)
      const ended = new Promise((resolve) => void app.once('exit', resolve))
      app.kill('SIGTERM')
      expect(await ended).toBe(0)
      expect(await readdir(data)).toContain('manifest.json')
    } finally {
      app.kill('SIGKILL')
    }
  })
})
