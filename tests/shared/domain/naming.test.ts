import { expect, test } from 'vitest'
import { clientOf, engagementsOf, fullName } from '#shared/domain/naming.ts'
import { preferencesOf, applyToBook } from '#shared/domain/book.ts'
import { clientSchema } from '#shared/model/client.ts'
import { made, removed, replaced } from '#shared/model/change.ts'
import type { Retainer } from '#shared/model/engagement.ts'
import { bookOf, clientNamed, hourlyFor, retainerFor } from '#tests/support/books.ts'

const [halden, obel] = [clientNamed('Halden'), clientNamed('Obel')]
const [site, boat, shop] = [hourlyFor(halden, 'Site'), hourlyFor(obel, 'Boat'), hourlyFor(halden, 'Shop')]

test('an engagement is its client’s, and called by both names where it has one of its own', () => {
  const book = bookOf(made('clients', halden), ...[site, boat, shop].map((each) => made('engagements', each)))
  expect(clientOf(book, site)).toBe(halden)
  expect(engagementsOf(book, halden.id)).toEqual([site, shop])
  expect(fullName(halden, site)).toBe('Halden, Site')
  expect(fullName(halden, hourlyFor(halden, ''))).toBe('Halden')
})

test('a client that a damaged file took away stands in with a name that can be told from others', () => {
  const book = bookOf()
  const was = preferencesOf(book.workspace)
  applyToBook(book, [replaced('preferences', was, { ...was, currency: 'CHF' })])
  const stand = clientOf(book, boat)
  expect(stand).toMatchObject({ id: obel.id, name: `? ${obel.id.slice(-4)}`, currency: 'CHF', listRate: 0 })
  expect(clientSchema.parse(stand)).toEqual(stand)
  expect(stand).toMatchObject({ contacts: [], archived: false, billing: { withholds: false, vat: null } })
  const retainer = retainerFor(obel, '') as Retainer
  const inDollars: Retainer = { ...retainer, agreement: { ...retainer.agreement, currency: 'USD' } }
  expect(clientOf(book, inDollars).currency).toBe('USD')
  applyToBook(book, [removed('preferences', preferencesOf(book.workspace))])
  expect(clientOf(book, boat).currency).toBe('EUR')
})
