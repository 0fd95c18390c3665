import { Download } from 'lucide-react'
import type { TableCell } from '#shared/formats/delimited.ts'
import { refusalText } from '#shared/i18n/problems.ts'
import { bridge } from '../bridge.ts'
import { IconButton } from '../ui/button.tsx'
import { cx } from '../ui/cx.ts'
import { showToast } from '../ui/toast.tsx'
import { useWords } from '../words.tsx'
import css from './save-table.module.css'

interface SaveTableProps {
  /** What it is the table of: the file's name begins with it. */
  name: string
  /** The heads first; asked for when the button is pressed. Money in whole units, time in hours. */
  rows: () => readonly (readonly TableCell[])[]
}

/** The figures of a chart or a table as a file for a spreadsheet; where to is asked by the system. */
export function SaveTable({ name, rows }: SaveTableProps) {
  const { t, format } = useWords()
  const save = async (): Promise<void> => {
    const outcome = await bridge().saveTable({ name: `Mainstay ${name}`, rows: rows().map((row) => [...row]) })
    if (!outcome.ok) showToast({ text: refusalText(t, format, outcome.refusal), tone: 'refused' })
    else if (outcome.value !== null) showToast({ text: t('app.tableSaved', { name: outcome.value.name }) })
  }
  return (
    <span className={cx(css.way)}>
      <IconButton icon={Download} label={t('app.saveTable', { table: name })} onPress={() => void save()} />
    </span>
  )
}
