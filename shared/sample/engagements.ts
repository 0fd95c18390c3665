import { addDays, weekdayOf, type Day } from '../kernel/day.ts'
import type { Id } from '../kernel/id.ts'
import { minor } from '../kernel/units.ts'
import type { Agreement } from '../model/agreement.ts'
import type { Engagement, Hourly, Project, Retainer } from '../model/engagement.ts'
import { aperta, halden, haldenSocial, nordlys, nordlysTrial, obelCare, obelOnCall, quartieri } from './agreements.ts'
import { clientId, FORMER_RATE, LIST_RATE, type ClientKey } from './clients.ts'
import { onCallProposal, outcomes, socialProposal } from './proposals.ts'
import type { Setting, Words } from './setting.ts'

const since = {
  haldenHourly: -24,
  packaging: -24,
  brand: -21,
  pages: -16,
  apertaHourly: -16,
  aperta: -14,
  obelCare: -14,
  obelHourly: -12,
  report: -11,
  pineta: -11,
  documentation: -8,
  nordlysTrial: -8,
  halden: -6,
  nordlysHourly: -6,
  nordlys: -5,
  haldenSocial: -4,
  launch: -3,
  quartieriHourly: -3,
  quartieri: -1,
  obelOnCall: -1,
} as const

/** What is worked on for a client, in the order in which it was agreed, with the month since when. */
export type EngagementKey = keyof typeof since

export const engagementId = (setting: Setting, key: EngagementKey): Id => setting.id(since[key], `engagement ${key}`)

export function sampleEngagements(setting: Setting): Engagement[] {
  const say = (words: Words): string => words[setting.language]
  const base = (key: EngagementKey, client: ClientKey, name: Words, archived: boolean) => ({
    id: engagementId(setting, key),
    clientId: clientId(setting, client),
    name: say(name),
    archived,
  })
  /** `archived`: what a retainer has taken the place of. The rate was raised a year ago. */
  const hourly = (key: EngagementKey, client: ClientKey, archived: boolean): Hourly => ({
    ...base(key, client, { en: 'By the hour', it: 'A ore' }, archived),
    kind: 'hourly',
    rates: [
      { from: null, rate: FORMER_RATE },
      { from: setting.day(-12), rate: LIST_RATE },
    ],
    rounding: { mode: 'none' },
  })
  const retainer = (
    key: EngagementKey,
    client: ClientKey,
    name: Words,
    agreement: Agreement,
    more: Partial<Retainer> = {},
  ): Retainer => ({
    ...base(key, client, name, false),
    kind: 'retainer',
    status: 'active',
    agreement,
    follows: null,
    outcome: null,
    proposal: null,
    sentOn: null,
    told: [],
    ...more,
  })
  const { care, social } = outcomes(setting)
  /** @param payments what is due on the last working day of which month, in whole euro. */
  const project = (
    key: EngagementKey,
    client: ClientKey,
    name: Words,
    payments: readonly (readonly [offset: number, amount: number, name: Words])[],
    budgetHours: number,
  ): Project => ({
    ...base(
      key,
      client,
      name,
      payments.every(([offset]) => offset < -3),
    ),
    kind: 'project',
    milestones: payments.map(([offset, amount, part], index) => ({
      id: setting.id(since[key], `milestone ${key} ${index}`),
      name: say(part),
      on: lastWorkingDay(addDays(setting.day(offset + 1), -1)),
      amount: minor(amount * 100),
    })),
    budgetMinutes: budgetHours * 60,
  })
  return [
    hourly('haldenHourly', 'halden', true),
    project(
      'packaging',
      'nordlys',
      { en: 'Packaging texts', it: 'Testi per le confezioni' },
      [
        [-24, 1800, start],
        [-22, 2600, delivery],
      ],
      70,
    ),
    project(
      'brand',
      'obel',
      { en: 'Brand and website', it: 'Marchio e sito' },
      [
        [-20, 1200, start],
        [-19, 2400, draft],
        [-17, 3000, delivery],
      ],
      110,
    ),
    project(
      'pages',
      'nordlys',
      { en: 'Product pages', it: 'Pagine dei prodotti' },
      [
        [-15, 1500, start],
        [-14, 2800, draft],
        [-12, 2400, delivery],
      ],
      105,
    ),
    hourly('apertaHourly', 'aperta', true),
    retainer('aperta', 'aperta', { en: 'Content', it: 'Contenuti' }, aperta(setting)),
    retainer('obelCare', 'obel', { en: 'Website care', it: 'Cura del sito' }, obelCare(setting), {
      status: 'ended',
      outcome: care,
    }),
    hourly('obelHourly', 'obel', true),
    project(
      'report',
      'halden',
      { en: 'Annual report', it: 'Relazione annuale' },
      [
        [-10, 2400, draft],
        [-9, 900, delivery],
      ],
      45,
    ),
    hourly('pineta', 'pineta', false),
    project(
      'documentation',
      'obel',
      { en: 'Manuals', it: 'Manuali' },
      [
        [-7, 1800, draft],
        [-5, 1600, delivery],
      ],
      55,
    ),
    retainer('nordlysTrial', 'nordlys', { en: 'Articles, trial', it: 'Articoli, prova' }, nordlysTrial(setting), {
      status: 'ended',
    }),
    retainer('halden', 'halden', { en: 'Messaging', it: 'Messaggi e tono' }, halden(setting)),
    hourly('nordlysHourly', 'nordlys', true),
    retainer('nordlys', 'nordlys', { en: 'Articles', it: 'Articoli' }, nordlys(setting), {
      follows: engagementId(setting, 'nordlysTrial'),
    }),
    retainer('haldenSocial', 'halden', { en: 'Social media', it: 'Social media' }, haldenSocial(setting), {
      status: 'declined',
      sentOn: setting.day(-4, 9),
      proposal: socialProposal,
      outcome: social,
    }),
    project(
      'launch',
      'obel',
      { en: 'Launch of the arm', it: 'Lancio del braccio' },
      [
        [-2, 1600, start],
        [0, 1600, draft],
        [2, 1600, delivery],
      ],
      80,
    ),
    hourly('quartieriHourly', 'quartieri', true),
    retainer('quartieri', 'quartieri', { en: 'Newsletter', it: 'Newsletter' }, quartieri(setting)),
    retainer('obelOnCall', 'obel', { en: 'On call', it: 'A disposizione' }, obelOnCall(setting), {
      status: 'proposed',
      sentOn: addDays(setting.today, -6),
      proposal: onCallProposal,
    }),
  ]
}

const start: Words = { en: 'At the start', it: 'All’avvio' }
const draft: Words = { en: 'First draft', it: 'Prima bozza' }
const delivery: Words = { en: 'Delivery', it: 'Consegna' }

const lastWorkingDay = (day: Day): Day => addDays(day, -Math.max(0, weekdayOf(day) - 5))
