import { useState } from 'react'
import type { MonthGap, MonthTime, OwnTime as OwnTimeOf } from '#shared/domain/month-close/gaps.ts'
import { clientOf, fullName } from '#shared/domain/naming.ts'
import type { Day } from '#shared/kernel/day.ts'
import type { Id } from '#shared/kernel/id.ts'
import { EngagementPicker } from '../../parts/engagement-picker.tsx'
import { useNavigation } from '../../place.tsx'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { LinkButton } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { OwnWords } from '../../ui/own-words.tsx'
import { SectionHead } from '../../ui/page-head.tsx'
import { Statement } from '../../ui/statement.tsx'
import { Cell, Column, Row, Table, TableHead } from '../../ui/table.tsx'
import { useBook, useExecute, usePreferences } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import type { Pass } from './use-pass.ts'
import css from './close.module.css'

/** What is unclear in the month's time: stretches that nobody has, and time that is for no client. */
export function GapsStep({ pass }: { pass: Pass }) {
  const { t, format } = useWords()
  const { time, questions, note } = pass
  const sum = time.gaps.reduce((all, { seconds }) => all + seconds, 0)
  const b = (chunks: React.ReactNode) => <b>{chunks}</b>
  const told = { count: time.gaps.length, time: format.duration(sum), b }
  return (
    <>
      <Statement as="h2">
        {time.gaps.length === 0
          ? t('close.gaps.clear')
          : note?.breaks != null
            ? t.rich('close.gaps.areBreaks', told)
            : t.rich('close.gaps.open', told)}
      </Statement>
      <Questions count={questions.length} />
      {time.gaps.length === 0 ? null : <Gaps gaps={time.gaps} />}
      <Shared days={time.twice} />
      <Empty days={time.empty} />
      <OwnTime pass={pass} />
    </>
  )
}

/** Absences are answered on Today: what becomes of them is asked there. */
function Questions({ count }: { count: number }) {
  const { t } = useWords()
  const { go } = useNavigation()
  if (count === 0) return null
  return (
    <Notice
      actions={
        <LinkButton size="small" onPress={() => go({ name: 'today' })}>
          {t('close.gaps.answer')}
        </LinkButton>
      }
    >
      {t('close.gaps.questions', { count })}
    </Notice>
  )
}

const SHOWN = 12

function Gaps({ gaps }: { gaps: readonly MonthGap[] }) {
  const { t } = useWords()
  const [isAll, setAll] = useState(false)
  const shown = isAll ? gaps : gaps.slice(0, SHOWN)
  return (
    <section aria-label={t('close.gaps.title')}>
      <Table label={t('close.gaps.title')} isFixed className={cx(css.gaps)}>
        <colgroup>
          <col className={cx(css.day)} />
          <col className={cx(css.when)} />
          <col className={cx(css.time)} />
          <col />
        </colgroup>
        <TableHead>
          <Column>{t('close.gaps.day')}</Column>
          <Column>{t('close.gaps.when')}</Column>
          <Column align="end">{t('close.gaps.time')}</Column>
          <Column>{t('close.gaps.fill')}</Column>
        </TableHead>
        <tbody>
          {shown.map((gap) => (
            <GapLine key={gap.from} gap={gap} />
          ))}
        </tbody>
      </Table>
      {shown.length < gaps.length ? (
        <LinkButton size="small" onPress={() => setAll(true)}>
          {t('close.gaps.others', { count: gaps.length - shown.length })}
        </LinkButton>
      ) : null}
    </section>
  )
}

function GapLine({ gap }: { gap: MonthGap }) {
  const { t, format } = useWords()
  const { timeZone } = usePreferences()
  const execute = useExecute()
  const [on, setOn] = useState<Id | null>(gap.before)
  const when = `${format.time(gap.from, timeZone)} – ${format.time(gap.to, timeZone)}`
  const book = useBook()
  const fill = (): void => {
    const time = format.duration(gap.seconds)
    const engagement = on === null ? undefined : book.workspace.tables.engagements.get(on)
    const done = engagement
      ? t('close.gaps.filled', { time, work: fullName(clientOf(book, engagement), engagement) })
      : t('close.gaps.filledOwn', { time })
    void execute('entry.create', { engagementId: on, when: { start: gap.from, end: gap.to } }, { done })
  }
  const told = { day: format.day(gap.day, 'day'), when }
  return (
    <Row isTall>
      <Cell isHeader>{format.day(gap.day, 'weekday')}</Cell>
      <Cell figures>{when}</Cell>
      <Cell align="end">{format.hours(gap.seconds)}</Cell>
      <Cell>
        <span className={cx(css.fill)}>
          <EngagementPicker
            label={t('close.gaps.fillFor', told)}
            labelPlacement="hidden"
            value={on}
            onChange={setOn}
            withEnded
          />
          <Button size="small" aria-label={t('close.gaps.fillThis', told)} onPress={fill}>
            {t('close.gaps.fill')}
          </Button>
        </span>
      </Cell>
    </Row>
  )
}

