import { isEnoughBank, type BankRecipe } from '#shared/formats/bank.ts'
import type { Csv } from '#shared/formats/csv.ts'
import type { BankRole } from '#shared/model/bank-roles.ts'
import { ColumnTable } from '../../parts/column-table.tsx'
import { cx } from '../../ui/cx.ts'
import { LinkButton } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { useWords } from '../../words.tsx'
import css from './bank.module.css'

interface BankColumnsProps {
  csv: Csv
  recipe: BankRecipe
  isOpen: boolean
  onOpen: () => void
  onChange: (recipe: BankRecipe) => void
}

/** What the bank's columns hold; closed where that is known, there it can be looked at and changed. */
export function BankColumns({ csv, recipe, isOpen, onOpen, onChange }: BankColumnsProps) {
  const { t } = useWords()
  const { columns, dateOrder, decimal } = recipe
  if (!isOpen)
    return (
      <p className={cx(css.quiet)}>
        <LinkButton size="small" onPress={onOpen}>
          {t('importing.dialog.columns')}
        </LinkButton>
      </p>
    )
  /** But for words, a role stands once. */
  const give = (place: number, role: BankRole | null): void =>
    onChange({
      ...recipe,
      columns: columns.map((had, index) => (index === place ? role : had === role && role !== 'words' ? null : had)),
    })
  return (
    <section className={cx(css.columns)} aria-label={t('importing.mapping.title')}>
      {isEnoughBank(columns) ? null : <Notice>{t('billing.bank.missing')}</Notice>}
      <ColumnTable
        label={t('importing.mapping.title')}
        header={csv.header}
        samples={csv.records.first(4).map(({ cells }) => cells)}
        columns={columns}
        roles={[
          { id: 'day', label: t('billing.bank.day') },
          { id: 'amount', label: t('billing.bank.amount') },
          { id: 'in', label: t('billing.bank.in') },
          { id: 'words', label: t('billing.bank.words') },
        ]}
        onGive={give}
      />
      <div className={cx(css.manner)}>
        <Segmented
          label={t('billing.bank.order')}
          value={dateOrder}
          onChange={(order) => onChange({ ...recipe, dateOrder: order })}
          segments={[
            { id: 'dmy', label: t('billing.bank.dayFirst') },
            { id: 'mdy', label: t('billing.bank.monthFirst') },
          ]}
        />
        <Segmented
          label={t('billing.bank.decimal')}
          value={decimal}
          onChange={(sign) => onChange({ ...recipe, decimal: sign })}
          segments={[
            { id: ',', label: '1.234,50' },
            { id: '.', label: '1,234.50' },
          ]}
        />
      </div>
    </section>
  )
}
