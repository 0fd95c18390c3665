import { day } from '#shared/kernel/day.ts'
import type { Agreement } from '#shared/model/agreement.ts'
import { made, type Edit } from '#shared/model/change.ts'
import type { Retainer } from '#shared/model/engagement.ts'
import { agreement } from '#tests/support/agreements.ts'
import { clientNamed, newId, retainerFor } from '#tests/support/books.ts'

export const halden = clientNamed('Halden')
export const acme = clientNamed('Acme')

export const retainer = (client: typeof halden, other: Partial<Agreement> = {}): Retainer => ({
  ...(retainerFor(client, '') as Retainer),
  agreement: agreement({ startsOn: day('2026-09-01'), ...other }),
})
export const own = retainer(halden)
export const other = retainer(acme, { rollover: { periods: 1, cap: null } })

export const span = (engagementId: Retainer['id'], from: string, to: string, note = ''): Edit =>
  made('entries', {
    id: newId(),
    engagementId,
    note,
    tags: [],
    billable: true,
    start: `${from}:00Z` as never,
    end: `${to}:00Z` as never,
  })

/** Twelve hours of ten for Halden, eight of ten for Acme, and one gap. */
export const month = (): Edit[] => [
  made('clients', halden),
  made('clients', acme),
  made('engagements', own),
  made('engagements', other),
  span(own.id, '2026-09-07T06:00', '2026-09-07T12:00', 'copy'),
  span(own.id, '2026-09-07T13:00', '2026-09-07T19:00', 'mtg'),
  span(other.id, '2026-09-08T06:00', '2026-09-08T14:00'),
]

/** The second of October, when September is closed. */
export const NOW = Date.parse('2026-10-02T09:00:00Z')
