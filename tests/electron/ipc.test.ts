import { describe, expect, test, vi } from 'vitest'
import type { IpcMainInvokeEvent } from 'electron'
import { guarded } from '#electron/ipc.ts'
import { isOurs } from '#electron/sender.ts'
import { callInputs, type CallName } from '#shared/ipc.ts'

type Frame = IpcMainInvokeEvent['senderFrame']
const frame = (url: string, parent: unknown = null): { senderFrame: Frame } => ({
  senderFrame: { url, parent } as Frame,
})
const ours = frame('app://mainstay/index.html')

describe('who may ask', () => {
  test('is our page', () => expect(isOurs(ours)).toBe(true))

  test.each([
    ['a frame inside it', frame('app://mainstay/index.html', {})],
    ['a page from the network', frame('https://mainstay/index.html')],
    ['a file', frame('file:///opt/mainstay/index.html')],
    ['a host that begins alike', frame('app://mainstay.example/index.html')],
    ['a page that has our address in its own', frame('https://example.com/app://mainstay/')],
    ['an empty page', frame('about:blank')],
    ['a page that is gone', { senderFrame: null }],
  ])('is not %s', async (_name, sender) => {
    const handler = vi.fn()
    await expect(guarded('load', handler, vi.fn())(sender, undefined)).rejects.toThrow()
    expect(handler).not.toHaveBeenCalled()
  })
})

describe('what is asked', () => {
  /** What the call takes none of, whoever asks. */
  const hostile: readonly unknown[] = [
    null,
    0,
    'x'.repeat(200),
    [],
    [null],
    ['2026-13-01'],
    { name: 7 },
    { token: 'x'.repeat(101), zone: 'Europe/Rome' },
    { token: 'a', zone: '../../etc/passwd' },
    { name: 'x', text: { toString: 'y' } },
    { language: 'xx' },
    { theme: 1, window: { x: 1 } },
    JSON.parse('{ "__proto__": { "polluted": true }, "theme": 4 }'),
    Object.assign(Object.create(null), { constructor: { name: [Object.create(null)] }, theme: 5 }),
  ]
  const accepts = (name: CallName, input: unknown): boolean => callInputs[name].safeParse(input).success

  test.each(Object.keys(callInputs) as CallName[])('%s never sees what it does not take', async (name) => {
    const refused = hostile.filter((input) => !accepts(name, input))
    expect(refused.length).toBeGreaterThan(5)
    for (const input of refused) {
      const [handler, log] = [vi.fn(), vi.fn()]
      const answer = await guarded(name, handler, log)(ours, input).catch((error: unknown) => error)
      expect(handler).not.toHaveBeenCalled()
      expect(log).toHaveBeenCalledOnce()
      if (!(answer instanceof Error)) expect(answer).toEqual({ ok: false, refusal: { code: 'invalid' } })
    }
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })

  test('reaches the handler parsed: what the schema does not know is dropped', async () => {
    const handler = vi.fn(async () => ({ ok: true, value: { seq: 1 } }) as const)
    const answer = await guarded('execute', handler, vi.fn())(ours, { name: 'timer.stop', input: {}, and: 'more' })
    expect(handler).toHaveBeenCalledWith({ name: 'timer.stop', input: {} })
    expect(answer).toEqual({ ok: true, value: { seq: 1 } })
  })
})

describe('a bug behind the door', () => {
  const fail = async (): Promise<never> => Promise.reject(new Error('ENOENT: /home/someone/secret'))

  test('is a refusal where the call knows them, and is logged whole', async () => {
    const log = vi.fn()
    expect(await guarded('undo', fail, log)(ours, {})).toEqual({ ok: false, refusal: { code: 'invalid' } })
    expect(log).toHaveBeenCalledWith(
      'undo failed',
      expect.objectContaining({ message: expect.stringContaining('ENOENT') }),
    )
  })

  test('tells nothing of itself where it does not', async () => {
    const answer = guarded('months', fail, vi.fn())(ours, ['2026-10'])
    await expect(answer).rejects.toThrow(/^months could not be done$/)
  })
})
