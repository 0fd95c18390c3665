import { theDay } from '#shared/i18n/the-day.ts'
import type { Format } from '#shared/i18n/format.ts'
import type { Translator } from '#shared/i18n/translator.ts'
import { assertNever } from '#shared/kernel/assert-never.ts'
import type { Retainer } from '#shared/model/engagement.ts'
import { useNavigation } from '../place.tsx'
import { cx } from '../ui/cx.ts'
import { LinkButton } from '../ui/link.tsx'
import { useWords } from '../words.tsx'
import css from './documents-of.module.css'

/** The documents of a retainer, each with where it stands: they open where they are written and saved. */
export function DocumentsOf({ retainer, work }: { retainer: Retainer; work: string }) {
  const { t, format } = useWords()
  const { go } = useNavigation()
  const { id } = retainer
  const state = stateText(t, format, retainer)
  // What was signed without a proposal will have none.
  const hasProposal = retainer.proposal !== null || retainer.status === 'draft' || retainer.status === 'proposed'
  const [proposal, agreement] = [t('proposal.documents.proposal'), t('proposal.documents.agreement')]
  return (
    <>
      {hasProposal ? (
        <span className={cx(css.document)}>
          <LinkButton
            size="small"
            aria-label={t('proposal.documents.open', { document: proposal, work })}
            onPress={() => go({ name: 'proposal', id })}
          >
            {proposal}
          </LinkButton>
          <small>{retainer.proposal === null ? t('proposal.documents.none') : state}</small>
        </span>
      ) : null}
      <span className={cx(css.document)}>
        <LinkButton
          size="small"
          aria-label={t('proposal.documents.open', { document: agreement, work })}
          onPress={() => go({ name: 'proposal', id, document: 'agreement' })}
        >
          {agreement}
        </LinkButton>
        <small>{state}</small>
      </span>
    </>
  )
}

function stateText(t: Translator, format: Format, { status, sentOn }: Retainer): string {
  switch (status) {
    case 'draft':
      return t('proposal.documents.draft')
    case 'proposed':
      return sentOn === null
        ? t('proposal.documents.draft')
        : t('proposal.documents.sent', { day: theDay(format, sentOn, 'long') })
    case 'active':
    case 'ended':
      return t('proposal.documents.signed')
    case 'declined':
      return t('proposal.documents.declined')
    default:
      return assertNever(status)
  }
}
