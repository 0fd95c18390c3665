import { useNavigation } from '../../place.tsx'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { LinkButton } from '../../ui/link.tsx'
import { useToday } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import type { ClientFacts } from './client-facts.ts'
import { dayText } from './client-words.ts'
import css from './readiness-panel.module.css'

/** Whether the history makes a retainer: every factor on its own, not only the sum (domain.md, Readiness). */
export function ReadinessPanel({ facts: { client, readiness } }: { facts: ClientFacts }) {
  const { t, format } = useWords()
  const { go } = useNavigation()
  const today = useToday()
  const { isReady, monthsWorked, usual, regularityBasisPoints, historyMonths, lastWorked } = readiness
  const factors = [
    { name: t('clients.readiness.monthsLabel'), value: t('clients.readiness.months', { count: String(monthsWorked) }) },
    { name: t('clients.readiness.usualLabel'), value: usual === 0 ? '–' : format.duration(usual) },
    {
      name: t('clients.readiness.alikeLabel'),
      value:
        monthsWorked < 2
          ? '–'
          : t('clients.readiness.alike', { spread: format.percent((10_000 - regularityBasisPoints) / 10_000) }),
    },
    { name: t('clients.readiness.historyLabel'), value: t('clients.readiness.history', { count: historyMonths }) },
    { name: t('clients.readiness.lastLabel'), value: dayText(t, format, lastWorked, today) },
  ]
  const title = isReady ? t('clients.readiness.ready') : t('clients.readiness.notYet')
  return (
    <section className={cx(css.panel)} data-surface="well" aria-label={title}>
      <h2 className={cx(css.title)}>{title}</h2>
      <Button
        variant={isReady ? 'primary' : 'default'}
        className={cx(css.deed)}
        onPress={() => go({ name: 'newRetainer', clientId: client.id })}
      >
        {t('clients.list.makeRetainer')}
      </Button>
      <LinkButton size="small" className={cx(css.lab)} onPress={() => go({ name: 'pricing', clientId: client.id })}>
        {t('clients.readiness.price')}
      </LinkButton>
      <dl className={cx(css.factors)}>
        {factors.map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
