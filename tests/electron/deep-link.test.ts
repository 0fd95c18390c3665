import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readLink } from '#electron/deep-link.ts'

const nothing = { client: '', work: '', note: '' }

describe('a link from outside', () => {
  test.each([
    ['mainstay://start', nothing],
    ['mainstay://start/', nothing],
    ['MAINSTAY://START?', nothing],
    ['mainstay://start?client=Harbour%20%26%20Co&work=Site', { client: 'Harbour & Co', work: 'Site', note: '' }],
    ['mainstay://start?note=+A+call%3F+', { ...nothing, note: 'A call?' }],
    ['mainstay://start?client=Caff%C3%A8&note=<b>x</b>', { ...nothing, client: 'Caffè', note: '<b>x</b>' }],
  ])('%s', (link, said) => expect(readLink(link)).toEqual(said))

  test.each([
    'mainstay://stop',
    'mainstay:start',
    'mainstay://start.evil.example?client=A',
    'mainstay://user@start',
    'mainstay://start:80',
    'mainstay://start/../data',
    'mainstay://start#client=A',
    'mainstay://start?client=A#b',
    'mainstay://start?client=A&client=B',
    'mainstay://start?client=A&at=2020-01-01',
    'mainstay://start?__proto__=A',
    'mainstay://start?engagementId=0193',
    'mainstay://start?note=a%0Ab',
    'mainstay://start?note=%00',
    'mainstay://start?client=%E2%80%AEgnp.exe',
    `mainstay://start?client=${'a'.repeat(201)}`,
    `mainstay://start?note=${'a'.repeat(1001)}`,
    `mainstay://start?${'&'.repeat(5000)}`,
    'https://start?client=A',
    '',
  ])('%s is refused whole', (link) => expect(readLink(link)).toBeNull())

  test('whatever is written comes to plain words, or to nothing', () => {
    const text = fc.string({ unit: 'binary', maxLength: 60 })
    fc.assert(
      fc.property(text, text, (client, note) => {
        const query = new URLSearchParams({ client, note })
        const read = readLink(`mainstay://start?${String(query)}`)
        if (read === null) return
        expect(read).toEqual({ client: client.trim(), work: '', note: note.trim() })
        // oxlint-disable-next-line no-control-regex -- these are what is kept out
        expect(read.client + read.note).not.toMatch(/[\u0000-\u001f\u202a-\u202e]/)
      }),
      { numRuns: 60 },
    )
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (rest) => {
        const read = readLink(`mainstay://${rest}`)
        expect(read === null || /^start[/?]?/i.test(rest)).toBe(true)
      }),
      { numRuns: 60 },
    )
  })
})
