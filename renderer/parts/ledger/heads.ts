import type { ShownRow } from '#shared/domain/ledger/shown-row.ts'
import type { Translator } from '#shared/i18n/translator.ts'

/** What the figures of a ledger's row are called. */
export const headsOf = (t: Translator): Record<keyof ShownRow, string> => ({
  opening: t('retainers.ledger.opening'),
  granted: t('retainers.ledger.granted'),
  overage: t('retainers.ledger.over'),
  used: t('retainers.ledger.used'),
  expired: t('retainers.ledger.expired'),
  dropped: t('retainers.ledger.dropped'),
  carriedOut: t('retainers.ledger.carried'),
})
