import { Button } from 'react-aria-components/Button'
import { clientOf } from '#shared/domain/naming.ts'
import { standingOf, type Standing } from '#shared/domain/standing.ts'
import { agreedRules } from '#shared/domain/dated-terms.ts'
import { monthsIn } from '#shared/domain/periods.ts'
import { scaleOf } from '#shared/domain/ledger/close-period.ts'
import { amountInColumn, amountInWords } from '#shared/i18n/amounts.ts'
import { nameInWords } from '#shared/i18n/names.ts'
import { firstDayOf, lastDayOf, monthOf } from '#shared/kernel/day.ts'
import type { Instant } from '#shared/kernel/instant.ts'
import type { Retainer } from '#shared/model/engagement.ts'
import { AfterPicture } from '../../after-picture.tsx'
import { TermHelp } from '../../parts/term-help.tsx'
import { carriedWords, paceWords, standingWords, stayLots } from '../../parts/standing-words.ts'
import { StartMark } from '../../parts/start-mark.tsx'
import { Stay } from '../../parts/stay.tsx'
import { useNavigation } from '../../place.tsx'
import { cx } from '../../ui/cx.ts'
import { Figure } from '../../ui/figure.tsx'
import { OwnWords } from '../../ui/own-words.tsx'
import { SectionHead } from '../../ui/page-head.tsx'
import { useBook, useToday } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import { LeftDerivation } from './left-derivation.tsx'
import css from './today.module.css'

interface RowsProps {
  retainers: readonly Retainer[]
  now: Instant
}

/** So many rows reach below the edge of a large screen. */
export const FIRST_ROWS = 12

/** A row per retainer: its stay, its pace in words, its hours left. All stays share their length and today's line. */
export function RetainerRows({ retainers, now }: RowsProps) {
  const { t, format } = useWords()
  const book = useBook()
  const today = useToday()
  const rows = retainers.flatMap((retainer) => {
    const standing = standingOf(book, retainer, now)
    return standing ? [{ retainer, standing }] : []
  })
  if (rows.length === 0) return null
  const overRoom = Math.max(...rows.map(({ standing }) => shareOver(standing)))
  const month = monthOf(today)
  const isNamed = (retainer: Retainer): boolean =>
    rows.some((row) => row.retainer !== retainer && row.retainer.clientId === retainer.clientId)
  const rowOf = ({ retainer, standing }: (typeof rows)[number]) => (
    <RetainerRow key={retainer.id} {...{ retainer, standing, overRoom }} isNamed={isNamed(retainer)} />
  )
  const at = (rows[0]?.standing.calendarShare ?? 0) * (1 - overRoom)
  return (
    <section className={cx(css.retainers)}>
      <SectionHead
        title={t('today.retainers.title')}
        help={<TermHelp of="pace" />}
        aside={t('today.retainers.aside', { month: format.month(month, 'name') })}
      />
      <div className={cx(css.axis)} aria-hidden="true">
        {at < CLEAR ? null : <span>{format.day(firstDayOf(month), 'short')}</span>}
        <span className={cx(css.axisToday)} style={{ left: `${at * 100}%` }}>
          {t('today.retainers.today')}
        </span>
        {1 - overRoom - at < CLEAR ? null : (
          <span className={cx(css.axisEnd)} style={{ right: `${overRoom * 100}%` }}>
            {format.day(lastDayOf(month), 'short')}
          </span>
        )}
      </div>
      <ul className={cx(css.rows)}>
        <li className={cx(css.calendarLine)} style={{ '--at': at } as React.CSSProperties} aria-hidden="true" />
        {rows.slice(0, FIRST_ROWS).map(rowOf)}
        {rows.length > FIRST_ROWS ? <AfterPicture>{() => rows.slice(FIRST_ROWS).map(rowOf)}</AfterPicture> : null}
      </ul>
    </section>
  )
}

/** Nearer than this share of the line the month's first or last day would stand under `today`. */
const CLEAR = 0.2

const shareOver = ({ over, available }: Standing): number => (over > 0 ? over / (available + over) : 0)

interface RowProps {
  retainer: Retainer
  standing: Standing
  overRoom: number
  /** Its client has another one, so that its own name is needed. */
  isNamed: boolean
}

function RetainerRow({ retainer, standing, overRoom, isNamed }: RowProps) {
  const { t, format } = useWords()
  const book = useBook()
  const { go } = useNavigation()
  const today = useToday()
  const client = clientOf(book, retainer)
  const pace = paceWords(t, format, standing, today)
  const carried = carriedWords(t, format, standing)
  const { basis, over, left, available } = standing
  const shown = basis === 'access' ? standing.row.worked : over > 0 ? over : left
  return (
    <li className={cx(css.row)}>
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
      <div className={cx(css.measure)}>
        <Stay
          label={standingWords(t, format, standing)}
          lots={stayLots(standing)}
          over={over}
          today={standing.calendarShare}
          overRoom={overRoom}
        />
        <p className={cx(css.pace, css[pace.tone])}>{pace.text}</p>
        {carried === null ? null : <p className={cx(css.pace, css.carried)}>{carried}</p>}
      </div>
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
    </li>
  )

  function ofText(): string {
    if (basis === 'access') return t('today.retainers.worked')
    const words = { available: amountInColumn(format, basis, available) }
    return over > 0 ? t('today.retainers.overOf', words) : t('today.retainers.of', words)
  }

  function termsText(): string {
    const { agreement } = retainer
    const every = monthsIn[agreement.period.every]
    const amount = agreedRules(agreement, today).included * scaleOf(agreement)
    const included = basis === 'access' ? t('app.amounts.access') : amountInWords(t, format, basis, amount)
    const terms = agreement.trial
      ? t('today.retainers.trial', { included, every })
      : t('today.retainers.regular', { included, every })
    return isNamed && retainer.name !== '' ? `${terms} · ${nameInWords(retainer.name)}` : terms
  }
}
