import { expect, test } from 'vitest'
import { linkedWork } from '#shared/domain/linked-work.ts'
import { made } from '#shared/model/change.ts'
import { bookOf, clientNamed, hourlyFor, retainerFor } from '#tests/support/books.ts'

const cafe = clientNamed('Caffè  Nero')
const acme = clientNamed('Acme')
const gone = clientNamed('Gone', { archived: true })
const only = retainerFor(cafe, '')
const [site, calls] = [hourlyFor(acme, 'Site'), hourlyFor(acme, 'Calls')]
const book = bookOf(
  ...[cafe, acme, gone].map((client) => made('clients', client)),
  ...[only, site, calls, hourlyFor(acme, 'Old', true), hourlyFor(gone, '')].map((each) => made('engagements', each)),
)

test.each([
  ['caffe\u0300 nero', '', only.id],
  ['ACME', 'site', site.id],
  ['Acme', 'Calls ', calls.id],
])('%s, %s is found however it is written', (client, work, id) => expect(linkedWork(book, { client, work })).toBe(id))

test.each([
  ['Acme', ''],
  ['Acme', 'Old'],
  ['Gone', ''],
  ['Nobody', ''],
  ['', 'Site'],
  ['', ''],
])('%j, %j means nothing, or more than one thing', (client, work) => {
  expect(linkedWork(book, { client, work })).toBeUndefined()
})
