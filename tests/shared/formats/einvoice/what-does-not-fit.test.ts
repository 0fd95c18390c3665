import { describe, expect, test } from 'vitest'
import { fatturaPa } from '#shared/formats/einvoice/fattura-pa.ts'
import { fatturaLacks, issueLacks, ublLacks } from '#shared/formats/einvoice/lacks.ts'
import type { EInvoice } from '#shared/formats/einvoice/source.ts'
import { ublInvoice } from '#shared/formats/einvoice/ubl.ts'
import type { Invoice } from '#shared/model/invoice.ts'
import type { Issuer, Party } from '#shared/model/party.ts'
import { eInvoices } from '#tests/einvoice/set.ts'
import { broken } from '#tests/support/en16931.ts'

const ordinary = eInvoices().get('ordinary')
if (!ordinary) throw new Error('no e-invoice')
const of = (more: Partial<Invoice>): EInvoice => ({ ...ordinary, invoice: { ...ordinary.invoice, ...more } })
const from = (more: Partial<Issuer>): EInvoice => ({ ...ordinary, issuer: { ...ordinary.issuer, ...more } })
const to = (more: Partial<Party>): EInvoice => ({ ...ordinary, client: { ...ordinary.client, ...more } })
/** The texts of an element, wherever it is. */
const all = (xml: string, name: string): string[] =>
  [...xml.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, 'g'))].map(([, text = '']) => text)
const empty = (xml: string): string[] => [...xml.matchAll(/<([\w:]+)[^>]*>\s*<\/\1>/g)].map(([, name = '']) => name)

describe('a number', () => {
  test.each(['Consulenza tecnica', 'Attività', 'Consulenze 2'])(
    'that the format has no room for is told: %s',
    (series) => {
      const [told, credit] = [of({ series, number: 41 }), { ...ordinary, corrected: of({ series }).invoice }]
      expect(fatturaLacks(told)).toEqual(['numberForm'])
      expect(fatturaLacks(credit)).toEqual(['numberForm'])
      expect(issueLacks(of({ series, year: null, number: null }))).toContain('numberForm')
      expect(ublLacks(told)).toEqual([])
    },
  )

  test('that fits stands whole', () => {
    const told = of({ series: 'Consulenza', year: 2026, number: 1042 })
    expect(fatturaLacks(told)).toEqual([])
    expect(all(fatturaPa(told), 'Numero')).toEqual(['Consulenza 2026-1042'])
  })

  test('has a number of transmission that no other has, whatever its series', () => {
    const all10 = ['', 'B', 'b', 'B-', 'CONS', 'CONT', 'CON', 'Cons', 'Consulenza'].flatMap((series) =>
      [1, 2, 100_000].flatMap((number) => all(fatturaPa(of({ series, year: 2026, number })), 'ProgressivoInvio')),
    )
    expect(new Set(all10).size).toBe(27)
    for (const each of all10) expect(each).toMatch(/^[A-Z0-9]{1,10}$/)
    expect(all(fatturaPa(of({ series: 'B', year: 2026, number: 41 })), 'ProgressivoInvio')).toEqual(['B2600041'])
  })
})

describe('what a format cannot take', () => {
  test('is left out where it may be', () => {
    expect(all(fatturaPa(from({ email: 'giulia' })), 'Email')).toEqual([])
    expect(all(fatturaPa(from({ email: ' giulia@serra.it ' })), 'Email')).toEqual(['giulia@serra.it'])
    const [line] = ordinary.invoice.lines
    for (const text of ['\u0001', ' \n ', '\u0007 \u0007']) {
      const told = {
        ...from({ province: text }),
        invoice: of({ note: text, lines: line ? [{ ...line, text }] : [] }).invoice,
      }
      expect(empty(fatturaPa(told))).toEqual([])
      expect(all(fatturaPa(told), 'Causale')).toEqual([])
      expect(all(fatturaPa(told), 'Descrizione')).toEqual(['-'])
      expect(empty(ublInvoice(told))).toEqual([])
      expect(broken(ublInvoice(told))).toEqual([])
    }
  })

  test.each([' ', '\u0001'])('is missing where it must be: %j', (blank) => {
    expect(fatturaLacks(to({ street: blank }))).toEqual(['clientAddress'])
    expect(fatturaLacks(from({ city: blank }))).toEqual(['ownAddress'])
    for (const lacks of [fatturaLacks, ublLacks]) {
      expect(lacks(to({ name: blank }))).toEqual(['clientName'])
      expect(lacks(from({ name: blank }))).toEqual(['ownName'])
    }
    expect(empty(ublInvoice(to({ street: blank, city: blank, email: blank, taxCode: blank })))).toEqual([])
  })
})

describe('where the client gets it', () => {
  const written = (client: Partial<Party>): string[] => {
    const xml = fatturaPa(to({ country: 'IT', ...client }))
    return [...all(xml, 'CodiceDestinatario'), ...all(xml, 'PECDestinatario')]
  }

  test.each(['abc1234', ' ABC1234', 'ABC 1234'])('the code %j is one however it is written', (recipientCode) => {
    expect(fatturaLacks(to({ recipientCode }))).toEqual([])
    expect(written({ recipientCode, certifiedMail: 'halden@pec.it' })).toEqual(['ABC1234'])
  })

  test.each(['ABC123', 'ABC-1234', 'ABC12345'])('the code %j is none, and is not thrown away', (recipientCode) => {
    expect(fatturaLacks(to({ recipientCode, certifiedMail: 'halden@pec.it' }))).toEqual(['clientCode'])
    expect(issueLacks(to({ recipientCode }))).toEqual(['clientCode'])
  })

  test('a PEC is an address, where it is needed', () => {
    for (const certifiedMail of [
      'halden pec',
      'halden',
      'società@pec.it',
      'a@b@c.it',
      'halden@pec..it',
      '.h..n@pec.it',
    ]) {
      expect(fatturaLacks(to({ recipientCode: '', certifiedMail }))).toEqual(['clientMail'])
      expect(fatturaLacks(to({ recipientCode: 'ABC1234', certifiedMail }))).toEqual([])
    }
    expect(fatturaLacks(to({ recipientCode: '', certifiedMail: 'hal.den@pec.it' }))).toEqual([])
    expect(written({ recipientCode: '', certifiedMail: 'hal.den@pec.it' })).toEqual(['0000000', 'hal.den@pec.it'])
  })
})
