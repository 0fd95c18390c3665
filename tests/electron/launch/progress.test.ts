import { describe, expect, test } from 'vitest'
import { progress, say } from '#electron/launch/progress.mjs'

function paper(isTTY: boolean) {
  const written: string[] = []
  return { isTTY, written, write: (text: string) => written.push(text) }
}

describe('in a log', () => {
  test('a line at each quarter, and the last one', () => {
    const out = paper(false)
    const shown = progress('Electron', 111_000_000, out)
    for (let bytes = 0; bytes <= 111_000_000; bytes += 1_000_000) shown.update(bytes)
    shown.end()
    expect(out.written).toEqual([
      'Electron: 28 MB of 111 MB (25 %)\n',
      'Electron: 56 MB of 111 MB (50 %)\n',
      'Electron: 84 MB of 111 MB (75 %)\n',
      'Electron: 111 MB of 111 MB (100 %)\n',
    ])
  })

  test('every 25 MB when the whole is not known', () => {
    const out = paper(false)
    const shown = progress('Electron', null, out)
    for (let bytes = 0; bytes <= 60_000_000; bytes += 5_000_000) shown.update(bytes)
    shown.end()
    expect(out.written).toEqual(['Electron: 25 MB\n', 'Electron: 50 MB\n'])
  })

  test('never more than the whole', () => {
    const out = paper(false)
    progress('Electron', 100_000_000, out).update(130_000_000)
    expect(out.written).toEqual(['Electron: 100 MB of 100 MB (100 %)\n'])
  })
})

describe('on a terminal', () => {
  test('one line that is rewritten, and left at the end', () => {
    const out = paper(true)
    const shown = progress('Unpacking', 10_000_000, out)
    shown.update(1_000_000)
    shown.update(1_000_001)
    shown.update(10_000_000)
    shown.end()
    expect(out.written).toEqual([
      '\r\u001b[2KUnpacking: 1 MB of 10 MB (10 %)',
      '\r\u001b[2KUnpacking: 10 MB of 10 MB (100 %)',
      '\n',
    ])
  })

  test('nothing when nothing happened', () => {
    const out = paper(true)
    progress('Unpacking', 10, out).end()
    expect(out.written).toEqual([])
  })
})

test('a line is a line', () => {
  const out = paper(true)
  say('Building …', out)
  expect(out.written).toEqual(['Building …\n'])
})
