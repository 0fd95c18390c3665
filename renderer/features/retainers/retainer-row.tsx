import { clientOf, fullName } from '#shared/domain/naming.ts'
import type { Standing } from '#shared/domain/standing.ts'
import { theDay } from '#shared/i18n/the-day.ts'
import type { Retainer } from '#shared/model/engagement.ts'
import { StartMark } from '../../parts/start-mark.tsx'
import { useNavigation } from '../../place.tsx'
import { cx } from '../../ui/cx.ts'
import { OwnWords } from '../../ui/own-words.tsx'
import { Cell, Row, RowLink, TwoLines } from '../../ui/table.tsx'
import { useBook, useToday } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import { feeOn, type feeWriter } from './fees.ts'
import { nextText, termsText } from './row-words.ts'
import { StandingLine } from './standing-line.tsx'
import { TermBar } from './term-bar.tsx'
import type { Window } from './term-line.ts'
import { termAt } from '#shared/domain/term.ts'
import css from './terms-table.module.css'

interface RetainerRowProps {
  retainer: Retainer
  window: Window
  writeFee: ReturnType<typeof feeWriter>
  /** Its client has another retainer, so that its own name is needed. */
  isNamed: boolean
  standing: Standing | null
  /** The room that all stays of the list keep for going over, so that their ticks line up. */
  overRoom: number | undefined
}

export function RetainerRow({ retainer, window, writeFee, isNamed, standing, overRoom }: RetainerRowProps) {
  const { t, format } = useWords()
  const { go } = useNavigation()
  const today = useToday()
  const client = clientOf(useBook(), retainer)
  const { agreement } = retainer
  const next = nextText(t, format, agreement, today)
  return (
    <Row className={cx(css.row)}>
      <Cell isHeader>
        <span className={cx(css.name)}>
          <StartMark
            client={client}
            engagementId={retainer.id}
            start={t('retainers.list.start', { client: client.name })}
            stop={t('retainers.list.stop', { client: client.name })}
          />
          <TwoLines below={termsText(t, format, agreement, today)}>
            <RowLink onPress={() => go({ name: 'retainer', id: retainer.id })}>
              <OwnWords>{isNamed ? fullName(client, retainer) : client.name}</OwnWords>
            </RowLink>
          </TwoLines>
        </span>
      </Cell>
      <Cell align="end" className={cx(css.amount)}>
        {writeFee(feeOn(agreement, today), agreement.currency)}
      </Cell>
      <Cell className={cx(css.line)}>
        <TermBar retainer={retainer} window={window} />
      </Cell>
      <Cell>
        <PeriodCell {...{ retainer, standing, overRoom }} />
      </Cell>
      <Cell>
        <TwoLines below={next.note}>
          <span className={cx(next.isNear && css.warning)}>{next.text}</span>
        </TwoLines>
      </Cell>
    </Row>
  )
}

type PeriodCellProps = Pick<RetainerRowProps, 'retainer' | 'standing' | 'overRoom'>

/** What is left of the period, how it goes, and the same as a stay. */
function PeriodCell({ retainer, standing, overRoom }: PeriodCellProps) {
  const { t, format } = useWords()
  const today = useToday()
  const { agreement } = retainer
  if (standing === null) {
    const { startsOn } = agreement
    const isAhead = termAt(agreement, today).phase === 'ahead'
    return isAhead ? (
      <span className={cx(css.quiet)}>{t('retainers.standing.starts', { day: theDay(format, startsOn) })}</span>
    ) : null
  }
  return <StandingLine {...{ standing, overRoom }} />
}
