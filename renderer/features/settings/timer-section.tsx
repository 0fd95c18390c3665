import type { NoticeKind } from '#shared/model/settings.ts'
import { bridge } from '../../bridge.ts'
import { FieldRow } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { Switch } from '../../ui/switch.tsx'
import { useWords } from '../../words.tsx'
import { useSettings } from '../../workspace.tsx'
import { cx } from '../../ui/cx.ts'
import { Section } from './section.tsx'
import css from './settings.module.css'

const AWAY = [180, 300, 600, 900, 1800] as const
const DAY_ENDS = [16, 17, 17.5, 18, 18.5, 19, 20, 21, 22].map((hour) => hour * 3600)
const NEVER = 'never'

/** When the timer asks, and what the app may say by itself. */
export function TimerSection() {
  const { t, format } = useWords()
  const { settings, tellsIdle } = useSettings()
  const { awayAfter, dayEnd } = settings
  return (
    <Section title={t('settings.timer.title')}>
      <Length
        label={t('settings.timer.away')}
        hint={tellsIdle ? t('settings.timer.awayHint') : t('settings.timer.noIdle')}
        value={awayAfter}
        offered={AWAY}
        write={format.duration}
        onChange={(seconds) => void bridge().setSettings({ awayAfter: seconds })}
      />
      <Length
        label={t('settings.timer.dayEnd')}
        hint={t('settings.timer.dayEndHint')}
        value={dayEnd}
        offered={DAY_ENDS}
        write={format.hours}
        onChange={(seconds) => void bridge().setSettings({ dayEnd: seconds })}
      />
      <NoticeRow />
    </Section>
  )
}

interface LengthProps {
  label: string
  hint: string
  /** In seconds; null: never. */
  value: number | null
  offered: readonly number[]
  write: (seconds: number) => string
  onChange: (seconds: number | null) => void
}

function Length({ label, hint, value, offered, write, onChange }: LengthProps) {
  const { t } = useWords()
  // What was set otherwise, in the file, is offered too.
  const all = value === null || offered.includes(value) ? offered : [...offered, value].toSorted((a, b) => a - b)
  return (
    <Select
      label={label}
      labelPlacement="beside"
      hint={hint}
      width={160}
      value={value === null ? NEVER : String(value)}
      options={[
        ...all.map((seconds) => ({ id: String(seconds), label: write(seconds) })),
        { id: NEVER, label: t('settings.timer.never') },
      ]}
      onChange={(id) => onChange(id === NEVER ? null : Number(id))}
    />
  )
}

function NoticeRow() {
  const { t } = useWords()
  const { notices } = useSettings().settings
  const kinds: [NoticeKind, string][] = [
    ['away', t('settings.timer.notices.away')],
    ['long', t('settings.timer.notices.long')],
    ['alerts', t('settings.timer.notices.alerts')],
    ['dayEnd', t('settings.timer.notices.dayEnd')],
  ]
  return (
    <FieldRow label={t('settings.timer.notices.label')}>
      <div className={cx(css.switches)}>
        {kinds.map(([kind, label]) => (
          <Switch
            key={kind}
            label={label}
            isSelected={notices[kind]}
            onChange={(isOn) => void bridge().setSettings({ notices: { ...notices, [kind]: isOn } })}
          />
        ))}
      </div>
    </FieldRow>
  )
}
