import { useState } from 'react'
import { causeText } from '#shared/i18n/keeping-problems.ts'
import { refusalText } from '#shared/i18n/problems.ts'
import type { BackupsView } from '#shared/keeping.ts'
import type { Refusal } from '#shared/kernel/refusal.ts'
import { bridge } from '../../bridge.ts'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { FieldRow } from '../../ui/field.tsx'
import { useWords } from '../../words.tsx'
import css from './keeping.module.css'

/** The same backups in another folder; a folder that is gone is told here. */
export function SecondCopy({ second, onChanged }: { second: BackupsView['second']; onChanged: () => void }) {
  const { t, format } = useWords()
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const choose = async (): Promise<void> => {
    const outcome = await bridge().chooseSecondCopy()
    setRefusal(outcome.ok ? null : outcome.refusal)
    onChanged()
  }
  const stop = async (): Promise<void> => {
    await bridge().stopSecondCopy()
    setRefusal(null)
    onChanged()
  }
  const error = refusal
    ? refusalText(t, format, refusal)
    : second?.problem
      ? t('keeping.backups.secondProblem', { cause: causeText(t, second.problem) })
      : undefined
  return (
    <FieldRow label={t('keeping.backups.second')} hint={t('keeping.backups.secondHint')} error={error}>
      <span className={cx(css.path)}>{second?.folder ?? t('keeping.backups.secondNone')}</span>
      <Button size="small" onPress={() => void choose()}>
        {second ? t('keeping.backups.changeSecond') : t('keeping.backups.chooseSecond')}
      </Button>
      {second ? (
        <Button size="small" variant="quiet" onPress={() => void stop()}>
          {t('keeping.backups.stopSecond')}
        </Button>
      ) : null}
    </FieldRow>
  )
}
