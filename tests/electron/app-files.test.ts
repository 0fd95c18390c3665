import { describe, expect, test } from 'vitest'
import { appFile, contentSecurityPolicy } from '#electron/app-files.ts'

const folder = '/opt/mainstay/dist/renderer'
const file = (address: string) => appFile(folder, address)

describe('an address of the face', () => {
  test.each([
    ['app://mainstay/index.html', 'index.html', 'text/html; charset=utf-8'],
    ['app://mainstay/assets/index-a1B2.js', 'assets/index-a1B2.js', 'text/javascript; charset=utf-8'],
    ['app://mainstay/assets/index.css?v=1#top', 'assets/index.css', 'text/css; charset=utf-8'],
    ['app://mainstay/assets/Inter%20Variable.woff2', 'assets/Inter Variable.woff2', 'font/woff2'],
    ['app://mainstay/assets/./logo.svg', 'assets/logo.svg', 'image/svg+xml'],
  ])('%s is a file', (address, name, type) => {
    expect(file(address)).toEqual({ file: `${folder}/${name}`, type })
  })

  test.each([
    'app://mainstay/',
    'app://mainstay',
    'app://mainstay/assets',
    'app://other/index.html',
    'app://mainstay.example/index.html',
    'app://user:secret@other/index.html',
    'file:///opt/mainstay/dist/renderer/index.html',
    'https://mainstay/index.html',
    'data:text/html,hi',
    'javascript:alert(1)',
    'app://mainstay/main.cjs',
    'app://mainstay/assets/index.js.map',
    'app://mainstay/package.json',
    'app://mainstay/index.html%00.css',
    'app://mainstay/%E0%A4%A.js',
    'not an address',
    '',
  ])('%s is none', (address) => {
    expect(file(address)).toBeNull()
  })

  test.each([
    'app://mainstay/../../secret.js',
    'app://mainstay/..%2f..%2fsecret.js',
    'app://mainstay/%2e%2e/%2e%2e/secret.js',
    'app://mainstay/assets/%2e%2e%2f%2e%2e%2f%2e%2e%2fsecret.js',
    'app://mainstay//etc/secret.js',
    'app://mainstay/%2fetc%2fsecret.js',
    String.raw`app://mainstay/..\..\secret.js`,
    'app://mainstay/..%5c..%5csecret.js',
  ])('%s does not lead out of the folder', (address) => {
    expect(file(address)?.file.startsWith(`${folder}/`) ?? true).toBe(true)
  })

  test('does not reach a folder whose name begins alike', () => {
    expect(file('app://mainstay/..%2frenderer-of-another/index.html')).toBeNull()
  })
})

test('the policy of the page allows its own files and names no other place', () => {
  const policy = contentSecurityPolicy('abc')
  expect(policy).toContain("default-src 'none'")
  expect(policy).not.toMatch(/unsafe|\*|https?:|wss?:/)
})
