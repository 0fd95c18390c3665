import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { callInputs, type Bridge } from '#shared/ipc.ts'
import { readSnapshot } from '#shared/snapshot-text.ts'
import { expect, test } from './app.ts'
import { journal } from './disk.ts'
import { Face } from './pages/face.ts'
import { clientByTheHour } from './workspace.ts'

/** How the page says that it may not. */
const REFUSED = /Content Security Policy|net::ERR_|Refused to/

test('the page reaches nothing outside', async ({ mainstay }) => {
  mainstay.expectAttempt(/^https?:\/\/example\.com\//)
  mainstay.expectProblem(REFUSED)
  const { page, electron } = await mainstay.start()
  await new Face(page).arrived('today')

  await test.step('no request', async () => {
    const reached = await page.evaluate(async () => {
      const image = (source: string): Promise<string> =>
        new Promise((resolve) => {
          const element = new Image()
          element.addEventListener('load', () => resolve('loaded'))
          element.addEventListener('error', () => resolve('refused'))
          element.src = source
        })
      const answer = (address: string): Promise<string> =>
        fetch(address).then(
          (response) => String(response.status),
          () => 'refused',
        )
      const socket = (address: string): Promise<string> =>
        new Promise((resolve) => {
          const made = new WebSocket(address)
          made.addEventListener('open', () => resolve('open'))
          made.addEventListener('error', () => resolve('refused'))
        })
      return {
        fetch: await answer('https://example.com/fetch'),
        image: await image('http://example.com/image.png'),
        file: await answer('file:///etc/hostname'),
        socket: await socket('wss://example.com/socket'),
        beacon: navigator.sendBeacon('https://example.com/beacon'),
      }
    })
    expect(reached).toMatchObject({ fetch: 'refused', image: 'refused', file: 'refused', socket: 'refused' })
  })

  await test.step('no request of main’s either', async () => {
    const answered = await electron.evaluate(({ net }) =>
      net.fetch('https://example.com/main').then(
        () => 'answered',
        (error: unknown) => String(error),
      ),
    )
    expect(answered).toContain('ERR_BLOCKED_BY_CLIENT')
  })

  await test.step('no other page, no other window, no frame', async () => {
    expect(await page.evaluate(() => window.open('https://example.com/window'))).toBeNull()
    expect(await page.evaluate(() => window.open('app://mainstay/index.html'))).toBeNull()
    const framed = await page.evaluate(async () => {
      const frame = document.createElement('iframe')
      frame.src = 'app://mainstay/index.html'
      document.body.append(frame)
      const bridge = (frame.contentWindow as unknown as { mainstay?: unknown }).mainstay
      frame.remove()
      return typeof bridge
    })
    expect(framed).toBe('undefined')
    expect(electron.windows()).toHaveLength(1)
  })

  await test.step('no permission', async () => {
    const permissions = await page.evaluate(async () => ({
      place: await new Promise<string>((resolve) =>
        navigator.geolocation.getCurrentPosition(
          () => resolve('told'),
          () => resolve('denied'),
        ),
      ),
      notices: await Notification.requestPermission(),
      microphone: await navigator.mediaDevices.getUserMedia({ audio: true }).then(
        () => 'heard',
        () => 'denied',
      ),
    }))
    expect(permissions).toEqual({ place: 'denied', notices: 'denied', microphone: 'denied' })
  })

  await test.step('no going elsewhere', async () => {
    await page.evaluate(() => {
      const link = document.createElement('a')
      link.href = 'https://example.com/elsewhere'
      document.body.append(link)
      link.click()
    })
    const [address, title] = await electron.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      return [contents?.getURL(), await contents?.executeJavaScript('document.querySelector("h1").textContent')]
    })
    expect(address).toBe('app://mainstay/index.html')
    expect(title).not.toBe('')
  })
})

test('what the tests count requests with sees one that gets past the filter', async ({ mainstay }) => {
  // The session that the test makes is not the app's: it fetches a dictionary too.
  mainstay.expectLeaving(/example\.com|\/\/redirector\.gvt1\.com/)
  const { page, electron } = await mainstay.start()
  await new Face(page).arrived('today')
  const answered = await electron.evaluate(({ session }) =>
    session
      .fromPartition('unfiltered')
      .fetch('http://example.com/past-the-filter')
      .then(
        () => 'answered',
        (error: unknown) => String(error),
      ),
  )
  // The second wall: no name has an address.
  expect(answered).toContain('ERR_NAME_NOT_RESOLVED')
})

