import type { Book } from '#shared/domain/book.ts'
import { clientOf, fullName } from '#shared/domain/naming.ts'
import type { Id } from '#shared/kernel/id.ts'
import type { Translator } from '#shared/i18n/translator.ts'
import type { Client } from '#shared/model/client.ts'
import type { Engagement } from '#shared/model/engagement.ts'

/** Whose work it is; null for own work. */
export function workOf(book: Book, engagementId: Id | null): { engagement: Engagement; client: Client } | null {
  const engagement = engagementId === null ? undefined : book.workspace.tables.engagements.get(engagementId)
  return engagement ? { engagement, client: clientOf(book, engagement) } : null
}

/** How it is called in a sentence of its own. */
export function workName(t: Translator, book: Book, engagementId: Id | null): string {
  const work = workOf(book, engagementId)
  return work ? fullName(work.client, work.engagement) : t('time.picker.ownWork')
}
