import { useMemo } from 'react'
import { isZone, type Zone } from '#shared/kernel/instant.ts'
import { ComboBox } from '../../ui/combo-box.tsx'
import { cx } from '../../ui/cx.ts'
import { useWords } from '../../words.tsx'
import { usePreferences } from '../../workspace.tsx'
import css from './importing.module.css'

/** The zone in which the file's clocks are read: the workspace's own first, then all there are. */
export function ZoneField({ zone, onChange }: { zone: Zone; onChange: (zone: Zone) => void }) {
  const { t } = useWords()
  const { timeZone } = usePreferences()
  const options = useMemo(() => {
    const others = [...Intl.supportedValuesOf('timeZone'), 'UTC'].filter((name) => name !== timeZone)
    const yours = { id: timeZone, label: timeZone.replaceAll('_', ' '), note: t('importing.dialog.zoneYours') }
    return [yours, ...[...new Set(others)].map((name) => ({ id: name, label: name.replaceAll('_', ' ') }))]
  }, [timeZone, t])
  return (
    <ComboBox<string>
      label={t('importing.dialog.zone')}
      hint={t('importing.dialog.zoneHint')}
      emptyText={t('importing.dialog.zoneUnknown')}
      options={options}
      value={zone}
      className={cx(css.zone)}
      onChange={(name) => {
        if (name !== null && isZone(name)) onChange(name)
      }}
    />
  )
}
