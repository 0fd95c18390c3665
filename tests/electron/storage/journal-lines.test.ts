import { describe, expect, it } from 'vitest'
import { crcOf } from '#electron/storage/crc32.ts'
import { decodeJournal, decodeLine, encodeChange } from '#electron/storage/journal-lines.ts'
import { made } from '#shared/model/change.ts'
import { entryAt } from '#tests/support/stores.ts'

const change = (seq: number, note = `number ${seq}`) => ({
  seq,
  at: `2026-03-04T08:30:0${seq}.000Z-0000-here`,
  by: 'user' as const,
  label: 'test',
  edits: [made('entries', entryAt('2026-03-04T08:00:00Z', { note }))],
})
const changes = [change(1), change(2, 'with a "quote", a \\, a newline\n, and 00000000 {"seq":9 in it'), change(3)]
const bytes = Buffer.concat((await Promise.all(changes.map((each) => encodeChange(each)))).flat())
const seqs = (journal: Buffer): number[] => decodeJournal(journal).changes.map(({ seq }) => seq)

describe('journal lines', () => {
  it('read as they were written, one a line, the sum in front', () => {
    expect(decodeJournal(bytes)).toEqual({ changes, older: [], bad: [], isClosed: true })
    expect(bytes.toString().trimEnd().split('\n')).toHaveLength(3)
    expect(bytes.toString()).toMatch(/^[0-9a-f]{8} \{"seq":1,"at":"2026-03-04T08:30:01.000Z-0000-here","by":"user",/)
  })

  it('of changes that are in the shards are not looked into, but their sums are', () => {
    const { changes: read, older, bad } = decodeJournal(bytes, 2)
    expect([read, older.map((line) => decodeLine(line)), bad]).toEqual([changes.slice(2), changes.slice(0, 2), []])
    const hit = Buffer.from(bytes)
    hit[100] = (hit[100] ?? 0) ^ 1
    expect(decodeJournal(hit, 2)).toMatchObject({ older: [{}], bad: [{ line: 1 }] })
  })

  it('are written in slices where a change is large, all the same', async () => {
    const edits = Array.from({ length: 1203 }, () => change(1).edits).flat()
    const large = { ...change(4), edits }
    const [line] = decodeJournal(Buffer.concat(await encodeChange(large))).changes
    expect(line).toEqual(large)
    expect((await encodeChange({ ...change(5), edits: [] })).join('')).toContain('"edits":[]}\n')
  })

  it('cut at any byte: all whole lines are read, and at most one is bad', () => {
    const ends = [...bytes.entries()].flatMap(([index, byte]) => (byte === 10 ? [index] : []))
    for (let length = 0; length <= bytes.length; length++) {
      const { changes: read, bad, isClosed } = decodeJournal(bytes.subarray(0, length))
      // The newline itself may be missing: what is before it is known to be right by its sum.
      expect(read.map(({ seq }) => seq)).toEqual([1, 2, 3].slice(0, ends.filter((end) => end <= length).length))
      expect(bad.length).toBeLessThanOrEqual(1)
      expect(isClosed).toBe(length === 0 || bytes[length - 1] === 10)
    }
  })

  it('with any one bit turned over: that line alone is lost, those after it are read', () => {
    const lineOf = (index: number): number => bytes.subarray(0, index).filter((byte) => byte === 10).length + 1
    const texts = new Set(changes.map((each) => JSON.stringify(each)))
    const wrong: string[] = []
    for (let index = 0; index < bytes.length; index++)
      for (let bit = 0; bit < 8; bit++) {
        const hit = Buffer.from(bytes)
        hit[index] = (hit[index] ?? 0) ^ (1 << bit)
        const { changes: read, bad, isClosed } = decodeJournal(hit)
        // The very newline is no part of what a line says.
        const found = read.map(({ seq }) => seq).filter((seq) => bytes[index] !== 10 || seq !== lineOf(index))
        const others = [1, 2, 3].filter((seq) => seq !== lineOf(index))
        const isRight = found.join() === others.join() && read.every((each) => texts.has(JSON.stringify(each)))
        if (!isRight || (bad.length === 0 && isClosed)) wrong.push(`byte ${index}, bit ${bit}`)
      }
    expect(wrong).toEqual([])
  })

  it('that are no lines at all are told and passed over', () => {
    const line = bytes.subarray(0, bytes.indexOf(10) + 1)
    expect(seqs(Buffer.concat([Buffer.from('hello\n\n'), Buffer.alloc(4096), Buffer.from('\n'), line]))).toEqual([1])
    expect(seqs(Buffer.concat([Buffer.from('\uFEFF'), line, line]))).toContain(1)
    expect(seqs(Buffer.from('<!doctype html>\n'))).toEqual([])
    // The sums of these are right; what they say is not a change.
    for (const text of [
      '{}',
      '[]',
      'null',
      'hello',
      '{"seq":0}',
      '{"seq":1,"at":"x","by":"user","label":"x","edits":{}}',
    ])
      expect(seqs(Buffer.from(`${crcOf(text)} ${text}\n`))).toEqual([])
  })
})
