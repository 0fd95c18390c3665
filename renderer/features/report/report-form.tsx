import { useState } from 'react'
import type { CommandInput } from '#shared/commands/index.ts'
import { titleOf } from '#shared/documents/report-paper.ts'
import type { Report } from '#shared/domain/report/report.ts'
import type { WorkGroup, WorkLine } from '#shared/domain/report/work.ts'
import { isDay } from '#shared/kernel/day.ts'
import type { Id } from '#shared/kernel/id.ts'
import type { ReportMade } from '#shared/model/closing.ts'
import { cx } from '../../ui/cx.ts'
import { SectionHead } from '../../ui/page-head.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { Switch } from '../../ui/switch.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useExecute } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import css from './report.module.css'

interface ReportFormProps {
  report: Report
  closingId: Id
}

type Patch = Omit<CommandInput<'report.write'>, 'id'>

/** How the work is put together and worded. The entries themselves stay as they were noted. */
export function ReportForm({ report, closingId }: ReportFormProps) {
  const { t } = useWords()
  const execute = useExecute()
  const { made, work } = report
  const write = (patch: Patch): void => void execute('report.write', { id: closingId, ...patch })
  return (
    <div className={cx(css.form)}>
      <Kept label={t('report.form.intro')} value={made.intro} rows={3} keep={(intro) => write({ intro })} />
      {work.length === 0 ? null : (
        <>
          <Segmented
            className={cx(css.by)}
            label={t('report.form.by')}
            value={made.by}
            onChange={(by) => write({ by })}
            segments={[
              { id: 'task', label: t('report.form.groupings.task') },
              { id: 'day', label: t('report.form.groupings.day') },
              { id: 'tag', label: t('report.form.groupings.tag') },
            ]}
          />
          <Switch
            label={t('report.form.saysTime')}
            isSelected={made.saysTime}
            onChange={(saysTime) => write({ saysTime })}
          />
          <section aria-label={t('report.form.words')} className={cx(css.words)}>
            <SectionHead title={t('report.form.words')} />
            <p className={cx(css.quiet)}>{t('report.form.wordsHint')}</p>
            {work.map((group) => (
              <Group key={group.key} group={group} made={made} write={write} />
            ))}
          </section>
        </>
      )}
    </div>
  )
}

interface GroupProps {
  group: WorkGroup
  made: ReportMade
  write: (patch: Patch) => void
}

/** A head with the lines under it, each in a field of its own. */
function Group({ group, made, write }: GroupProps) {
  const { t, format } = useWords()
  const keep = (from: string, to: string): void => {
    const others = made.words.filter((word) => word.from !== from)
    write({ words: to === from ? others : [...others, { from, to }] })
  }
  const title = titleOf(t, format, group)
  const isFixed = isDay(group.key) || group.key === ''
  return (
    <div className={cx(css.group)}>
      <div className={cx(css.line)}>
        {isFixed ? (
          <h3>{title}</h3>
        ) : (
          <Kept
            isStrong
            label={t('report.form.head', { noted: group.key })}
            value={group.title}
            keep={(to) => keep(group.key, to)}
          />
        )}
        <b className="figures">{format.hours(group.seconds)}</b>
      </div>
      {group.lines.map((line) => (
        <Line key={line.note} line={line} keep={keep} />
      ))}
    </div>
  )
}

function Line({ line: { note, text, seconds }, keep }: { line: WorkLine; keep: (from: string, to: string) => void }) {
  const { t, format } = useWords()
  return (
    <div className={cx(css.line)}>
      {note === '' ? (
        <p className={cx(css.quiet)}>{t('report.form.noNote')}</p>
      ) : (
        <Kept label={t('report.form.note', { noted: note })} value={text} keep={(to) => keep(note, to)} />
      )}
      <span className="figures">{format.hours(seconds)}</span>
    </div>
  )
}

interface KeptProps {
  label: string
  value: string
  keep: (text: string) => void
  rows?: number
  isStrong?: boolean
}

/** Words that are kept on leaving their field. With `rows` its label is seen. */
function Kept({ label, value, keep, rows, isStrong = false }: KeptProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const [over, setOver] = useState(value)
  if (over !== value) {
    setOver(value)
    setTyped(null)
  }
  const field = {
    label,
    value: typed ?? value,
    onChange: setTyped,
    onBlur: () => {
      if (typed !== null && typed.trim() !== value) keep(typed.trim())
    },
  }
  return rows === undefined ? (
    <TextField {...field} labelPlacement="hidden" className={cx(css.field, isStrong && css.strong)} />
  ) : (
    <TextArea {...field} rows={rows} maxLength={2000} />
  )
}
