import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { argumentsFor, foldersOf, readArguments } from '#electron/arguments.ts'

const nothing = { sample: false, data: null, own: null, hidden: false, deed: null, link: null }
const read = (...words: string[]) => readArguments(['electron', '/opt/mainstay', ...words])

describe('the command line', () => {
  test('asks for nothing by itself', () => expect(read()).toMatchObject(nothing))

  test.each([
    [['--sample'], { ...nothing, sample: true }],
    [['--hidden', '--no-sandbox'], { ...nothing, hidden: true }],
    [['--toggle'], { ...nothing, deed: 'toggle' as const }],
    [['--mini', '--hidden'], { ...nothing, hidden: true, deed: 'mini' as const }],
    [['--data', '/tmp/a b'], { ...nothing, data: '/tmp/a b' }],
    [['--data=/tmp/a=b'], { ...nothing, data: '/tmp/a=b' }],
    [['--data', 'here'], { ...nothing, data: path.resolve('here') }],
    [['--data'], nothing],
    [['--data='], nothing],
    [['--data', ''], nothing],
    [['--database', 'x', '--samples'], nothing],
  ])('%j', (words, expected) => expect(read(...words)).toMatchObject(expected))

  test('a link is handed on; what stands behind it is a part of it that broke out, and is not heard', () => {
    const link = 'mainstay://start?client=Acme'
    expect(read('--data=/a', link)).toMatchObject({ ...nothing, data: '/a', link })
    expect(read('--', 'MAINSTAY:x')).toMatchObject({ ...nothing, link: 'MAINSTAY:x' })
    expect(read(link, '--data=/evil', '--sample', '--toggle')).toMatchObject({ ...nothing, link })
    expect(argumentsFor('sample', ['/opt/mainstay', link])).toEqual(['/opt/mainstay', '--sample'])
  })

  test('a flag after --data is no folder', () => {
    expect(read('--data', '--sample')).toMatchObject({ sample: true, data: null })
  })
})

describe('where things lie', () => {
  const usual = '/home/someone/.config/Mainstay'

  test('is beside the settings, in a folder of its own', () => {
    expect(foldersOf(nothing, usual)).toEqual({ user: usual, data: path.join(usual, 'data'), usual })
  })

  test('is apart for the sample and for each named folder, so that they run side by side', () => {
    const users = [nothing, { ...nothing, sample: true }, { ...nothing, data: '/a' }, { ...nothing, data: '/b' }].map(
      (started) => foldersOf(started, usual).user,
    )
    expect(new Set(users).size).toBe(4)
    expect(foldersOf({ ...nothing, data: '/a' }, usual)).toEqual({ user: users[2], data: '/a', usual })
  })

  test('is the named folder, with or without the sample', () => {
    expect(foldersOf({ ...nothing, sample: true, data: '/a' }, usual).data).toBe('/a')
  })
})

describe('the way to the sample and back', () => {
  const usual = '/home/someone/.config/Mainstay'
  const own: string[][] = [
    [],
    ['--data', '/a b'],
    ['--data=/a', '--hidden'],
    ['--toggle', '--no-sandbox', '--data', '/a', '--lang=it'],
  ]

  test.each(own)('%j is where one comes back to', (...words) => {
    const argv = ['/opt/mainstay', ...words]
    const there = argumentsFor('sample', argv)
    const back = argumentsFor('own', there)
    expect(foldersOf(readArguments(there), usual).data).toBe(path.join(usual, 'sample', 'data'))
    expect(foldersOf(readArguments(back), usual)).toEqual(foldersOf(readArguments(argv), usual))
    expect(readArguments(back)).toMatchObject({ sample: false, own: null, hidden: false, deed: null })
    expect(back[0]).toBe('/opt/mainstay')
    for (const word of words.filter((each) => /^--(?:no-sandbox|lang)/.test(each))) expect(there).toContain(word)
  })

  test('what was begun in the sample goes back to nobody’s folder', () => {
    const argv = ['/opt/mainstay', '--sample']
    expect(argumentsFor('own', argv)).toEqual(['/opt/mainstay'])
  })
})
