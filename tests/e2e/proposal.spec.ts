import path from 'node:path'
import { dayAt, instantOf } from '#shared/kernel/instant.ts'
import { withPause } from '#shared/domain/versions.ts'
import { addMonths, addToMonth, firstDayOf, monthOf } from '#shared/kernel/day.ts'
import type { Retainer } from '#shared/model/engagement.ts'
import { minor, seconds } from '#shared/kernel/units.ts'
import { agreement } from '#tests/support/agreements.ts'
import { pdfPages } from '#tests/support/pdf.ts'
import { expect, test } from './app.ts'
import { disk } from './disk.ts'
import { Face } from './pages/face.ts'
import { letters, savePaper } from './pages/paper.ts'
import { execute } from './workspace.ts'
import { ZONE } from './zone.ts'

const today = dayAt(instantOf(Date.now()), ZONE)
const start = firstDayOf(addToMonth(monthOf(today), 1))
const long = 'Förvaltningsbolaget Ångström & Ćirić sp. z o.o. '.repeat(4).padEnd(200, '–').slice(0, 200)
/** Terms that change after three months, and a pause before that: the agreement has a line for each. */
const changing = withPause(
  [
    { from: start, fee: minor(100_000), included: 600 },
    { from: addMonths(start, 3), fee: minor(140_000), included: 900 },
  ],
  { from: addMonths(start, 1), to: addMonths(start, 2) },
)
/** A dot that is red, as small as a PNG gets. */
const LOGO = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=='

const issuer = {
  name: 'Giulia Serra',
  street: 'Via dei Mille 12',
  postalCode: '10123',
  city: 'Torino',
  province: 'TO',
  country: 'IT',
  vatId: '12345670017',
  taxCode: 'SRRGLI84C55L219P',
  email: 'giulia@example.com',
  recipientCode: '',
  certifiedMail: '',
  iban: '',
  regime: '',
  pensionFund: '',
} as const

const RIGHT_TO_LEFT = /[\u0590-\u08ff]/

/** A PDF has what is written from the right as it is drawn: word by word or letter by letter the other way round. */
function expectIn(all: string, text: string): void {
  if (!RIGHT_TO_LEFT.test(text)) return expect(all, text).toContain(letters(text))
  const plain = all.normalize('NFKC')
  for (const word of text.split(/\s+/).map((each) => letters(each).normalize('NFKC'))) {
    const turned = Array.from(word).toReversed().join('')
    expect(plain.includes(word) || plain.includes(turned), `${word} of ${text}`).toBe(true)
  }
}

for (const { client, language, says } of [
  { client: long, language: 'en', says: 'no legal advice' },
  { client: 'Perché Così S.r.l., dal cuore di Forlì', language: 'it', says: 'Non è una consulenza legale' },
  { client: 'חברת הים התיכון בע״מ', language: 'en', says: 'no legal advice' },
  { client: 'شركة البحر', language: 'it', says: 'Non è una consulenza legale' },
] as const)
  test(`proposal and agreement as PDF say all that is shown, in ${language}: ${client.slice(0, 20)}`, async ({
    mainstay,
  }) => {
    const { page, electron } = await mainstay.start()
    const face = new Face(page)
    await expect(face.title).toBeVisible()
    await execute(page, 'preferences.set', {
      billing: { issuer },
      logo: `data:image/png;base64,${LOGO}`,
    })
    const clientId = await execute(page, 'client.create', {
      name: client,
      currency: 'EUR',
      listRate: minor(10_000),
      language,
    })
    const id = await execute(page, 'retainer.create', {
      clientId,
      status: 'draft',
      agreement: agreement({
        startsOn: start,
        versions: changing,
        perks: [{ id: 'perk-1', name: 'Añadido: crème brûlée', minutes: 30, count: null, value: minor(5000) }],
      }),
    })
    const problem = { problem: 'Nobody answers – „niemand“', outcome: 'Antwort binnen 2 Tagen' }
    await execute(page, 'retainer.writeProposal', {
      id,
      proposal: { problems: [problem], service: 'Two articles\na month', doubts: [{ question: 'Why?', answer: long }] },
    })
    await face.go('retainers')
    await face.main.getByRole('radio', { name: face.t('retainers.list.board') }).check({ force: true })
    await page.locator(`[data-retainer="${id}"]`).getByRole('button').first().click()
    await face.button(face.t('proposal.open')).click()
    const region = page.getByRole('region', { name: face.t('proposal.page') })
    for (const which of ['proposal', 'agreement'] as const) {
      await region.getByRole('radio', { name: face.t(`proposal.${which}`) }).check({ force: true })
      const file = path.join(mainstay.home, `${which}.pdf`)
      const button = region.getByRole('button', { name: face.t('proposal.save') })
      const { texts, bytes } = await savePaper({ electron, face, button, file })
      const pages = await pdfPages(bytes)
      // The foot of a page stands between two halves of a paragraph.
      const foot = (index: number): string => letters(`${texts[0]}${index + 1}/${pages.length}`)
      const all = pages.map(({ text }, index) => letters(text).replace(foot(index), '')).join('')
      for (const [index, { text }] of pages.entries()) expect(letters(text)).toContain(foot(index))
      expect(texts.length).toBeGreaterThan(25)
      for (const text of texts) expectIn(all, text)
      for (const wanted of [client, issuer.name, issuer.street, issuer.vatId, issuer.taxCode, '1.000,00', '1.400,00'])
        if (language === 'it' || !wanted.endsWith(',00')) expectIn(all, wanted)
      expect(all).toContain(letters(which === 'agreement' ? says : problem.problem))
      for (const { width, right } of pages) expect(right).toBeLessThan(width - 20)
      expect(bytes.toString('latin1')).toContain('/Subtype /Image')
    }
  })

