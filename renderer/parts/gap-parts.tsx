import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { gapSeconds } from '#shared/domain/gaps.ts'
import { parseDuration } from '#shared/i18n/parse.ts'
import { refusalText } from '#shared/i18n/problems.ts'
import type { Id } from '#shared/kernel/id.ts'
import type { Refusal } from '#shared/kernel/refusal.ts'
import type { Seconds } from '#shared/kernel/units.ts'
import type { Gap } from '#shared/model/gap.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { cx } from '../ui/cx.ts'
import { useExecute } from '../workspace.tsx'
import { useWords } from '../words.tsx'
import { DurationField } from './duration-field.tsx'
import { EngagementPicker } from './engagement-picker.tsx'
import { hoursText } from './hours-text.ts'
import css from './gap-question.module.css'

interface Row {
  readonly key: number
  readonly engagementId: Id | null | undefined
  readonly length: string
}

const secondsOf = ({ length }: Row): Seconds | null => {
  const parsed = parseDuration(length)
  return parsed.ok ? parsed.value : null
}

/** Whose time it was, one or several, one after the other; what they leave is a break. */
export function GapParts({ gap, onBack, onAnswered }: { gap: Gap; onBack: () => void; onAnswered?: () => void }) {
  const { t, format } = useWords()
  const execute = useExecute()
  const whole = gapSeconds(gap)
  const [rows, setRows] = useState<readonly Row[]>([
    { key: 0, engagementId: undefined, length: hoursText(format, whole) },
  ])
  const [isChecked, setChecked] = useState(false)
  const [refused, setRefused] = useState<Refusal>()
  /** A whole minute is shown; all of the gap is all of it, its seconds too. */
  const lengths = rows.map((row) => (row.length === hoursText(format, whole) ? whole : (secondsOf(row) ?? 0)))
  const rest = whole - lengths.reduce((sum, each) => sum + each, 0)
  const change = (key: number, patch: Partial<Row>): void => {
    setRefused(undefined)
    setRows(rows.map((row) => (row.key === key ? { ...row, ...patch } : row)))
  }
  const add = (): void => {
    const key = Math.max(...rows.map((row) => row.key)) + 1
    setRows([...rows, { key, engagementId: undefined, length: rest > 0 ? hoursText(format, rest) : '' }])
  }
  const keep = async (): Promise<void> => {
    setChecked(true)
    const parts = rows.flatMap(({ engagementId }, index) =>
      engagementId !== undefined && (lengths[index] ?? 0) > 0
        ? [{ engagementId, seconds: (lengths[index] ?? 0) as Seconds }]
        : [],
    )
    if (parts.length < rows.length || rest < 0) return
    const told = { done: t('app.gap.answered'), onRefused: setRefused }
    if (await execute('gap.answer', { id: gap.id, answer: 'others', parts }, told)) onAnswered?.()
  }
  const tooMuch = t('problems.refusal.moreThanGap', { duration: format.duration(whole) })
  return (
    <form
      className={cx(css.parts)}
      onSubmit={(event) => {
        event.preventDefault()
        void keep()
      }}
    >
      {rows.map((row, index) => (
        <div key={row.key} className={cx(css.part)}>
          <EngagementPicker
            label={t('app.gap.who')}
            labelPlacement={index === 0 ? 'above' : 'hidden'}
            value={row.engagementId}
            autoFocus
            withEnded
            error={isChecked && row.engagementId === undefined ? t('problems.field.empty') : undefined}
            onChange={(engagementId) => change(row.key, { engagementId })}
          />
          <DurationField
            label={t('app.gap.howLong')}
            labelPlacement={index === 0 ? 'above' : 'hidden'}
            width={88}
            value={row.length}
            isChecked={isChecked}
            error={rest < 0 && index === rows.length - 1 ? tooMuch : undefined}
            onChange={(length) => change(row.key, { length })}
          />
          {rows.length > 1 ? (
            <IconButton
              label={t('app.gap.remove')}
              icon={X}
              size="small"
              onPress={() => setRows(rows.filter((each) => each !== row))}
            />
          ) : null}
        </div>
      ))}
      <p className={cx(css.rest)} role="status">
        {refused
          ? refusalText(t, format, refused)
          : rest >= 60
            ? t('app.gap.rest', { duration: format.duration(rest) })
            : rest >= 0 && rows.every(({ engagementId }) => engagementId !== undefined)
              ? t('app.gap.none')
              : null}
      </p>
      <footer className={cx(css.foot)}>
        <Button variant="quiet" size="small" icon={Plus} onPress={add}>
          {t('app.gap.another')}
        </Button>
        <span className={cx(css.grow)} />
        <Button variant="quiet" onPress={onBack}>
          {t('app.gap.back')}
        </Button>
        <Button variant="primary" type="submit">
          {t('app.gap.keep')}
        </Button>
      </footer>
    </form>
  )
}
