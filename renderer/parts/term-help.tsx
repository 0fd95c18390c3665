import { CircleHelp } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { Button } from 'react-aria-components/Button'
import type { MessageKey } from '#shared/i18n/translator.ts'
import type { Explanations, Term } from '#shared/i18n/terms/index.ts'
import type { Language } from '#shared/model/quantities.ts'
import { cx } from '../ui/cx.ts'
import { Icon } from '../ui/icon.tsx'
import { Popover } from '../ui/popover.tsx'
import { useWords } from '../words.tsx'
import css from './term-help.module.css'

const names = {
  basis: 'help.terms.basis',
  rollover: 'help.terms.rollover',
  overage: 'help.terms.overage',
  topUp: 'help.terms.topUp',
  trial: 'help.terms.trial',
  notice: 'help.terms.notice',
  ladder: 'help.terms.ladder',
  proration: 'help.terms.proration',
  rounding: 'help.terms.rounding',
  perk: 'help.terms.perk',
  adjustment: 'help.terms.adjustment',
  pace: 'help.terms.pace',
  listRate: 'help.terms.listRate',
  effectiveRate: 'help.terms.effectiveRate',
  breakEven: 'help.terms.breakEven',
  guaranteed: 'help.terms.guaranteed',
  expected: 'help.terms.expected',
  variable: 'help.terms.variable',
  hourly: 'help.terms.hourly',
  cliff: 'help.terms.cliff',
  coverage: 'help.terms.coverage',
  steadiness: 'help.terms.steadiness',
  concentration: 'help.terms.concentration',
  capacity: 'help.terms.capacity',
  readiness: 'help.terms.readiness',
  advance: 'help.terms.advance',
  pensionFund: 'help.terms.pensionFund',
  withholding: 'help.terms.withholding',
  stampDuty: 'help.terms.stampDuty',
} as const satisfies Record<Term, MessageKey>

/** The explanations are read when the first of them is asked for. */
const explained = (load: () => Promise<{ default: Explanations }>) =>
  lazy(async () => {
    const { default: all } = await load()
    return {
      default: function Explained({ of }: { of: Term }) {
        const { t } = useWords()
        return (
          <div className={cx(css.explained)}>
            <h3>{t(names[of])}</h3>
            <p>{all[of].text}</p>
            <p className={cx(css.example)}>
              <b>{t('help.example')}</b> {all[of].example}
            </p>
          </div>
        )
      },
    }
  })
const inLanguage: Readonly<Record<Language, ReturnType<typeof explained>>> = {
  en: explained(() => import('#shared/i18n/terms/en.ts')),
  it: explained(() => import('#shared/i18n/terms/it.ts')),
}

/** Beside a word of the trade: what it means, with an example. Esc goes back to where one was. */
export function TermHelp({ of }: { of: Term }) {
  const { t } = useWords()
  return (
    <Explains of={of}>
      <Button className={cx(css.sign)} aria-label={t('help.explain', { term: t(names[of]) })}>
        <Icon of={CircleHelp} size={14} />
      </Button>
    </Explains>
  )
}

/** Under figures that speak of several: each word opens what it means. */
export function Terms({ of, className }: { of: readonly Term[]; className?: string | undefined }) {
  const { t } = useWords()
  return (
    <p className={cx(css.terms, className)}>
      <span>{t('help.words')}</span>{' '}
      {of.map((term) => (
        <Explains key={term} of={term}>
          <Button className={cx(css.word)} aria-label={t('help.explain', { term: t(names[term]) })}>
            {t(names[term])}
          </Button>
        </Explains>
      ))}
    </p>
  )
}

function Explains({ of, children }: { of: Term; children: React.ReactElement }) {
  const { t, format } = useWords()
  const Explained = inLanguage[format.language]
  return (
    <Popover label={t(names[of])} trigger={children}>
      <Suspense>
        <Explained of={of} />
      </Suspense>
    </Popover>
  )
}
