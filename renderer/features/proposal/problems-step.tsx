import { Plus, X } from 'lucide-react'
import { promptsFor } from '#shared/documents/prompts.ts'
import { translator } from '#shared/i18n/languages.ts'
import type { Translator } from '#shared/i18n/translator.ts'
import type { Client } from '#shared/model/client.ts'
import { trades, type Proposal, type Trade } from '#shared/model/proposal.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { LinkButton } from '../../ui/link.tsx'
import { Select } from '../../ui/select.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { useWords } from '../../words.tsx'
import css from './proposal.module.css'
import type { StepProps } from './use-proposal.ts'

type Problem = Proposal['problems'][number]

/** The client's problems and the outcome offered for each; what others of the trade hear helps to think. */
export function ProblemsStep({ draft, change, client }: StepProps & { client: Client }) {
  const { t } = useWords()
  const { problems, trade } = draft
  const set = (index: number, patch: Partial<Problem>): void =>
    change({ problems: problems.map((each, at) => (at === index ? { ...each, ...patch } : each)) })
  const add = (problem: Problem): void => change({ problems: [...problems.filter(isWritten), problem] })
  const prompts = promptsFor(translator(client.language), trade).filter(
    ({ problem }) => !problems.some((each) => each.problem === problem),
  )
  const shown = problems.length === 0 ? [{ problem: '', outcome: '' }] : problems
  return (
    <>
      <p className={cx(css.words)}>{t('proposal.problems.words', { client: client.name })}</p>
      {shown.map((each, index) => (
        <div key={index} className={cx(css.pair)}>
          <TextArea
            label={t('proposal.problems.problem')}
            value={each.problem}
            maxLength={2000}
            onChange={(problem) => (problems.length === 0 ? add({ problem, outcome: '' }) : set(index, { problem }))}
          />
          <TextArea
            label={t('proposal.problems.outcome')}
            value={each.outcome}
            maxLength={2000}
            onChange={(outcome) => (problems.length === 0 ? add({ problem: '', outcome }) : set(index, { outcome }))}
          />
          {problems.length === 0 ? null : (
            <IconButton
              size="small"
              icon={X}
              label={t('proposal.problems.remove', { number: String(index + 1) })}
              onPress={() => change({ problems: problems.filter((_, at) => at !== index) })}
            />
          )}
        </div>
      ))}
      <Button
        size="small"
        icon={Plus}
        className={cx(css.add)}
        onPress={() => change({ problems: [...problems, { problem: '', outcome: '' }] })}
      >
        {t('proposal.problems.add')}
      </Button>
      <div className={cx(css.prompts)} data-surface="well">
        <Select
          label={t('proposal.problems.trade')}
          labelPlacement="beside"
          value={trade}
          onChange={(to) => change({ trade: to })}
          options={trades.map((id) => ({ id, label: tradeName(t, id) }))}
          width={150}
        />
        <h2>{t('proposal.problems.prompts')}</h2>
        <ul>
          {prompts.map((prompt) => (
            <li key={prompt.problem} lang={client.language}>
              <LinkButton
                size="small"
                aria-label={t('proposal.problems.use', { problem: prompt.problem })}
                onPress={() => add(prompt)}
              >
                {prompt.problem}
              </LinkButton>
              <span>{prompt.outcome}</span>
            </li>
          ))}
        </ul>
      </div>
    </>
  )
}

const isWritten = ({ problem, outcome }: Problem): boolean => problem.trim() !== '' || outcome.trim() !== ''

function tradeName(t: Translator, trade: Trade): string {
  const names: Record<Trade, () => string> = {
    writer: () => t('proposal.problems.writer'),
    designer: () => t('proposal.problems.designer'),
    developer: () => t('proposal.problems.developer'),
    marketer: () => t('proposal.problems.marketer'),
    lawyer: () => t('proposal.problems.lawyer'),
    coach: () => t('proposal.problems.coach'),
    other: () => t('proposal.problems.other'),
  }
  return names[trade]()
}
