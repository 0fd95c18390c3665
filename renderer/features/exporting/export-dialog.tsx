import { useState } from 'react'
import { refusalText } from '#shared/i18n/problems.ts'
import { isDay, type Day } from '#shared/kernel/day.ts'
import type { Id } from '#shared/kernel/id.ts'
import type { Refusal } from '#shared/kernel/refusal.ts'
import type { ExportFound } from '../../asks.ts'
import { bridge } from '../../bridge.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { cx } from '../../ui/cx.ts'
import { DateField } from '../../ui/date-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { OwnWords } from '../../ui/own-words.tsx'
import { Select } from '../../ui/select.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useWords } from '../../words.tsx'
import { useBook, useToday } from '../../workspace.tsx'
import { daysIn, periods, type Period } from './period.ts'
import css from './exporting.module.css'

interface ExportProps {
  /** What a search has found; null where the dialog asks which entries. */
  found: ExportFound | null
  onClose: () => void
}

/** Which entries, and as what; where to is asked by the system. */
export function ExportDialog({ found, onClose }: ExportProps) {
  const { t, format } = useWords()
  const today = useToday()
  const { clients } = useBook().workspace.tables
  const [period, setPeriod] = useState<Period>('thisYear')
  const [typed, setTyped] = useState<{ from: Day | null; to: Day | null }>({ from: null, to: today })
  const [client, setClient] = useState<Id | 'all' | 'own'>('all')
  const [form, setForm] = useState<'csv' | 'json'>('csv')
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [isWriting, setIsWriting] = useState(false)
  const names: { readonly [P in Period]: string } = {
    allTime: t('exporting.allTime'),
    thisMonth: t('exporting.thisMonth'),
    lastMonth: t('exporting.lastMonth'),
    thisYear: t('exporting.thisYear'),
    lastYear: t('exporting.lastYear'),
    custom: t('exporting.custom'),
  }
  const confirm = async (): Promise<void> => {
    setIsWriting(true)
    const which = found
      ? { from: null, to: null, client: 'all' as const, query: found.query }
      : { ...daysIn(period, today, typed), client }
    const outcome = await bridge().exportEntries({ ...which, form })
    setIsWriting(false)
    if (!outcome.ok) return setRefusal(outcome.refusal)
    if (outcome.value === null) return // thought better of it: what was chosen stays
    const { entries, name } = outcome.value
    showToast({ text: t('exporting.done', { count: entries, shown: format.number(entries), name }) })
    onClose()
  }
  const search = () => (
    <b key="search">
      <OwnWords>{found?.text.trim() ?? ''}</OwnWords>
    </b>
  )
  const day = (picked: string | null): Day | null => (picked !== null && isDay(picked) ? picked : null)
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="medium"
      title={t('exporting.title')}
      actions={
        <>
          <Button variant="quiet" onPress={onClose}>
            {t('exporting.cancel')}
          </Button>
          <Button variant="primary" isPending={isWriting} onPress={() => void confirm()}>
            {t('exporting.confirm')}
          </Button>
        </>
      }
    >
      {refusal ? (
        <Notice tone="fault" isUrgent className={cx(css.refusal)}>
          <b>{refusalText(t, format, refusal)}</b>
        </Notice>
      ) : null}
      {found ? (
        <p className={cx(css.found)}>{t.rich('exporting.found', { search })}</p>
      ) : (
        <div className={cx(css.fields)}>
          <Select
            label={t('exporting.period')}
            options={periods.map((id) => ({ id, label: names[id] }))}
            value={period}
            onChange={setPeriod}
          />
          <Select<string>
            label={t('exporting.client')}
            options={[
              { id: 'all', label: t('exporting.everyone') },
              ...[...clients.values()].map(({ id, name }) => ({ id, label: name })),
              { id: 'own', label: t('exporting.ownWork') },
            ]}
            value={client}
            onChange={(id) => setClient(id as typeof client)}
          />
          {period === 'custom' ? (
            <>
              <DateField
                label={t('exporting.from')}
                value={typed.from}
                onChange={(picked) => setTyped({ ...typed, from: day(picked) })}
              />
              <DateField
                label={t('exporting.to')}
                value={typed.to}
                onChange={(picked) => setTyped({ ...typed, to: day(picked) })}
              />
            </>
          ) : null}
        </div>
      )}
      <Choice
        label={t('exporting.form')}
        value={form}
        onChange={setForm}
        options={[
          { id: 'csv', label: t('exporting.csv'), note: t('exporting.csvNote') },
          { id: 'json', label: t('exporting.json'), note: t('exporting.jsonNote') },
        ]}
      />
    </Dialog>
  )
}
