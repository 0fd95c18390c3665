import { expect, test } from 'vitest'
import { documentPolicy, documentShelf, pageFoot, pageHtml } from '#electron/documents/html.ts'

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
  expect(html).toContain('<style nonce="abc">p { color: red }/style>script>x/script></style>')
  expect(html).toContain('crossorigin href="/assets/inter.woff2"')
  expect(html).toContain('<body><p>Halden &amp; Reyes</p></body>')
})

test('it may load its style and our fonts, and run nothing', () => {
  const policy = documentPolicy('abc')
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain('img-src data:;')
  expect(policy).not.toContain('script-src')
  expect(policy.split('; ').at(-1)).toBe('sandbox allow-same-origin')
})

test('its foot is escaped too, and has room for the pages', () => {
  expect(pageFoot('<b>&')).toContain('&lt;b&gt;&amp;')
  expect(pageFoot('x')).toContain('class="totalPages"')
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
