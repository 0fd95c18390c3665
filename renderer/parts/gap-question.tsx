import { Fragment, useEffectEvent, useLayoutEffect, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import type { CommandInput } from '#shared/commands/index.ts'
import { aroundGap, gapSeconds, type AroundGap } from '#shared/domain/gaps.ts'
import { clientOf, fullName } from '#shared/domain/naming.ts'
import { nameInWords } from '#shared/i18n/names.ts'
import { dayAt, secondsBetween, type Instant } from '#shared/kernel/instant.ts'
import type { Gap } from '#shared/model/gap.ts'
import { cx } from '../ui/cx.ts'
import { useBook, useExecute, usePreferences, useSettings, useToday } from '../workspace.tsx'
import { useWords } from '../words.tsx'
import { ClientMark } from './client-mark.tsx'
import { GapParts } from './gap-parts.tsx'
import css from './gap-question.module.css'

type Answer = CommandInput<'gap.answer'>['answer']

interface GapQuestionProps {
  gap: Gap
  /** Where it is the only thing there, its keys work at once. */
  hasKeys?: boolean
  onAnswered?: () => void
}

/** What was the time in which the timer ran and nobody was seen? Five answers, each with what it does (persistence.md). */
export function GapQuestion({ gap, hasKeys = true, onAnswered }: GapQuestionProps) {
  const { t } = useWords()
  const execute = useExecute()
  const [isShared, setShared] = useState(false)
  const answers = useAnswers(gap)

  const say = async (answer: Exclude<Answer, 'others'>): Promise<void> => {
    const told = answer === 'later' ? {} : { done: t('app.gap.answered') }
    if (await execute('gap.answer', { id: gap.id, answer }, told)) onAnswered?.()
  }
  const choose = (answer: Answer): void => (answer === 'others' ? setShared(true) : void say(answer))
  useDigits(hasKeys && !isShared, (digit) => {
    const chosen = answers[digit - 1]
    if (chosen) choose(chosen.answer)
  })
  return (
    <>
      <Story gap={gap} />
      {isShared ? (
        <GapParts gap={gap} onBack={() => setShared(false)} {...(onAnswered && { onAnswered })} />
      ) : (
        <>
          <ol className={cx(css.answers)}>
            {answers.map(({ answer, label, text }, index) => (
              <li key={answer}>
                <Button className={cx(css.answer)} autoFocus={hasKeys && index === 0} onPress={() => choose(answer)}>
                  <kbd aria-hidden="true">{index + 1}</kbd>
                  <span>
                    <b>{label}</b>
                    <small>{text}</small>
                  </span>
                </Button>
              </li>
            ))}
          </ol>
          {hasKeys ? <Hint gap={gap} /> : null}
        </>
      )}
    </>
  )
}

function Hint({ gap }: { gap: Gap }) {
  const { t, format } = useWords()
  const { awayAfter } = useSettings().settings
  const isIdle = gap.cause === 'idle' && awayAfter !== null
  return (
    <p className={cx(css.hint)}>
      {isIdle ? t('app.gap.asked', { duration: format.duration(awayAfter) }) : t('app.gap.keys')}
    </p>
  )
}

/** What ran into it, and how much of that is safe; with a line of the time, in which it is left open. */
function Story({ gap }: { gap: Gap }) {
  const { t, format } = useWords()
  const book = useBook()
  const moment = useMoment()
  const { before } = aroundGap(book, gap)
  const worked = before ? secondsBetween(before.start, gap.from) : 0
  const engagement = gap.engagementId === null ? undefined : book.workspace.tables.engagements.get(gap.engagementId)
  const name = (
    <Fragment key="name">
      {engagement ? <ClientMark mark={clientOf(book, engagement).mark} size={14} className={cx(css.mark)} /> : null}
      <b>{useWorkName(gap)}</b>
    </Fragment>
  )
  const kind = engagement?.kind ?? 'own'
  const words = { name: () => name }
  return (
    <>
      <p className={cx(css.lead)}>
        {worked > 0
          ? t.rich('app.gap.ran', { ...words, worked: format.duration(worked) })
          : t.rich('app.gap.ranFirst', words)}
        {gap.cause === 'gone' ? ` ${t('app.gap.lost', { since: moment(gap.since), from: moment(gap.from) })}` : null}
      </p>
      <div className={cx(css.line, css[kind], 'figures')} aria-hidden="true">
        {worked > 0 ? (
          <span className={cx(css.worked)} style={{ flexGrow: Math.max(worked, gapSeconds(gap) / 4) }}>
            <b>{moment(gap.since)}</b>
          </span>
        ) : null}
        <span className={cx(css.away)} style={{ flexGrow: Math.max(gapSeconds(gap), worked / 2) }}>
          <b>{moment(gap.from)}</b>
          <em>{t('app.gap.length', { duration: format.duration(gapSeconds(gap)) })}</em>
        </span>
        <span className={cx(css.after)}>
          <b>{moment(gap.to)}</b>
        </span>
      </div>
    </>
  )
}

/** `13:30`, and the day too where it is not today's. */
function useMoment(): (at: Instant) => string {
  const { format } = useWords()
  const { timeZone } = usePreferences()
  const today = useToday()
  return (at) => {
    const on = dayAt(at, timeZone)
    const time = format.time(at, timeZone)
    return on === today ? time : `${format.day(on, 'weekday')}, ${time}`
  }
}

/** The title of whatever shows the question. */
export function useGapTitle(): (gap: Gap) => string {
  const { t, format } = useWords()
  const moment = useMoment()
  return (gap) =>
    t('app.gap.question', {
      duration: format.duration(gapSeconds(gap)),
      from: moment(gap.from),
      to: moment(gap.to),
    })
}

function useWorkName({ engagementId }: Gap): string {
  const { t } = useWords()
  const book = useBook()
  const engagement = engagementId === null ? undefined : book.workspace.tables.engagements.get(engagementId)
  return engagement ? nameInWords(fullName(clientOf(book, engagement), engagement)) : t('app.timer.ownWork')
}

function useAnswers(gap: Gap): { answer: Answer; label: string; text: string }[] {
  const { t, format } = useWords()
  const moment = useMoment()
  const around = aroundGap(useBook(), gap)
  const work = useWorkName(gap)
  const duration = format.duration(gapSeconds(gap))
  return [
    { answer: 'break', label: t('app.gap.break'), text: breakText(around) },
    { answer: 'stopped', label: t('app.gap.stopped'), text: stoppedText(around) },
    {
      answer: 'work',
      label: gap.engagementId === null ? t('app.gap.workOwn') : t('app.gap.work', { name: work }),
      text: t('app.gap.workKeep', { duration }),
    },
    { answer: 'others', label: t('app.gap.others'), text: t('app.gap.othersText', { duration }) },
    { answer: 'later', label: t('app.gap.later'), text: t('app.gap.laterText') },
  ]

  function breakText({ goesOn }: AroundGap): string {
    if (goesOn === null) return t('app.gap.takeOut')
    return goesOn === 'now' ? t('app.gap.breakNow') : t('app.gap.breakGoesOn', { to: moment(gap.to) })
  }
  function stoppedText({ goesOn, after }: AroundGap): string {
    return after && goesOn === null ? t('app.gap.stoppedLeft') : t('app.gap.stoppedThere', { from: moment(gap.from) })
  }
}

/** 1 to 5, wherever the focus is; not while something is typed. From the moment they can be seen: a fast hand is not missed. */
function useDigits(isOn: boolean, onDigit: (digit: number) => void): void {
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    const isHeld = event.ctrlKey || event.altKey || event.metaKey
    if (isHeld || event.target instanceof HTMLInputElement || !/^[1-5]$/.test(event.key)) return
    event.preventDefault()
    onDigit(Number(event.key))
  })
  useLayoutEffect(() => {
    if (!isOn) return undefined
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [isOn])
}
