import { describe, expect, test } from 'vitest'
import { NoElectron, executableName, search } from '#electron/launch/electron-runtime.mjs'
import { Stopped } from '#electron/launch/processes.mjs'

type Places = Parameters<typeof search>[0]

/** A world in which nothing is there and everything is refused, but for what the test says; it keeps what was asked. */
function world(changes: Partial<Places> = {}) {
  const asked: string[] = []
  const refuse = (what: string) => () => {
    asked.push(what)
    return Promise.reject(new Error(`${what} refused`))
  }
  const places: Places = {
    override: undefined,
    hasRegistryCopy: true,
    holdsElectron: () => Promise.resolve(true),
    ownBinary: () => Promise.resolve(null),
    download: refuse('download'),
    cachedCopy: () => Promise.resolve(null),
    fetchCopy: refuse('registry'),
    refusedBefore: () => Promise.resolve(null),
    rememberRefusal: (reason) => {
      asked.push(`remember ${reason}`)
      return Promise.resolve()
    },
    say: () => {},
    ...changes,
  }
  return { places, asked }
}

const gives = (folder: string) => () => Promise.resolve(folder)

describe('the order of the search', () => {
  test('the override comes before all', async () => {
    const { places } = world({ override: '/mine', ownBinary: gives('/own'), cachedCopy: gives('/copy') })
    expect(await search(places)).toEqual({ dist: '/mine', from: 'override' })
  })

  test('an override without an Electron is said, not passed over', async () => {
    const { places } = world({
      override: '/mine',
      holdsElectron: () => Promise.resolve(false),
      ownBinary: gives('/own'),
    })
    await expect(search(places)).rejects.toThrow('ELECTRON_OVERRIDE_DIST_PATH: /mine holds no Electron')
  })

  test("the package's own binary comes before the copy in the cache", async () => {
    const { places, asked } = world({ ownBinary: gives('/own'), cachedCopy: gives('/copy') })
    expect(await search(places)).toEqual({ dist: '/own', from: 'package' })
    expect(asked).toEqual([])
  })

  test('a copy in the cache is used without asking the network', async () => {
    const { places, asked } = world({ cachedCopy: gives('/copy') })
    expect(await search(places)).toEqual({ dist: '/copy', from: 'registry copy' })
    expect(asked).toEqual([])
  })

  test('the download comes before the copy in the registry', async () => {
    const { places } = world({ download: gives('/downloaded'), fetchCopy: gives('/copy') })
    expect(await search(places)).toEqual({ dist: '/downloaded', from: 'download' })
  })

  test('a refused download is remembered before the copy is fetched', async () => {
    const { places, asked } = world({ fetchCopy: gives('/copy') })
    expect(await search(places)).toEqual({ dist: '/copy', from: 'registry copy' })
    expect(asked).toEqual(['download', 'remember download refused'])
  })

  test('a remembered refusal is not waited for again', async () => {
    const { places, asked } = world({
      refusedBefore: () => Promise.resolve('no way through'),
      fetchCopy: gives('/copy'),
    })
    expect(await search(places)).toEqual({ dist: '/copy', from: 'registry copy' })
    expect(asked).toEqual([])
  })

  test('where there is no registry copy, neither the cache nor the registry is asked', async () => {
    const { places, asked } = world({ hasRegistryCopy: false, cachedCopy: gives('/copy'), fetchCopy: gives('/copy') })
    await expect(search(places)).rejects.toThrow('there is one for Linux on x64 only')
    expect(asked).toEqual(['download', 'remember download refused', 'remember null'])
  })
})

test('when all fail, the message says what was tried and why, and the refusal is forgotten', async () => {
  const { places, asked } = world()
  const error = await search(places).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(NoElectron)
  expect(String(error)).toContain('its download: download refused')
  expect(String(error)).toContain('the copy in the npm registry: registry refused')
  expect(String(error)).toContain('npx install-electron')
  expect(asked.at(-1)).toBe('remember null')
})

test("the user's own stop ends the search and is remembered by nobody", async () => {
  const { places, asked } = world({ download: () => Promise.reject(new Stopped('SIGINT')) })
  await expect(search(places)).rejects.toBeInstanceOf(Stopped)
  expect(asked).toEqual([])
})

test('the executable has the name that each system gives it', () => {
  expect(['linux', 'win32', 'darwin'].map((name) => executableName(name as NodeJS.Platform))).toEqual([
    'electron',
    'electron.exe',
    'Electron.app/Contents/MacOS/Electron',
  ])
})
