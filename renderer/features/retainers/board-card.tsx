import type { BoardColumn } from '#shared/domain/board.ts'
import { clientOf, fullName } from '#shared/domain/naming.ts'
import { termAt } from '#shared/domain/term.ts'
import { theDay } from '#shared/i18n/the-day.ts'
import type { Retainer } from '#shared/model/engagement.ts'
import { ClientMark } from '../../parts/client-mark.tsx'
import { useStanding } from '../../parts/use-standing.ts'
import { useNavigation } from '../../place.tsx'
import { cx } from '../../ui/cx.ts'
import { OwnWords } from '../../ui/own-words.tsx'
import { RowLink } from '../../ui/table.tsx'
import { useBook, useToday } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import { DeedMenu } from './deeds/deed-menu.tsx'
import { useWhyText } from '../../parts/cause-text.ts'
import { feeOn, type feeWriter } from './fees.ts'
import { nextText, termsText } from './row-words.ts'
import { StandingLine } from './standing-line.tsx'
import css from './board.module.css'

interface BoardCardProps {
  retainer: Retainer
  column: BoardColumn
  writeFee: ReturnType<typeof feeWriter>
}

export function BoardCard({ retainer, column, writeFee }: BoardCardProps) {
  const { t, format } = useWords()
  const { go } = useNavigation()
  const today = useToday()
  const client = clientOf(useBook(), retainer)
  const { agreement, id } = retainer
  return (
    <li className={cx(css.card)} data-surface="raised" data-retainer={id}>
      <span className={cx(css.name)}>
        <ClientMark mark={client.mark} size={14} />
        <RowLink onPress={() => go({ name: 'retainer', id })}>
          <OwnWords className={cx(css.title)}>{fullName(client, retainer)}</OwnWords>
        </RowLink>
        <DeedMenu retainer={retainer} client={client} />
      </span>
      <span className={cx(css.terms)}>{termsText(t, format, agreement, today)}</span>
      {column === 'active' || column === 'ending' ? <Now retainer={retainer} /> : null}
      <span className={cx(css.foot)}>
        <NextDate retainer={retainer} column={column} />
        <b className="figures">{writeFee(feeOn(agreement, today), agreement.currency)}</b>
      </span>
    </li>
  )
}

/** Nothing while the history is still being counted. */
function Now({ retainer }: { retainer: Retainer }) {
  const standing = useStanding(retainer)
  return standing && <StandingLine standing={standing} />
}

/** What comes next; of what is over how it ended, of what was declined why. */
function NextDate({ retainer: { agreement, outcome }, column }: Pick<BoardCardProps, 'retainer' | 'column'>) {
  const { t, format } = useWords()
  const today = useToday()
  const whyText = useWhyText()
  const { lastDay } = termAt(agreement, today)
  if (column === 'declined') {
    const why = whyText(outcome)
    return (
      <span>{why !== '' ? <OwnWords className={cx(css.why)}>{why}</OwnWords> : t('retainers.board.noReason')}</span>
    )
  }
  if (column === 'ended' && lastDay !== null)
    return <span>{t('retainers.standing.ended', { day: theDay(format, lastDay, 'long') })}</span>
  if (column === 'draft' || column === 'proposed')
    return <span>{t('retainers.next.starts', { day: theDay(format, agreement.startsOn, 'long') })}</span>
  const next = nextText(t, format, agreement, today)
  return (
    <span className={cx(next.isNear && css.warning)}>
      {next.text}, {next.note}
    </span>
  )
}
