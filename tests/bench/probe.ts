/**
 * What the bench puts into an Electron before its app begins (`NODE_OPTIONS=--require`): the same into the product and
 * into the bare window, so that the product needs no code of the bench's. It tells when the window can be used, runs
 * in the page what it is asked to, and takes the time of each call that passes the product's door.
 */
import { Module } from 'node:module'
import type { App, BrowserWindow, IpcMain } from 'electron'
import type { Asked, Told } from './told.ts'

interface Electron {
  readonly app: App
  readonly ipcMain: IpcMain
}

type Loader = (this: unknown, request: string, ...rest: unknown[]) => unknown
const loading = Module as unknown as { _load: Loader }

const tell = (told: Told): void => void process.send?.(told)

/** Milliseconds that the last call of a name took in main, from its arrival to its answer. */
const took = new Map<string, number>()

function timeCalls(ipcMain: IpcMain): void {
  const handle = ipcMain.handle.bind(ipcMain)
  ipcMain.handle = (channel, listener) =>
    handle(channel, async (event, ...input: unknown[]) => {
      const begin = performance.now()
      try {
        return (await listener(event, ...input)) as unknown
      } finally {
        took.set(channel, performance.now() - begin)
      }
    })
}

/** Asks for a turn every millisecond; what it returns ends that, and says how long the longest wait for one was. */
function watchStalls(): () => number {
  let [last, longest] = [performance.now(), 0]
  const see = (): void => {
    const now = performance.now()
    longest = Math.max(longest, now - last - 1)
    last = now
  }
  const timer = setInterval(see, 1)
  return () => {
    see()
    clearInterval(timer)
    return longest
  }
}

/** A script that waits until the page can be used, and says when that was. */
const usable = process.env['MAINSTAY_BENCH_USABLE'] ?? 'Date.now()'

const inPage = async (window: BrowserWindow, script: string): Promise<unknown> =>
  window.webContents.mainFrame.executeJavaScript(script)

/**
 * Chromium's own count of the time in which the page's script ran, in milliseconds: each task and each callback of it,
 * however short.
 */
async function scriptOf({ webContents: { debugger: asked } }: BrowserWindow): Promise<number> {
  if (!asked.isAttached()) {
    asked.attach('1.3')
    await asked.sendCommand('Performance.enable')
  }
  const { metrics } = (await asked.sendCommand('Performance.getMetrics')) as {
    metrics: { name: string; value: number }[]
  }
  return (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? Number.NaN) * 1000
}

/** A window that is not shown yet is not usable, whatever it has painted. */
async function whenUsable(window: BrowserWindow): Promise<number> {
  const at = await inPage(window, usable)
  if (window.isVisible()) return Number(at)
  await new Promise<void>((shown) => void window.once('show', () => shown()))
  return Number(await inPage(window, usable))
}

function watch({ app, ipcMain }: Electron): void {
  timeCalls(ipcMain)
  app.once('browser-window-created', (_event, window) => {
    const failed = (id: number) => (error: unknown) => tell({ kind: 'failed', id, error: String(error) })
    window.webContents.once('dom-ready', () => {
      void whenUsable(window).then((at) => {
        const processes = app.getAppMetrics().map(({ pid, memory }) => ({ pid, kilobytes: memory.workingSetSize }))
        tell({ kind: 'usable', at, processes })
      }, failed(0))
    })
    const answer = async ({ id, script, watch: isWatched, measure: isMeasured }: Asked): Promise<void> => {
      took.clear()
      const before = isMeasured ? await scriptOf(window) : 0
      const stalled = isWatched ? watchStalls() : () => 0
      const value = await inPage(window, script)
      const stall = stalled()
      const ran = isMeasured ? (await scriptOf(window)) - before : 0
      tell({ kind: 'answer', id, value, took: Object.fromEntries(took), stall, script: ran })
    }
    process.on('message', (asked: Asked) => void answer(asked).catch(failed(asked.id)))
  })
}

// Electron's own module is there only once Electron has begun; the first to ask for it is the app.
const load = loading._load
loading._load = function loadAndWatch(request, ...rest) {
  const loaded = load.call(this, request, ...rest)
  if (request === 'electron' && loading._load !== load) {
    loading._load = load
    watch(loaded as Electron)
  }
  return loaded
}
