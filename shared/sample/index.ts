import type { Day } from '../kernel/day.ts'
import type { Instant, Zone } from '../kernel/instant.ts'
import { minor } from '../kernel/units.ts'
import { made, type Edit } from '../model/change.ts'
import { preferencesId, preferencesSchema } from '../model/preferences.ts'
import type { Language } from '../model/quantities.ts'
import { sampleBilling } from './billing.ts'
import { WORKING_DAYS } from './calendar.ts'
import { CURRENCY, LIST_RATE, sampleClients } from './clients.ts'
import { sampleEngagements } from './engagements.ts'
import { sampleEntries } from './entries.ts'
import { sampleIssuer, sampleTax } from './parties.ts'
import { withSent } from './sent.ts'
import { settingOf } from './setting.ts'

/**
 * The sample workspace: two years of a made-up consultancy, as the edits of one change to an empty workspace (the
 * preferences come first, then what time is tracked on, then the time). The same call gives the same records; those of
 * days gone by stay as they are while the month lasts.
 *
 * It shows a term about to end (Nordlys Foods), a renewal further ahead and hours that were billed past the agreed
 * ones and are about to run out (Halden & Reyes), time carried over (Studio Aperta, open with notice), a trial
 * (Quartieri Legal), a client ready for a retainer (Pineta Hotels) and a project half paid (Obel Robotics). A trial led
 * to more (Nordlys Foods), a term was not renewed (Obel Robotics), one proposal is out (Obel Robotics) and one was
 * declined (Halden & Reyes), each with its reason.
 * All that was due has been invoiced, paid and reported, but for what is told in billing.ts.
 *
 * @param now lies on `today` in `zone`; nothing comes after it.
 * @param language of names and notes.
 */
export function sampleEdits(today: Day, now: Instant, zone: Zone, language: Language): Edit[] {
  const setting = settingOf(today, now, zone, language)
  const preferences = preferencesSchema.parse({
    id: preferencesId,
    timeZone: zone,
    currency: CURRENCY,
    listRate: LIST_RATE,
    target: minor(400_000),
    workingDays: WORKING_DAYS,
    billing: { issuer: sampleIssuer, tax: sampleTax() },
  })
  const before: Edit[] = [
    made('preferences', preferences),
    ...sampleClients(setting).map((client) => made('clients', client)),
  ]
  const entries = sampleEntries(setting).map((entry) => made('entries', entry))
  const engagements = withSent(sampleEngagements(setting), before, entries)
  const edits = [...before, ...engagements.map((engagement) => made('engagements', engagement)), ...entries]
  return [...edits, ...sampleBilling(setting, edits)]
}
