import { expect, test } from 'vitest'
import { Stopped, exitCode, lastLines, run } from '#electron/launch/processes.mjs'

test('the exit code is what a shell would say', () => {
  expect(exitCode(0, null)).toBe(0)
  expect(exitCode(7, null)).toBe(7)
  expect(exitCode(null, 'SIGKILL')).toBe(137)
  expect(exitCode(null, 'SIGINT')).toBe(130)
  expect(exitCode(null, null)).toBe(1)
})

test('what a process says is kept, in order', async () => {
  const code = "console.log('out'); process.exitCode = 3"
  expect(await run(process.execPath, ['-e', code])).toEqual({ code: 3, output: 'out\n', stdout: 'out\n' })
  const failed = await run(process.execPath, ['-e', "console.error('wrong')"])
  expect(failed).toEqual({ code: 0, output: 'wrong\n', stdout: '' })
})

test('a command that does not exist is told, not thrown', async () => {
  const { code, output } = await run('no-such-command-anywhere', [])
  expect(code).toBe(127)
  expect(output).toContain('no-such-command-anywhere')
})

test('it never waits for our stdin', async () => {
  expect((await run(process.execPath, ['-e', 'process.stdin.resume()'])).code).toBe(0)
})

test('our own stop ends it and is passed up', async () => {
  const stop = new AbortController()
  const running = run(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { signal: stop.signal })
  stop.abort(new Stopped('SIGTERM'))
  await expect(running).rejects.toMatchObject({ name: 'Stopped', code: 143 })
})

test('a stop for another reason is an exit code', async () => {
  const running = run(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { signal: AbortSignal.abort('stalled') })
  expect((await running).code).toBe(143)
})

test('the end of a long text', () => {
  expect(lastLines('a\nb\nc\n', 2)).toBe('b\nc')
})
