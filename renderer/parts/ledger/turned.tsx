import { cx } from '../../ui/cx.ts'
import { useWords } from '../../words.tsx'
import css from './ledger.module.css'

/** A figure that is another than what was agreed, which stays struck beneath it. */
export function Turned({ is, was }: { is: string; was: string }) {
  const { t } = useWords()
  return (
    <>
      <span className={cx(css.now)}>{is}</span>
      <s className={cx(css.was)} aria-hidden="true">
        {was}
      </s>
      <span className="visually-hidden">{t('retainers.ledger.was', { value: was })}</span>
    </>
  )
}
