import { useMemo, useState } from 'react'
import { matchIncoming, type Match } from '#shared/domain/billing/bank-match.ts'
import { invoiceList } from '#shared/domain/billing/listed.ts'
import type { Book } from '#shared/domain/book.ts'
import { numberText } from '#shared/domain/billing/numbers.ts'
import { guessBank, isEnoughBank, readBank, type BankRecipe } from '#shared/formats/bank.ts'
import type { Csv } from '#shared/formats/csv.ts'
import { refusalText } from '#shared/i18n/problems.ts'
import type { Id } from '#shared/kernel/id.ts'
import type { Refusal } from '#shared/kernel/refusal.ts'
import { compareText } from '#shared/kernel/order.ts'
import { isSame } from '#shared/kernel/same.ts'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { useBook, useExecute, usePreferences, useToday } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import { BankColumns } from './bank-columns.tsx'
import { BankLines } from './bank-lines.tsx'
import css from './bank.module.css'

interface BankDialogProps {
  name: string
  csv: Csv
  onClose: () => void
}

/** What came in by the bank's file, matched with what is owed: the user says yes to each before anything is recorded. */
export function BankDialog({ name, csv, onClose }: BankDialogProps) {
  const { t, format } = useWords()
  const execute = useExecute()
  const book = useBook()
  const today = useToday()
  const { billing, currency: own } = usePreferences()
  const currencies = currenciesOf(book, own)
  const [currency, setCurrency] = useState(currencies[0] ?? own)
  const { bank } = billing
  const isKnown = bank !== undefined && isSame(bank.header, csv.header)
  const [recipe, setRecipe] = useState<BankRecipe>(() => (isKnown && bank ? bank : guessBank(csv)))
  const [isMapping, setMapping] = useState(!isKnown && !isEnoughBank(recipe.columns))
  const [chosen, setChosen] = useState<ReadonlyMap<string, Id | null>>(new Map())
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const file = useMemo(
    () => (isEnoughBank(recipe.columns) ? readBank(csv, recipe, currency) : null),
    [csv, recipe, currency],
  )
  const matches = useMemo(
    () => (file ? matchIncoming(book.workspace, file.lines, currency, today) : []),
    [book, file, currency, today],
  )
  const invoiceOf = ({ source, invoiceId }: Match): Id | null => {
    const picked = chosen.get(source)
    return picked === undefined ? invoiceId : picked
  }
  const taken = matches.filter((match) => match.how !== 'known' && invoiceOf(match) !== null)
  const record = async (): Promise<void> => {
    const { columns, dateOrder, decimal } = recipe
    const payments = taken.flatMap((match) => {
      const invoiceId = invoiceOf(match)
      const { on, amount, words } = match.line
      return invoiceId === null ? [] : [{ invoiceId, on, amount, note: words.slice(0, 200), source: match.source }]
    })
    const kept = { header: [...csv.header], columns: [...columns], dateOrder, decimal }
    const done = t('billing.bank.recorded', { count: payments.length })
    if ((await execute('payments.import', { payments, bank: kept }, { done, onRefused: setRefusal })) !== null)
      onClose()
  }
  const open = invoiceList(book, today).open.filter(({ invoice }) => invoice.currency === currency)
  const names = open.map(({ invoice, standing }) => ({
    id: invoice.id,
    label: `${numberText(invoice)}, ${book.workspace.tables.clients.get(invoice.clientId)?.name ?? ''}`,
    note: format.money(standing.left, invoice.currency, 'always'),
  }))
  return (
    <Dialog
      isOpen
      size="wide"
      closeLabel={t('app.documents.close')}
      onClose={onClose}
      title={t('billing.bank.title', { file: name })}
      aside={file ? t('billing.bank.aside', { out: file.out, unread: file.unread.length }) : undefined}
      actions={
        <Button variant="primary" isDisabled={taken.length === 0} onPress={() => void record()}>
          {t('billing.bank.record', { count: taken.length })}
        </Button>
      }
    >
      <div className={cx(css.dialog)}>
        <BankColumns
          csv={csv}
          recipe={recipe}
          isOpen={isMapping}
          onOpen={() => setMapping(true)}
          onChange={setRecipe}
        />
        {currencies.length > 1 ? (
          <Segmented
            label={t('billing.bank.currency')}
            value={currency}
            onChange={(code) => {
              setCurrency(code)
              setChosen(new Map())
            }}
            segments={currencies.map((code) => ({ id: code, label: code }))}
          />
        ) : null}
        {file ? <Found matches={matches} /> : null}
        <BankLines
          matches={matches}
          invoices={names}
          currency={currency}
          invoiceOf={invoiceOf}
          onChoose={(source, id) => setChosen(new Map([...chosen, [source, id]]))}
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

/** Those in which something was issued, the user's own first: an account has one, and its table does not say which. */
function currenciesOf({ workspace }: Book, own: string): string[] {
  const issued = [...workspace.tables.invoices.values()].filter(({ status }) => status === 'issued')
  const all = new Set(issued.map(({ currency }) => currency))
  return [...all].toSorted((a, b) => Number(b === own) - Number(a === own) || compareText(a, b))
}

/** How many came in, and how many of them are known for what. */
function Found({ matches }: { matches: readonly Match[] }) {
  const { t } = useWords()
  const known = matches.filter(({ how }) => how === 'known').length
  const matched = matches.filter(({ how }) => how !== null && how !== 'known').length
  return <p className={cx(css.found)}>{t('billing.bank.found', { count: matches.length, matched, known })}</p>
}
