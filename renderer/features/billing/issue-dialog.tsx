import { useState } from 'react'
import { lastIssuedOn, nextNumber, numberText } from '#shared/domain/billing/numbers.ts'
import { refusalText } from '#shared/i18n/problems.ts'
import { isDay, type Day } from '#shared/kernel/day.ts'
import { defined } from '#shared/kernel/defined.ts'
import type { Refusal } from '#shared/kernel/refusal.ts'
import type { Invoice } from '#shared/model/invoice.ts'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { DateField } from '../../ui/date-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useBook, useExecute, useToday } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import { LacksNotice } from './lacks-notice.tsx'
import css from './invoice.module.css'

/** Issuing cannot be taken back, so it says first which number it gives, and lets the day be chosen. */
export function IssueDialog({ invoice, onClose }: { invoice: Invoice; onClose: () => void }) {
  const { t, format } = useWords()
  const today = useToday()
  const execute = useExecute()
  const { invoices } = useBook().workspace.tables
  const [on, setOn] = useState<Day>(today)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const of = { year: Number(on.slice(0, 4)), series: invoice.series }
  const number = numberText({ ...of, number: nextNumber(invoices.values(), of) })
  const first = lastIssuedOn(invoices.values(), of)
  const issue = async (): Promise<void> => {
    if ((await execute('invoice.issue', { id: invoice.id, on }, { onRefused: setRefusal })) === null) return
    showToast({ text: t('billing.invoice.deeds.issued', { number }) })
    onClose()
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={
        invoice.type === 'creditNote'
          ? t('billing.invoice.deeds.issueCreditTitle')
          : t('billing.invoice.deeds.issueTitle')
      }
      actions={
        <>
          <Button variant="quiet" autoFocus onPress={onClose}>
            {t('billing.invoice.deeds.issueLater')}
          </Button>
          <Button variant="primary" onPress={() => void issue()}>
            {t('billing.invoice.deeds.issue')}
          </Button>
        </>
      }
    >
      <div className={cx(css.issue)}>
        <p>{t('billing.invoice.deeds.issueWords', { number })}</p>
        <LacksNotice invoice={invoice} />
        <DateField
          label={t('billing.invoice.deeds.issueOn')}
          value={on}
          {...defined({ min: first ?? undefined })}
          max={today}
          onChange={(picked) => picked !== null && isDay(picked) && setOn(picked)}
        />
        {refusal === null ? null : (
          <Notice tone="fault" isUrgent>
            {refusalText(t, format, refusal)}
          </Notice>
        )}
      </div>
    </Dialog>
  )
}
