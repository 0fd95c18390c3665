import { FileDown } from 'lucide-react'
import { cx } from '../../ui/cx.ts'
import { Icon } from '../../ui/icon.tsx'
import { useWords } from '../../words.tsx'
import css from './importing.module.css'

/** Over the whole window while a file is held over it. It takes no part in the drop: the window does. */
export function DropHint() {
  const { t } = useWords()
  return (
    <div className={cx(css.drop)} role="status">
      <div className={cx(css.dropWords)} data-surface="raised">
        <Icon of={FileDown} size={20} />
        <p className={cx(css.dropTitle)}>{t('importing.dialog.drop')}</p>
        <p className={cx(css.quiet)}>{t('importing.dialog.dropHint')}</p>
      </div>
    </div>
  )
}
