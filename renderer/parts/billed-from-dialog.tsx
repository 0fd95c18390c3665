import { useMemo, useState } from 'react'
import { billedFrom } from '#shared/domain/billing/billed-from.ts'
import { dueOf } from '#shared/domain/billing/due.ts'
import type { Book } from '#shared/domain/book.ts'
import { currencyOf, isSigned } from '#shared/domain/income/signed.ts'
import { engagementsOf } from '#shared/domain/naming.ts'
import { isDay, type Day } from '#shared/kernel/day.ts'
import type { Id } from '#shared/kernel/id.ts'
import type { Refusal } from '#shared/kernel/refusal.ts'
import type { Client } from '#shared/model/client.ts'
import type { Engagement } from '#shared/model/engagement.ts'
import { cx } from '../ui/cx.ts'
import { DateField } from '../ui/date-field.tsx'
import { useBook, useExecute, useToday } from '../workspace.tsx'
import { useWords } from '../words.tsx'
import { FormDialog } from './form-dialog.tsx'
import { sumsText } from './sums.ts'
import { workName } from './work-words.ts'
import css from './form-dialog.module.css'

/**
 * Since when what falls due for a client is billed here, a day for each piece of work, with what that leaves to invoice:
 * what fell due before was billed elsewhere, or is given up.
 */
export function BilledFromDialog({ client, onClose }: { client: Client; onClose: () => void }) {
  const { t } = useWords()
  const book = useBook()
  const today = useToday()
  const execute = useExecute()
  const works = useMemo(() => engagementsOf(book, client.id).filter(isSigned), [book, client])
  const [said, setSaid] = useState<ReadonlyMap<Id, Day>>(new Map())
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const dayOf = (work: Engagement): Day => said.get(work.id) ?? billedFrom(work, today)
  const say = (work: Engagement, picked: string | null): void => {
    if (picked !== null && isDay(picked)) setSaid(new Map([...said, [work.id, picked]]))
  }
  const changed = works.filter((work) => dayOf(work) !== billedFrom(work, today))
  const submit = async (): Promise<void> => {
    const done = t('billing.from.saved', { client: client.name })
    const said = changed.map((work) => ({ id: work.id, billedFrom: dayOf(work) }))
    if (
      said.length > 0 &&
      (await execute('engagement.billFrom', { works: said }, { done, onRefused: setRefusal })) === null
    )
      return
    onClose()
  }
  return (
    <FormDialog
      title={t('billing.from.title', { client: client.name })}
      deed={t('billing.from.save')}
      refusal={refusal}
      onClose={onClose}
      onSubmit={submit}
    >
      <p className={cx(css.wide)}>{t('billing.from.words')}</p>
      {works.map((work) => (
        <DateField
          key={work.id}
          label={workName(t, work)}
          value={dayOf(work)}
          onChange={(picked) => say(work, picked)}
        />
      ))}
      <p className={cx(css.wide)} aria-live="polite">
        <EffectOfDays book={book} works={works} dayOf={dayOf} />
      </p>
    </FormDialog>
  )
}

interface EffectProps {
  book: Book
  works: readonly Engagement[]
  dayOf: (work: Engagement) => Day
}

/** What would be left to invoice by other days, and what is now. */
export function EffectOfDays({ book, works, dayOf }: EffectProps) {
  const { t, format } = useWords()
  const today = useToday()
  const sums = (as: (work: Engagement) => Engagement): string =>
    sumsText(
      format,
      works.map((work) => ({ amount: dueOf(book, as(work), today), currency: currencyOf(book, work) ?? '' })),
    )
  const [before, after] = [sums((work) => work), sums((work) => ({ ...work, billedFrom: dayOf(work) }))]
  return before === after ? t('billing.from.same', { sum: before }) : t('billing.from.effect', { before, after })
}
