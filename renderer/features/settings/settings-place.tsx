import { Info } from 'lucide-react'
import { cx } from '../../ui/cx.ts'
import { Notice } from '../../ui/notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { useWords } from '../../words.tsx'
import { useSettings } from '../../workspace.tsx'
import { BillingSection } from './billing-section.tsx'
import { DataSection } from './data-section.tsx'
import { MachineSection } from './machine-section.tsx'
import { StartSection } from './start-section.tsx'
import { TimerSection } from './timer-section.tsx'
import { WorkSection } from './work-section.tsx'
import css from './settings.module.css'

export function SettingsPlace() {
  const { t } = useWords()
  const { sample } = useSettings()
  return (
    <>
      <PageHead title={t('settings.title')} />
      <div className={cx(css.settings)}>
        {sample ? <Notice icon={Info}>{t('settings.data.sample')}</Notice> : null}
        <MachineSection />
        <TimerSection />
        <StartSection />
        <WorkSection />
        <BillingSection />
        <DataSection />
      </div>
    </>
  )
}