test('the page holds nothing of Node, its policy is there, and only its own files are', async ({ mainstay }) => {
  mainstay.expectProblem(REFUSED)
  mainstay.expectProblem(/status of 404|a file of the face is missing/)
  const { page } = await mainstay.start()
  await new Face(page).arrived('today')
  const found = await page.evaluate(async () => {
    const status = async (path: string): Promise<number> => (await fetch(`app://mainstay/${path}`)).status
    const globals = ['require', 'process', 'module', 'global', 'Buffer', 'electron'] as const
    return {
      globals: globals.filter((name) => name in window),
      bridge: Object.keys((window as unknown as { mainstay: object }).mainstay),
      policy: (await fetch('app://mainstay/index.html')).headers.get('content-security-policy'),
      own: await status('index.html'),
      gallery: await status('gallery/index.html'),
      above: await status('..%2f..%2fpackage.json'),
      main: await status('../main/main.cjs'),
      evaluated: ((): string => {
        try {
          // oxlint-disable-next-line typescript/no-implied-eval -- that it cannot be done is what is tested.
          return String(new Function('return 1')())
        } catch (error) {
          return (error as Error).name
        }
      })(),
    }
  })
  expect(found).toMatchObject({ globals: [], own: 200, gallery: 404, above: 404, main: 404, evaluated: 'EvalError' })
  expect(found.policy).toContain("default-src 'none'")
  expect(found.policy).not.toMatch(/unsafe|https?:|\*/)
  expect(new Set(found.bridge)).toEqual(new Set([...Object.keys(callInputs), 'on']))
})

test('the door refuses what it does not take, and does nothing', async ({ mainstay }) => {
  mainstay.expectProblem(/was called with what it does not take|could not be done/)
  const { page } = await mainstay.start()
  await new Face(page).arrived('today')
  await clientByTheHour(page, 'Alder')
  const before = await journal(mainstay.data)
  const answers = await page.evaluate(async () => {
    const { mainstay: bridge } = window as unknown as {
      mainstay: Record<string, (input?: unknown) => Promise<unknown>>
    }
    const ask = async (name: string, input?: unknown): Promise<string> => {
      try {
        const outcome = (await bridge[name]?.(input)) as { ok: boolean; refusal?: { code: string } } | undefined
        return outcome?.ok === false ? (outcome.refusal?.code ?? '') : 'done'
      } catch {
        return 'thrown'
      }
    }
    return {
      unknown: await ask('execute', { name: 'client.destroy', input: {} }),
      wrongType: await ask('execute', { name: 'timer.start', input: { engagementId: 5 } }),
      noSuch: await ask('execute', {
        name: 'timer.start',
        input: { engagementId: '00000000-0000-7000-8000-000000000000' },
      }),
      noName: await ask('execute', { input: {} }),
      nothing: await ask('execute'),
      months: await ask('months', ['../../etc']),
      theme: await ask('setSettings', { theme: 'pink' }),
      foreignToken: await ask('commitImport', { token: '/etc/passwd', choices: { zone: 'Europe/Rome' } }),
    }
  })
  expect(answers).toEqual({
    unknown: 'unknownCommand',
    wrongType: 'invalid',
    noSuch: 'notFound',
    noName: 'invalid',
    nothing: 'invalid',
    months: 'thrown',
    theme: 'thrown',
    foreignToken: 'gone',
  })
  expect(await journal(mainstay.data)).toEqual(before)
  const text = await page.evaluate(async () => (window as unknown as { mainstay: Bridge }).mainstay.load())
  expect(readSnapshot(text).settings.settings.theme).toBe('system')
})

test('a second start shows the first', async ({ mainstay }) => {
  const { page, electron } = await mainstay.start()
  await new Face(page).arrived('today')
  await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize())
  await expect
    .poll(() => electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized()))
    .toBe(true)
  const { file, args, env } = mainstay.command()
  const second = spawn(file, args, { env, stdio: 'ignore' })
  const [code] = (await once(second, 'exit')) as [number | null]
  expect(code).toBe(0)
  await expect
    .poll(() =>
      electron.evaluate(({ BrowserWindow }) => {
        const [window] = BrowserWindow.getAllWindows()
        return { isMinimized: window?.isMinimized(), isFocused: window?.isFocused() }
      }),
    )
    .toEqual({ isMinimized: false, isFocused: true })
})