/** Time that two entries share, by day: it counts for both, unless it is said on its day whose it is. */
function Shared({ days }: { days: MonthTime['twice'] }) {
  const { t, format } = useWords()
  const { go } = useNavigation()
  if (days.length === 0) return null
  const sum = days.reduce((all, { seconds }) => all + seconds, 0)
  return (
    <section aria-label={t('close.gaps.shared')}>
      <SectionHead title={t('close.gaps.shared')} aside={format.hours(sum)} />
      <p className={cx(css.quiet)}>{t('close.gaps.sharedWords', { time: format.duration(sum) })}</p>
      <p className={cx(css.links)}>
        {days.map(({ day, seconds }) => (
          <LinkButton key={day} size="small" onPress={() => go({ name: 'time', day, view: 'day' })}>
            {t('close.gaps.sharedOn', { day: format.day(day, 'weekday'), time: format.duration(seconds) })}
          </LinkButton>
        ))}
      </p>
    </section>
  )
}

/** Days on which work was usual and none was tracked. */
function Empty({ days }: { days: readonly Day[] }) {
  const { t, format } = useWords()
  const { go } = useNavigation()
  if (days.length === 0) return null
  return (
    <section aria-label={t('close.gaps.empty')}>
      <SectionHead title={t('close.gaps.empty')} count={days.length} />
      <p className={cx(css.links)}>
        {days.map((day) => (
          <LinkButton key={day} size="small" onPress={() => go({ name: 'time', day, view: 'day' })}>
            {format.day(day, 'weekday')}
          </LinkButton>
        ))}
      </p>
    </section>
  )
}

/** Time for nobody: own work, or work that was never given to its client. */
function OwnTime({ pass: { time } }: { pass: Pass }) {
  const { t, format } = useWords()
  const [isOpen, setOpen] = useState(false)
  const { own } = time
  const sum = own.reduce((all, { seconds }) => all + seconds, 0)
  if (own.length === 0) return null
  return (
    <section aria-label={t('close.gaps.own')}>
      <SectionHead title={t('close.gaps.own')} aside={format.hours(sum)} />
      <p className={cx(css.quiet)}>
        {t('close.gaps.ownWords', { time: format.duration(sum) })}{' '}
        {isOpen ? null : (
          <LinkButton size="small" onPress={() => setOpen(true)}>
            {t('close.gaps.ownOpen')}
          </LinkButton>
        )}
      </p>
      {isOpen ? (
        <Table label={t('close.gaps.own')} isFixed className={cx(css.gaps)}>
          <colgroup>
            <col />
            <col className={cx(css.time)} />
            <col className={cx(css.give)} />
          </colgroup>
          <tbody>
            {own.map((each) => (
              <OwnLine key={each.note} note={each.note} seconds={each.seconds} files={each.files} />
            ))}
          </tbody>
        </Table>
      ) : null}
    </section>
  )
}

function OwnLine({ note, seconds, files }: OwnTimeOf) {
  const { t, format } = useWords()
  const execute = useExecute()
  const [on, setOn] = useState<Id | null>(null)
  const name = note === '' ? t('close.gaps.noNote') : note
  const give = (): void => {
    const all = Object.fromEntries(Object.entries(files).map(([file, ids]) => [file, [...ids]]))
    void execute('entries.change', { files: all, engagementId: on }, { done: t('close.gaps.given', { name }) })
  }
  return (
    <Row isTall>
      <Cell isHeader>
        <OwnWords>{name}</OwnWords>
      </Cell>
      <Cell align="end">{format.hours(seconds)}</Cell>
      <Cell>
        <span className={cx(css.fill)}>
          <EngagementPicker
            label={t('close.gaps.giveTo', { name })}
            labelPlacement="hidden"
            value={on}
            onChange={setOn}
            withEnded
          />
          <Button size="small" isDisabled={on === null} aria-label={t('close.gaps.giveThis', { name })} onPress={give}>
            {t('close.gaps.give')}
          </Button>
        </span>
      </Cell>
    </Row>
  )
}
