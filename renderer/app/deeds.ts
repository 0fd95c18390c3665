import type { CommandName } from '#shared/commands/index.ts'
import type { Translator } from '#shared/i18n/translator.ts'

/** What a command did, as undo names it. A new command has to say it here, or this does not compile. */
const deeds = {
  'preferences.set': 'app.did.preferences',
  'client.create': 'app.did.clientMade',
  'client.update': 'app.did.clientChanged',
  'hourly.create': 'app.did.hourlyMade',
  'project.create': 'app.did.projectMade',
  'retainer.create': 'app.did.retainerMade',
  'retainer.update': 'app.did.retainerChanged',
  'engagement.update': 'app.did.engagementChanged',
  'engagement.remove': 'app.did.engagementRemoved',
  'timer.start': 'app.did.started',
  'timer.stop': 'app.did.stopped',
  'timer.backdate': 'app.did.backdated',
  'timer.describe': 'app.did.described',
  'entry.create': 'app.did.entryMade',
  'entry.update': 'app.did.entryChanged',
  'entry.remove': 'app.did.entryRemoved',
  'import.entries': 'app.did.imported',
} as const satisfies Record<CommandName, Parameters<Translator>[0]>

export const deedText = (t: Translator, label: string | null): string =>
  label !== null && label in deeds ? t(deeds[label as CommandName]) : ''