test('a proposal is written step by step, left and gone on with, sent, declined with its reason, and accepted', async ({
  mainstay,
}) => {
  const { page } = await mainstay.start()
  const face = new Face(page)
  await expect(face.title).toBeVisible()
  const clientId = await execute(page, 'client.create', {
    name: 'Alder',
    currency: 'GBP',
    listRate: minor(8000),
    language: 'en',
  })
  const hourly = await execute(page, 'hourly.create', { clientId, name: '', rate: minor(8000) })
  for (const month of [-3, -2, -1])
    await execute(page, 'entry.create', {
      engagementId: hourly,
      when: { day: firstDayOf(addToMonth(monthOf(today), month)), seconds: seconds(5 * 3600) },
    })
  const draft = async () =>
    [...(await disk(mainstay.data)).engagements.values()].find(({ kind }) => kind === 'retainer')

  await test.step('the suggestion is kept as a draft, and its proposal is written', async () => {
    await face.go('clients')
    await face.main.getByRole('button', { name: 'Alder', exact: true }).click()
    await face.button(face.t('clients.suggestion.accept')).click()
    await face.button(face.t('retainers.editor.keepDraft')).click()
    await face.button(face.t('proposal.open')).click()
    await face.select(face.t('proposal.problems.trade'), face.t('proposal.problems.writer'))
    await page.getByRole('button', { name: /^Use: Texts are written when/ }).click()
    await face.button('Next: Service').click()
    await face.field(face.t('proposal.service.label')).fill('Two articles a month')
    await expect.poll(async () => (await draft())?.['proposal']).toMatchObject({ service: 'Two articles a month' })
  })

  await test.step('a text is kept, and put in place again', async () => {
    await page.getByRole('button', { name: /^Texts kept for/ }).click()
    await page.getByRole('menuitem', { name: face.t('proposal.texts.keep') }).click()
    await expect(face.toast('Kept “Two articles a month”')).toBeVisible()
    await face.field(face.t('proposal.service.label')).fill('')
    await page.getByRole('button', { name: /^Texts kept for/ }).click()
    await page.getByRole('menuitem', { name: 'Two articles a month', exact: true }).click()
    await expect(face.field(face.t('proposal.service.label'))).toHaveValue('Two articles a month')
  })

  await test.step('what was left is there again, the record beside it', async () => {
    await face.go('today')
    await face.go('clients')
    await face.main.getByRole('button', { name: 'Alder', exact: true }).click()
    await page.getByRole('button', { name: /^Proposal: / }).click()
    await expect(page.getByRole('region', { name: face.t('proposal.page') })).toContainText(
      'Two finished texts a month',
    )
    await expect(page.getByRole('region', { name: face.t('proposal.page') })).toContainText('15 h over 3 months')
  })

  await test.step('sent', async () => {
    await face.button(face.t('proposal.state.send')).click()
    await expect.poll(async () => (await draft())?.['status']).toBe('proposed')
    expect((await draft())?.['sentOn']).toBe(today)
    expect(JSON.stringify((await draft())?.['sent'])).toContain('Alder')
  })

  await test.step('what was sent stays as it was, beside what has been changed since; it can be sent again', async () => {
    const region = page.getByRole('region', { name: face.t('proposal.page') })
    await expect(region.getByRole('radiogroup')).toHaveCount(1)
    await execute(page, 'client.update', { id: clientId, name: 'Alder & Sons' })
    await execute(page, 'preferences.set', { billing: { issuer } })
    await expect(region).toContainText('Alder & Sons')
    await expect(face.main).toContainText('changed since')
    await region.getByRole('radio', { name: face.t('proposal.asSent') }).check({ force: true })
    await expect(region).not.toContainText('Alder & Sons')
    await expect(region).not.toContainText(issuer.name)
    await region.getByRole('radio', { name: face.t('proposal.asItIs') }).check({ force: true })
    await expect(region).toContainText(issuer.name)
    await face.button(face.t('proposal.state.sendAgain')).click()
    await expect(region.getByRole('radiogroup')).toHaveCount(1)
    await expect(face.main).not.toContainText('changed since')
  })

  await test.step('declined with a reason that is kept, written anew, accepted: it is active then', async () => {
    await face.button(face.t('proposal.state.decline')).click()
    await face.dialog.getByRole('button', { name: face.t('retainers.deeds.declineDeed') }).click()
    await expect(face.main).toContainText('Declined: The price.')
    expect(await draft()).toMatchObject({ status: 'declined', outcome: { cause: 'price' } })
    await face.button(face.t('proposal.state.again')).click()
    await face.button(face.t('proposal.state.accept')).click()
    await expect(face.main).toContainText(face.t('proposal.state.active'))
    expect(await draft()).toMatchObject({ status: 'active', agreement: { trial: true } })
  })

  await test.step('what was signed stays as it was signed', async () => {
    const region = page.getByRole('region', { name: face.t('proposal.page') })
    await region.getByRole('radio', { name: face.t('proposal.agreement') }).check({ force: true })
    await expect(region).toContainText('£400.00')
    const { id, agreement: signed } = (await draft()) as unknown as Retainer
    const from = firstDayOf(addToMonth(monthOf(signed.startsOn), 1))
    await execute(page, 'retainer.change', { id, from, fee: minor(77_700) })
    await execute(page, 'client.update', { id: clientId, name: 'Alder Brothers' })
    await expect(face.main.getByRole('heading', { level: 1 }).first()).toContainText('Alder Brothers')
    await expect(region).toContainText('£400.00')
    await expect(region).toContainText('Alder & Sons')
    await expect(region).not.toContainText('777')
    await expect(region).not.toContainText('Alder Brothers')
  })
})
