import { expect, test } from 'vitest'
import { documentPolicy, documentShelf, pageFoot, pageHtml, withFonts } from '#electron/documents/html.ts'

const parts = {
  title: 'Invoice </title><script>',
  language: 'en',
  style: 'p { color: red }</style><script>x</script>',
  fonts: ['/assets/inter.woff2'],
  body: '<p>Halden &amp; Reyes</p>',
}

test('a page is its parts, and no part of them ends the place where it stands', () => {
  const html = pageHtml(parts, 'abc')
  expect(html).toContain('<title>Invoice &lt;/title&gt;&lt;script&gt;</title>')
  expect(html).toContain('<style nonce="abc">p { color: red }/style>script>x/script>')
  expect(html).not.toContain('<script>')
  expect(html).toContain('crossorigin href="/assets/inter.woff2"')
  expect(html).toContain('<body><p>Halden &amp; Reyes</p><span')
})

test('it may load its style and our fonts, and run nothing', () => {
  const policy = documentPolicy('abc')
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain('img-src data:;')
  expect(policy).not.toContain('script-src')
  expect(policy.split('; ').at(-1)).toBe('sandbox allow-same-origin')
})

test('its foot is escaped too, and has room for the pages', () => {
  const foot = pageFoot({ title: '<b>&', style: "@font-face{font-weight:400;src:url('</style><script>')}" })
  expect(foot).toContain('&lt;b&gt;&amp;')
  expect(foot).toContain('class="totalPages"')
  expect(foot).not.toContain('<script>')
})

test('its plain fonts are in the page with their bytes, of those that are there, and in the foot too', async () => {
  const face = (weight: number, file: string) =>
    `@font-face{font-family:Inter;font-weight:${weight};src:url('${file}')}`
  const style = [face(400, '/a.woff2'), face(600, '/b.woff2'), face(400, '/c.woff2'), 'p{color:red}'].join('\n')
  const read = (file: string) => Promise.resolve(file === '/a.woff2' ? Buffer.from('abc') : null)
  const within = await withFonts({ ...parts, style, fonts: ['/a.woff2', '/b.woff2', '/c.woff2'] }, read)
  const own = face(400, 'data:font/woff2;base64,YWJj')
  expect(within.style).toBe([own, face(600, '/b.woff2'), face(400, '/c.woff2'), 'p{color:red}'].join('\n'))
  expect(pageFoot(within)).toContain(own)
  expect(documentPolicy('abc')).toContain("font-src 'self' data:")
  // The foot's letters are in the page, unseen, so that their fonts are there when it is drawn.
  expect(pageHtml({ ...within, title: 'Ž' }, 'abc')).toContain('<span class="foot" aria-hidden="true">Ž 0</span>')
})

test('a page is there under its own address alone, until it is taken', () => {
  const shelf = documentShelf()
  const address = shelf.put('1a', { html: '<p>', nonce: 'n' })
  expect(address).toBe('app://mainstay/documents/1a')
  expect(shelf.at(address)?.html).toBe('<p>')
  expect(shelf.at('app://mainstay/documents/1b')).toBeNull()
  shelf.take(address)
  expect(shelf.at(address)).toBeNull()
})
