import { useMemo } from 'react'
import { isFee } from '#shared/domain/income/by-month.ts'
import { isStillExpected, type GuaranteedMonth } from '#shared/domain/income/prospect.ts'
import type { Fall, Step } from '#shared/domain/income/steps.ts'
import { pauseOn } from '#shared/domain/versions.ts'
import { theDay } from '#shared/i18n/the-day.ts'
import { sumOf } from '#shared/kernel/units.ts'
import { PartLink, PartMark } from '../../parts/income-part.tsx'
import { Derivation } from '../../ui/derivation.tsx'
import { Figure } from '../../ui/figure.tsx'
import { Statement } from '../../ui/statement.tsx'
import { useWords } from '../../words.tsx'
import type { IncomeView } from './income-view.ts'
import { incomeSentence, type SentencePart } from './sentence.ts'
import { MonthsFigure } from './months-figure.tsx'
import { GuaranteedNow } from './steady-derivations.tsx'
import { causeTexts, untilText } from './words.ts'

/** The place's answer: what can be counted on, until when. Its figures open who pays them. */
export function Opening({ view }: { view: IncomeView }) {
  const { t, format } = useWords()
  const parts = useMemo(() => incomeSentence(t, format, { ...view, ...factsOf(view) }), [t, format, view])
  return (
    <Statement>
      {parts.map((part, index) => (
        <Piece key={index} view={view} part={part} />
      ))}
    </Statement>
  )
}

const factsOf = ({ retainers, today, months }: IncomeView) => ({
  isPaused: retainers.some(({ agreement }) => pauseOn(agreement.versions, today) !== null),
  earns: months.some(({ parts }) => parts.some(({ kind }) => !isFee(kind))),
})

function Piece({ view, part: { role, text } }: { view: IncomeView; part: SentencePart }) {
  const { t, format } = useWords()
  const { prospect } = view
  if (role === 'words' || !prospect) return role === 'words' ? text : <b>{text}</b>
  const from = (step: Step): string => t('income.guaranteed.from', { day: theDay(format, step.from, 'day', 'dal') })
  if (role === 'now') {
    const title = t('income.guaranteed.today', { day: theDay(format, view.today) })
    return <Opened view={view} text={text} title={title} step={prospect.now} />
  }
  if (role === 'peak' && prospect.peak)
    return <Opened view={view} text={text} title={from(prospect.peak)} step={prospect.peak} />
  if (role === 'after' && prospect.after)
    return <Opened view={view} text={text} title={from(prospect.after)} step={prospect.after} fall={prospect.fall} />
  if (role === 'inAll' && prospect.inAll) return <InAll view={view} text={text} {...prospect.inAll} />
  if (role === 'month') return <ThisMonth view={view} text={text} {...prospect.thisMonth} />
  if (role === 'expected' && prospect.fall) return <Expected view={view} text={text} fall={prospect.fall} />
  return <b>{text}</b>
}

/** What the months ahead guarantee in all, month by month. */
function InAll({ view, text, months }: { view: IncomeView; text: string; months: readonly GuaranteedMonth[] }) {
  const { t } = useWords()
  return (
    <MonthsFigure
      title={t('income.guaranteed.inAll', { count: String(months.length) })}
      currency={view.currency}
      months={months.map(({ month, guaranteed }) => ({ month, amount: guaranteed }))}
      total={t('income.month.total')}
      foot={t('income.steady.byPeriod')}
    >
      {text}
    </MonthsFigure>
  )
}

/** What is guaranteed in today's month, and from whom. */
function ThisMonth({ view, text, month, guaranteed }: { view: IncomeView; text: string } & GuaranteedMonth) {
  const { t, format } = useWords()
  const title = t('income.steady.guaranteedIn', { month: format.month(month, 'name') })
  const total = { label: t('income.month.total'), figure: format.amount(guaranteed, view.currency) }
  return (
    <Figure explainLabel={title} explain={<GuaranteedNow view={view} title={title} total={total} />}>
      {text}
    </Figure>
  )
}

/** What of a fall may come all the same, and from whom. */
function Expected({ view, text, fall }: { view: IncomeView; text: string; fall: Fall }) {
  const { t, format } = useWords()
  const title = t('income.guaranteed.expected', { day: theDay(format, fall.day, 'day', 'dal') })
  const causes = fall.causes.filter(isStillExpected)
  const amount = (value: number): string => format.amount(value, view.currency)
  return (
    <Figure
      explainLabel={title}
      explain={
        <Derivation
          title={title}
          rows={causes.map((cause) => ({
            id: cause.engagementId,
            mark: <PartMark view={view} part={cause} />,
            label: <PartLink view={view} part={cause} from={view.now} to={view.now} />,
            figure: amount(cause.still),
          }))}
          total={{
            label: t('income.guaranteed.expectedTotal'),
            figure: amount(sumOf(causes, ({ still }) => still)),
          }}
        />
      }
    >
      {text}
    </Figure>
  )
}

interface OpenedProps {
  readonly view: IncomeView
  readonly text: string
  readonly title: string
  readonly step: Step
  /** What went before, where it is less than that. */
  readonly fall?: Fall | null
}

function Opened({ view, text, title, step, fall = null }: OpenedProps) {
  return (
    <Figure explainLabel={title} explain={<GuaranteedDerivation {...{ view, title, step, fall }} />}>
      {text}
    </Figure>
  )
}

/** Who pays a step, and until when each can be counted on. */
function GuaranteedDerivation({ view, title, step, fall }: Omit<Required<OpenedProps>, 'text'>) {
  const { t, format } = useWords()
  const shares = step.shares.filter(({ guaranteed, amount }) => guaranteed && amount !== 0)
  const retainerOf = (id: string) => view.retainers.find((retainer) => retainer.id === id)
  const gone = fall ? t('income.guaranteed.gone', { causes: causeTexts(t, format, fall, view).join('; ') }) : null
  return (
    <Derivation
      title={title}
      rows={shares
        .toSorted((a, b) => b.amount - a.amount)
        .map((share) => {
          const retainer = retainerOf(share.engagementId)
          return {
            id: share.engagementId,
            mark: <PartMark view={view} part={share} />,
            label: view.clientOf(share.engagementId)?.name ?? '',
            reason: retainer ? untilText(t, format, retainer, view.today) : '',
            figure: format.amount(share.amount, view.currency),
          }
        })}
      total={{ label: t('income.guaranteed.total'), figure: format.amount(step.guaranteed, view.currency) }}
      foot={gone ?? undefined}
    />
  )
}
