import { describe, expect, test } from 'vitest'
import { MOST_LINES, readCsv, type Csv } from '#shared/formats/csv.ts'

function read(text: string): Csv {
  const outcome = readCsv(text)
  if (!outcome.ok) throw new Error(outcome.code)
  return outcome.csv
}
const rows = (text: string) => Array.from(read(text).records, ({ line, cells }) => [line, ...cells])
const refusal = (text: string) => {
  const outcome = readCsv(text)
  return outcome.ok ? null : outcome.code
}
const HUNDRED_MB = 100_000_000

describe('text in columns', () => {
  test.each([
    ['comma', 'day,note\n1,a\n'],
    ['semicolon', 'day;note\n1;a\n'],
    ['tab', 'day\tnote\n1\ta\n'],
    ['byte order mark', '\uFEFFday,note\n1,a\n'],
    ['quotes', '"day","note"\n"1","a"'],
    ['Windows newlines', 'day,note\r\n1,a\r\n'],
    ['old Mac newlines', 'day,note\r1,a\r'],
  ])('%s', (_name, text) => {
    expect(read(text).header).toEqual(['day', 'note'])
    expect(rows(text)).toEqual([[2, '1', 'a']])
  })

  test('the delimiter is the header’s, whatever the cells hold', () => {
    expect(rows('day;note\n1;a,b,c,d\n')).toEqual([[2, '1', 'a,b,c,d']])
  })

  test('a cell holds delimiters, doubled quotes and newlines; the lines after it keep their numbers', () => {
    const text = 'day,note\r\n1,"a, ""b"",\r\nc\n\nd"\r\n2,e\r\n'
    expect(rows(text)).toEqual([
      [2, '1', 'a, "b",\nc\n\nd'],
      [6, '2', 'e'],
    ])
  })

  test('blank lines are counted and not read', () => {
    expect(rows('\n\nday,note\n\n1,a\n   \n2,b')).toEqual([
      [5, '1', 'a'],
      [7, '2', 'b'],
    ])
  })

  test('names that are special in JavaScript are names', () => {
    expect(read('__proto__,constructor\n1,2').header).toEqual(['__proto__', 'constructor'])
    expect(({} as Record<string, unknown>)['1']).toBeUndefined()
  })

  test('the apostrophe that guards against formulas is taken off, others stay', () => {
    const [cells] = [...read(`a,b,c,d,e\n'=A1,''=A1,'@x,'tis,'`).records].map((record) => record.cells)
    expect(cells).toEqual(['=A1', "'=A1", '@x', "'tis", "'"])
    // Also where rows are read another way, since a quote stands oddly.
    const [odd] = [...read(`a,b\n"'=A1" ,'tis`).records].map((record) => record.cells)
    expect(odd).toEqual(['=A1', "'tis"])
  })
})

describe('broken rows', () => {
  test.each([
    ['a quote that never closes', 'a,b\n1,"open\n2,x\n3,y\n'],
    ['a quote that closes later on, in another row', 'a,b\n1,"open\n2,x\n3,y\n4,"z" \n'],
    ['a quote inside a quoted cell', 'a,b\n1,"say "hi" there"\n2,x\n3,y\n'],
  ])('%s costs its own row', (_name, text) => {
    const { records, broken } = read(text)
    expect(broken).toEqual([{ line: 2, code: 'badQuotes', text: text.split('\n')[1] }])
    expect([...records].slice(0, 2).map(({ line, cells }) => [line, ...cells])).toEqual([
      [3, '2', 'x'],
      [4, '3', 'y'],
    ])
  })

  test('signs that are no text are refused with their row', () => {
    const { records, broken } = read('a,b\n1,x\0y\n2,Caf\uFFFD\n3,z')
    expect(broken.map(({ line, code }) => [line, code])).toEqual([
      [2, 'badCharacters'],
      [3, 'badCharacters'],
    ])
    expect(records).toHaveLength(1)
  })

  test('a cell that is too long is refused with its row', () => {
    const { records, broken } = read(`a,b\n1,${'x'.repeat(100_001)}\n2,${'x'.repeat(100_000)}\n`)
    expect(broken.map(({ line, code, text }) => [line, code, text.length])).toEqual([[2, 'tooLong', 80]])
    expect(records).toHaveLength(1)
  })

  test('rows that end where a window does are all there', () => {
    const text = `a,b\n${'1,"xx\nx"\n'.repeat(100_000)}`
    const { records, broken } = read(text)
    expect(broken).toEqual([])
    expect(records).toHaveLength(100_000)
    const last = records.at(records.length - 1)
    expect([last.line, last.cells]).toEqual([200_000, ['1', 'xx\nx']])
  })
})

describe('what is no CSV', () => {
  test.each([
    ['', 'empty'],
    ['\uFEFF \r\n\t\n', 'empty'],
    ['{"data":[1,2]}', 'notCsv'],
    [' [1, 2]', 'notCsv'],
    ['<!doctype html><title>a,b</title>', 'notCsv'],
    ['PK\u0003\u0004,,,', 'notCsv'],
    ['\uFFFDPNG\r\n\u001A\n,', 'notCsv'],
    ['d\0a\0y\0,\0n\0', 'notCsv'],
    ['a letter\nto someone', 'notCsv'],
    ['"a,b\n1,2\n', 'notCsv'],
  ])('%j is %s', (text, code) => {
    expect(refusal(text)).toBe(code)
  })
})

test('newlines of two signs are one, wherever a long text is cut for normalizing', () => {
  const width = 1 << 20
  for (const shift of [0, 1, 2]) {
    const first = 'x'.repeat(50_000)
    const rows = Array.from({ length: 21 }, () => `${first},1`)
    const text = `a,b\r\n${'y'.repeat(shift)},2\r\n${rows.join('\r\n')}\r\n`
    const { records } = read(text)
    expect(text.length).toBeGreaterThan(width)
    expect([...records].map(({ line }) => line)).toEqual(Array.from({ length: 22 }, (_, index) => index + 2))
  }
  // A newline that lies on the cut itself.
  const head = 'a,b\r\n'
  const row = `${'x'.repeat(99_998)},1`
  let text = head
  while (text.length + row.length + 2 < width - 1) text += `${row}\r\n`
  text += `${'z'.repeat(width - text.length - 3)},3\r\n4,5\r\n`
  expect(text.slice(width - 1, width + 1)).toBe('\r\n')
  expect([...read(text).records].at(-1)?.cells).toEqual(['4', '5'])
})

describe('hostile text is refused in time', () => {
  test('one line of 100 MB', () => {
    expect(refusal('x'.repeat(HUNDRED_MB))).toBe('notCsv')
    const { records, broken } = read(`a,b\n${','.repeat(HUNDRED_MB)}\n1,2\n`)
    expect(broken.map(({ line, code, text }) => [line, code, text.length])).toEqual([[2, 'tooLong', 80]])
    expect([...records].map(({ line, cells }) => [line, ...cells])).toEqual([[3, '1', '2']])
  })

  test('100 MB of quotes', () => {
    expect(read(`a,b\n${'"'.repeat(HUNDRED_MB)}\n1,2\n`).records).toHaveLength(1)
    expect(refusal(`a,b\n${'"x\n'.repeat(10_000_000)}`)).toBe('notCsv')
  })

  test.each(['\n', '\r', '\r\n'])('more lines than a life has, by %j', (newline) => {
    expect(refusal(`a,b${newline.repeat(MOST_LINES + 1)}`)).toBe('tooManyLines')
  })
})
