import { useMemo, useState, type ReactNode } from 'react'
import { billedFrom } from '#shared/domain/billing/billed-from.ts'
import type { ToInvoice } from '#shared/domain/billing/due.ts'
import { neverBilled } from '#shared/domain/billing/never-billed.ts'
import { theDay } from '#shared/i18n/the-day.ts'
import { firstDayOf, isDay, monthOf, type Day } from '#shared/kernel/day.ts'
import type { Refusal } from '#shared/kernel/refusal.ts'
import type { Engagement } from '#shared/model/engagement.ts'
import { cx } from '../ui/cx.ts'
import { DateField } from '../ui/date-field.tsx'
import { LinkButton } from '../ui/link.tsx'
import { Notice } from '../ui/notice.tsx'
import { useBook, useExecute, useToday } from '../workspace.tsx'
import { useWords } from '../words.tsx'
import { EffectOfDays } from './billed-from-dialog.tsx'
import { useClientNames } from './client-name.tsx'
import { FormDialog } from './form-dialog.tsx'
import { sumsText } from './sums.ts'
import own from './billed-elsewhere.module.css'
import css from './form-dialog.module.css'

const b = (chunks: ReactNode) => <b>{chunks}</b>

/**
 * Asks, where months of work come up that was never billed here, whether it was billed elsewhere: one day, or a no,
 * answers for all of it, and it is not asked again.
 */
export function BilledElsewhere({ due }: { due: readonly ToInvoice[] | null }) {
  const { t, format } = useWords()
  const book = useBook()
  const today = useToday()
  const execute = useExecute()
  const [isAnswering, setAnswering] = useState(false)
  const found = useMemo(() => neverBilled(book, due ?? [], today), [book, due, today])
  if (!found) return null
  const { works, since } = found
  const ids = new Set(works.map(({ id }) => id))
  const owed = (due ?? []).flatMap(({ lines, currency }) =>
    lines.filter(({ engagementId }) => ids.has(engagementId)).map((line) => ({ amount: line.owed, currency })),
  )
  const keep = (): void => {
    const said = works.map((work) => ({ id: work.id, billedFrom: billedFrom(work, today) }))
    void execute('engagement.billFrom', { works: said }, { done: t('billing.elsewhere.kept') })
  }
  const actions = (
    <>
      <LinkButton size="small" onPress={() => setAnswering(true)}>
        {t('billing.elsewhere.answer')}
      </LinkButton>
      <LinkButton size="small" onPress={keep}>
        {t('billing.elsewhere.keep')}
      </LinkButton>
    </>
  )
  const told = { sum: sumsText(format, owed), since: theDay(format, since, 'long', 'dal') }
  return (
    <>
      <Notice actions={actions} className={cx(own.asks)}>
        {t.rich('billing.elsewhere.asks', { ...told, b })}
      </Notice>
      {isAnswering ? <AnswerDialog works={works} onClose={() => setAnswering(false)} /> : null}
    </>
  )
}

/** One day for all of it; who has another one for a client says that in the client's menu. */
function AnswerDialog({ works, onClose }: { works: readonly Engagement[]; onClose: () => void }) {
  const { t, format } = useWords()
  const book = useBook()
  const today = useToday()
  const execute = useExecute()
  const nameOf = useClientNames()
  const [on, setOn] = useState<Day>(firstDayOf(monthOf(today)))
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const clients = [...new Set(works.map(({ clientId }) => nameOf(clientId)))]
  const submit = async (): Promise<void> => {
    const said = works.map(({ id }) => ({ id, billedFrom: on }))
    const told = {
      done: t('billing.elsewhere.said', { day: theDay(format, on, 'long', 'dal') }),
      onRefused: setRefusal,
    }
    if ((await execute('engagement.billFrom', { works: said }, told)) !== null) onClose()
  }
  return (
    <FormDialog
      title={t('billing.elsewhere.title')}
      deed={t('billing.from.save')}
      refusal={refusal}
      onClose={onClose}
      onSubmit={submit}
    >
      <p className={cx(css.wide)}>{t('billing.from.words')}</p>
      <p className={cx(css.wide)}>{t('billing.elsewhere.clients', { clients: format.list(clients) })}</p>
      <DateField
        label={t('billing.elsewhere.day')}
        value={on}
        onChange={(picked) => picked !== null && isDay(picked) && setOn(picked)}
      />
      <p className={cx(css.wide)} aria-live="polite">
        <EffectOfDays book={book} works={works} dayOf={() => on} />
      </p>
    </FormDialog>
  )
}
