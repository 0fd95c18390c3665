import { clientOf, fullName } from '#shared/domain/naming.ts'
import { termEnd } from '#shared/domain/periods.ts'
import { addDays, monthOf } from '#shared/kernel/day.ts'
import type { Retainer } from '#shared/model/engagement.ts'
import { useWhyText } from '../../parts/cause-text.ts'
import { useNavigation } from '../../place.tsx'
import { cx } from '../../ui/cx.ts'
import { LinkButton } from '../../ui/link.tsx'
import { OwnWords } from '../../ui/own-words.tsx'
import { SectionHead } from '../../ui/page-head.tsx'
import { useBook, useToday } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import { termsText } from './row-words.ts'
import css from './terms-table.module.css'

/** Those that are over, in a line each: they are looked up, not watched. */
export function EndedRetainers({ retainers }: { retainers: readonly Retainer[] }) {
  const { t, format } = useWords()
  const { go } = useNavigation()
  const book = useBook()
  const today = useToday()
  const whyText = useWhyText()
  if (retainers.length === 0) return null
  return (
    <section className={cx(css.ended)}>
      <SectionHead title={t('retainers.list.ended')} count={retainers.length} />
      <ul>
        {retainers.map((retainer) => {
          const { agreement, id } = retainer
          const end = termEnd(agreement)
          const terms = termsText(t, format, agreement, end ?? today)
          const month = end && format.month(monthOf(addDays(end, -1)), 'long')
          const why = whyText(retainer.outcome)
          return (
            <li key={id}>
              <LinkButton size="small" onPress={() => go({ name: 'retainer', id })}>
                <OwnWords>{fullName(clientOf(book, retainer), retainer)}</OwnWords>
              </LinkButton>{' '}
              {retainer.status === 'declined'
                ? t('retainers.list.declinedWhy', { terms, why, told: why === '' ? 'no' : 'yes' })
                : month
                  ? t('retainers.list.endedOn', { terms, month })
                  : terms}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
