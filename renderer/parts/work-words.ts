import type { Translator } from '#shared/i18n/translator.ts'
import { assertNever } from '#shared/kernel/assert-never.ts'
import type { Engagement, EngagementKind } from '#shared/model/engagement.ts'

/** What sort of work it is. */
export function kindText(t: Translator, kind: EngagementKind): string {
  switch (kind) {
    case 'retainer':
      return t('clients.kind.retainer')
    case 'project':
      return t('clients.kind.project')
    case 'hourly':
      return t('clients.kind.hourly')
    default:
      return assertNever(kind)
  }
}

/** How a piece of work is called among the client's own: by its name, or by its kind. */
export const workName = (t: Translator, engagement: Engagement): string =>
  engagement.name === '' ? kindText(t, engagement.kind) : engagement.name
