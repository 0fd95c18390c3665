import { expect, test } from 'vitest'
import { cacheFolder } from '#electron/launch/cache-folder.mjs'

const home = () => '/account'

test('on Linux the XDG folder, when it is absolute', () => {
  expect(cacheFolder({ HOME: '/home/ada', XDG_CACHE_HOME: '/fast' }, 'linux', home)).toBe('/fast/mainstay')
  expect(cacheFolder({ HOME: '/home/ada', XDG_CACHE_HOME: 'cache' }, 'linux', home)).toBe('/home/ada/.cache/mainstay')
  expect(cacheFolder({ HOME: '/home/ada' }, 'linux', home)).toBe('/home/ada/.cache/mainstay')
})

test("an empty or unset HOME means the account's own", () => {
  expect(cacheFolder({ HOME: '' }, 'linux', home)).toBe('/account/.cache/mainstay')
  expect(cacheFolder({}, 'linux', home)).toBe('/account/.cache/mainstay')
})

test("the other systems' own places", () => {
  expect(cacheFolder({ HOME: '/Users/ada' }, 'darwin', home)).toBe('/Users/ada/Library/Caches/mainstay')
  expect(cacheFolder({ LOCALAPPDATA: '/local' }, 'win32', home)).toBe('/local/mainstay/cache')
})
