import { Button } from 'react-aria-components/Button'
import { clientOf } from '#shared/domain/naming.ts'
import { isAtRest, type Standing } from '#shared/domain/standing.ts'
import { agreedRules } from '#shared/domain/dated-terms.ts'
import { lastDay, monthsIn } from '#shared/domain/periods.ts'
import { scaleOf } from '#shared/domain/ledger/close-period.ts'
import { amountInColumn, amountInWords } from '#shared/i18n/amounts.ts'
import { nameInWords } from '#shared/i18n/names.ts'
import type { Retainer } from '#shared/model/engagement.ts'
import { carriedWords, paceWords, standingWords, stayLots } from '../../parts/standing-words.ts'
import { StartMark } from '../../parts/start-mark.tsx'
import { Stay } from '../../parts/stay.tsx'
import { useNavigation } from '../../place.tsx'
import { cx } from '../../ui/cx.ts'
import { Figure } from '../../ui/figure.tsx'
import { OwnWords } from '../../ui/own-words.tsx'
import { useBook, useToday } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import { LeftDerivation } from './left-derivation.tsx'
import css from './today.module.css'

interface RowProps {
  retainer: Retainer
  standing: Standing
  overRoom: number
  /** Its period is this month: today's line goes through it. */
  isOnLine: boolean
  /** Its client has another one, so that its own name is needed. */
  isNamed: boolean
}

/** A retainer with its stay, its pace in words and its hours left; of one that is paused the pause. */
export function RetainerRow({ retainer, standing, overRoom, isOnLine, isNamed }: RowProps) {
  const { t, format } = useWords()
  const book = useBook()
  const { go } = useNavigation()
  const today = useToday()
  const client = clientOf(book, retainer)
  const pace = paceWords(t, format, standing, today)
  const carried = carriedWords(t, format, standing)
  const { basis, over, left, available } = standing
  // Nothing is granted, and nothing was used: the pause is all there is to say.
  const isResting = isAtRest(standing)
  const shown = basis === 'access' ? standing.row.worked : over > 0 ? over : left
  return (
    <li className={cx(css.row, isOnLine && css.onLine)}>
      <StartMark
        client={client}
        engagementId={retainer.id}
        start={t('today.start', { name: client.name })}
        stop={t('today.stop', { name: client.name })}
      />
      <Button className={cx(css.name)} onPress={() => go({ name: 'retainer', id: retainer.id })}>
        <b>
          <OwnWords>{client.name}</OwnWords>
        </b>
        <span>{termsText()}</span>
      </Button>
      <div className={cx(css.measure, isResting && css.resting)}>
        {isOnLine || isResting ? null : <p className={cx(css.period)}>{periodText()}</p>}
        {isResting ? null : (
          <Stay
            label={standingWords(t, format, standing)}
            lots={stayLots(standing)}
            over={over}
            today={standing.calendarShare}
            overRoom={overRoom}
          />
        )}
        <p className={cx(css.pace, css[pace.tone])}>{pace.text}</p>
        {carried === null ? null : <p className={cx(css.pace, css.carried)}>{carried}</p>}
      </div>
      {isResting ? null : (
        <div className={cx(css.hours)}>
          <Figure
            size="row"
            tone={over > 0 ? 'over' : undefined}
            explainLabel={client.name}
            explain={<LeftDerivation retainer={retainer} standing={standing} />}
          >
            {amountInColumn(format, basis, shown)}
          </Figure>
          <span>{ofText()}</span>
        </div>
      )}
    </li>
  )

  function periodText(): string {
    const { period } = standing.row
    return t('retainers.ledger.span', {
      from: format.day(period.start, 'short'),
      to: format.day(lastDay(period), 'short'),
    })
  }

  function ofText(): string {
    if (basis === 'access') return t('today.retainers.worked')
    const words = { available: amountInColumn(format, basis, available) }
    return over > 0 ? t('today.retainers.overOf', words) : t('today.retainers.of', words)
  }

  function termsText(): string {
    const { agreement } = retainer
    const every = monthsIn[agreement.period.every]
    const terms = basis === 'access' ? accessText(every) : includedText(every)
    return isNamed && retainer.name !== '' ? `${terms} · ${nameInWords(retainer.name)}` : terms
  }

  function includedText(every: number): string {
    const { agreement } = retainer
    const amount = agreedRules(agreement, today).included * scaleOf(agreement)
    const words = { included: amountInWords(t, format, basis, amount), every }
    return agreement.trial ? t('today.retainers.trial', words) : t('today.retainers.regular', words)
  }

  function accessText(every: number): string {
    return retainer.agreement.trial
      ? t('today.retainers.accessTrial', { every })
      : t('today.retainers.access', { every })
  }
}
