import { expect, test } from 'vitest'
import { npmCommand, npmReason } from '#electron/launch/npm.mjs'

test('inside npm, the npm that runs', () => {
  const env = { npm_execpath: '/usr/lib/node_modules/npm/bin/npm-cli.js' }
  expect(npmCommand(env, 'win32')).toEqual({
    command: process.execPath,
    args: ['/usr/lib/node_modules/npm/bin/npm-cli.js'],
    shell: false,
  })
})

test('outside, or inside another package manager, the npm in the path', () => {
  expect(npmCommand({}, 'linux')).toEqual({ command: 'npm', args: [], shell: false })
  expect(npmCommand({ npm_execpath: '/usr/lib/yarn.js' }, 'darwin')).toMatchObject({ command: 'npm' })
  expect(npmCommand({}, 'win32')).toEqual({ command: 'npm.cmd', args: [], shell: true })
})

test('the line that says why', () => {
  const refused = [
    'npm warn using --force',
    'npm error code ECONNREFUSED',
    'npm error syscall connect',
    'npm error errno ECONNREFUSED',
    'npm error FetchError: request to registry failed, reason: connect ECONNREFUSED',
    'npm error     at ClientRequest.<anonymous> (index.js:130:14)',
    'npm error',
    'npm error A complete log of this run can be found in: /tmp/x.log',
  ].join('\n')
  expect(npmReason(refused)).toBe('FetchError: request to registry failed, reason: connect ECONNREFUSED')
  expect(npmReason('npm error code EFULL\nnpm error No space left\n')).toBe('No space left')
  expect(npmReason('')).toBe('it did not say why')
})
