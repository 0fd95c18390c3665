import fs from 'node:fs'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { dataToDiskOf } from '#electron/storage/data-to-disk.ts'

afterEach(() => vi.restoreAllMocks())

/** A disk that takes as long as it is told, and the way in which each call went to it. */
function diskOf(durations: number[]): { ways: string[]; now: () => number } {
  const ways: string[] = []
  let time = 0
  const work = (way: string): void => {
    ways.push(way)
    time += durations.shift() ?? 1
  }
  vi.spyOn(fs, 'fdatasyncSync').mockImplementation(() => work('in place'))
  vi.spyOn(fs, 'fdatasync').mockImplementation((_: number, done: fs.NoParamCallback) => {
    work('called back')
    done(null)
  })
  return { ways, now: () => time }
}

describe('data to the disk', () => {
  it('waits in place for a disk that has been quick, and not again for long once it was slow', async () => {
    const disk = diskOf([1, 1, 1, 1, 60])
    const dataToDisk = dataToDiskOf(disk.now)
    for (let time = 0; time < 60; time++) await dataToDisk(0, 300)
    const slow = Array.from({ length: 50 }, () => 'called back')
    const quick = ['in place', 'in place']
    expect(disk.ways.slice(0, 5)).toEqual(['called back', 'called back', 'called back', ...quick])
    expect(disk.ways.slice(5)).toEqual([...slow, 'in place', 'in place', 'in place', 'in place', 'in place'])
  })

  it('never waits in place for much data, nor for a slow disk', async () => {
    const quick = diskOf([])
    const dataToDisk = dataToDiskOf(quick.now)
    for (const bytes of [300, 300, 300, 300, 1_000_000, 300]) await dataToDisk(0, bytes)
    expect(quick.ways.slice(3)).toEqual(['in place', 'called back', 'in place'])

    const slow = diskOf(Array.from({ length: 20 }, () => 8))
    const slowly = dataToDiskOf(slow.now)
    for (let time = 0; time < 20; time++) await slowly(0, 300)
    expect(new Set(slow.ways)).toEqual(new Set(['called back']))
  })

  it('says what the disk says, either way', async () => {
    diskOf([])
    const dataToDisk = dataToDiskOf(() => 0)
    const error = new Error('EIO')
    vi.spyOn(fs, 'fdatasync').mockImplementationOnce((_: number, done: fs.NoParamCallback) => done(error))
    await expect(dataToDisk(0, 300)).rejects.toBe(error)
    for (const _ of [1, 2, 3]) await dataToDisk(0, 300)
    vi.spyOn(fs, 'fdatasyncSync').mockImplementationOnce(() => {
      throw error
    })
    await expect(dataToDisk(0, 300)).rejects.toBe(error)
  })
})
