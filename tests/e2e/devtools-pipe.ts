import type { ChildProcess } from 'node:child_process'
import type { Readable, Writable } from 'node:stream'

interface Answer {
  readonly id?: number
  readonly result?: Readonly<Record<string, unknown>>
  readonly error?: { readonly message: string }
}

export interface Devtools {
  readonly ask: (method: string, params?: object, sessionId?: string) => Promise<Readonly<Record<string, unknown>>>
}

/**
 * Chromium's own protocol over two pipes (`--remote-debugging-pipe`), the child's fourth and fifth: a packaged app lets
 * nobody inspect its Node, which is how Playwright starts an Electron.
 */
export function devtoolsOf({ stdio }: ChildProcess): Devtools {
  const [to, from] = [stdio[3] as Writable, stdio[4] as Readable]
  const waiting = new Map<number, (answer: Answer) => void>()
  let asked = 0
  let rest = ''
  from.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\0')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      const answer = JSON.parse(line) as Answer
      if (answer.id !== undefined) waiting.get(answer.id)?.(answer)
    }
  })
  return {
    ask: (method, params = {}, sessionId) =>
      new Promise((resolve, reject) => {
        const id = (asked += 1)
        waiting.set(id, ({ result, error }) => (error ? reject(new Error(error.message)) : resolve(result ?? {})))
        to.write(`${JSON.stringify({ id, method, params, sessionId })}\0`)
      }),
  }
}

/** What a script of the app's first window comes to; undefined while there is no window. */
export async function inFirstWindow({ ask }: Devtools, expression: string): Promise<unknown> {
  const { targetInfos } = await ask('Target.getTargets')
  const page = (targetInfos as { type: string; targetId: string }[]).find(({ type }) => type === 'page')
  if (!page) return undefined
  const { sessionId } = await ask('Target.attachToTarget', { targetId: page.targetId, flatten: true })
  const { result } = await ask('Runtime.evaluate', { expression }, String(sessionId))
  return (result as { value?: unknown }).value
}
