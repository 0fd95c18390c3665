import { describe, expect, test } from 'vitest'
import {
  DESKTOP,
  LIBRARIES,
  installLine,
  installable,
  managerOf,
  missingCommands,
  missingLibraries,
  notFound,
  packagesFor,
} from '#electron/launch/system-libraries.mjs'

const LDD = [
  '\tlinux-vdso.so.1 (0x00007ffd2a7f2000)',
  '\tlibffmpeg.so => /cache/electron/libffmpeg.so (0x00007f1)',
  '\tlibnss3.so => not found',
  '\tlibgtk-3.so.0 => not found',
  '\tlibodd.so.7 => not found',
  '\tlibgtk-3.so.0 => not found',
  '\tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f2)',
  '',
].join('\n')

const names = (needs: readonly { name: string }[]) => needs.map((need) => need.name)
/** A linker cache that holds all of our list. */
const FULL_CACHE = LIBRARIES.map((need) => `\t${need.name} (libc6,x86-64) => /lib/${need.name}\n`).join('')

test('each library that the linker does not find is named once', () => {
  expect(notFound(LDD)).toEqual(['libnss3.so', 'libgtk-3.so.0', 'libodd.so.7'])
  expect(notFound('\tstatically linked\n')).toEqual([])
  expect(notFound('')).toEqual([])
})

describe('missing libraries', () => {
  test('those of our list and those that nobody foresaw', () => {
    expect(names(missingLibraries(LDD, FULL_CACHE))).toEqual(['libgtk-3.so.0', 'libnss3.so', 'libodd.so.7'])
  })

  test('one that is opened only while it runs is looked up in the cache of the linker', () => {
    const cache = FULL_CACHE.replace(/^.*libnotify.*\n/m, '')
    expect(names(missingLibraries('', cache))).toEqual(['libnotify.so.4'])
  })

  test('without a cache of the linker only what ldd says is known', () => {
    expect(missingLibraries('', '')).toEqual([])
  })
})

test('commands that are not in the path', async () => {
  const there = (name: string) => Promise.resolve(name !== 'trayer' && name !== 'Xvfb')
  expect(names(await missingCommands(DESKTOP, there))).toEqual(['Xvfb', 'trayer'])
})

describe('the installer of the system', () => {
  test.each([
    ['ID=debian\nVERSION_ID="12"\n', 'apt'],
    ['NAME="Linux Mint"\nID=linuxmint\nID_LIKE="ubuntu debian"\n', 'apt'],
    ['ID=fedora\n', 'dnf'],
    ['ID="rocky"\nID_LIKE="rhel centos fedora"\n', 'dnf'],
    ['ID="opensuse-tumbleweed"\nID_LIKE="opensuse suse"\n', 'zypper'],
    ['ID=arch\n', 'pacman'],
    ['ID=nixos\n', null],
    ['', null],
  ] as const)('%j has %s', (osRelease, manager) => {
    expect(managerOf(osRelease)).toBe(manager)
  })

  const needs = [...LIBRARIES.filter((need) => /gtk|notify/.test(need.name)), ...DESKTOP.slice(0, 1)]

  test('apt: the name that this system knows', () => {
    const known = installable(
      [
        'libgtk-3-0t64:\n  Installed: (none)\n  Candidate: 3.24.41-4\n  Version table:\n     3.24.41-4 500\n',
        'libgtk-3-0:\n  Installed: (none)\n  Candidate: (none)\n  Version table:\n',
        'xvfb:\n  Installed: 2:21.1\n  Candidate: 2:21.1\n',
      ].join(''),
    )
    expect([...known]).toEqual(['libgtk-3-0t64', 'xvfb'])
    const choose = (options: readonly string[]) => options.find((name) => known.has(name)) ?? options.at(-1) ?? ''
    const packages = packagesFor(needs, 'apt', choose)
    expect(installLine('apt', packages)).toBe(
      'sudo apt-get update && sudo apt-get install --no-install-recommends -y libgtk-3-0t64 libnotify4 xvfb',
    )
  })

  test('dnf: by the name of the thing itself, quoted for a shell', () => {
    expect(
      installLine(
        'dnf',
        packagesFor(needs, 'dnf', () => ''),
      ),
    ).toBe("sudo dnf install -y 'libgtk-3.so.0()(64bit)' 'libnotify.so.4()(64bit)' /usr/bin/Xvfb")
  })

  test('pacman: a package that brings two things is named once', () => {
    const accessibility = LIBRARIES.filter((need) => need.name.startsWith('libat'))
    expect(accessibility).toHaveLength(2)
    expect(
      installLine(
        'pacman',
        packagesFor(accessibility, 'pacman', () => ''),
      ),
    ).toBe('sudo pacman -S --needed at-spi2-core')
  })

  test('an unknown system gets no line', () => {
    expect(installLine(null, ['anything'])).toBeNull()
  })
})
