import { usualClauses } from '#shared/documents/agreement-paper.ts'
import { doubtsOf, usualDoubts } from '#shared/documents/doubts.ts'
import { writtenFor } from '#shared/documents/proposal-paper.ts'
import { recordOf } from '#shared/domain/record.ts'
import { theDay } from '#shared/i18n/the-day.ts'
import { defined } from '#shared/kernel/defined.ts'
import type { Client } from '#shared/model/client.ts'
import type { Retainer } from '#shared/model/engagement.ts'
import { usualDoubtNames, type Proposal } from '#shared/model/proposal.ts'
import { Spoken } from '../../parts/spoken.tsx'
import { useNavigation } from '../../place.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { cx } from '../../ui/cx.ts'
import { LinkButton } from '../../ui/link.tsx'
import { Statement } from '../../ui/statement.tsx'
import { useBook, useToday } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import { summary } from '../../parts/summary.ts'
import css from './proposal.module.css'
import { SaidList, type Said } from './said-list.tsx'
import { TextPart } from './text-step.tsx'
import type { StepProps } from './use-proposal.ts'

export interface OfRetainer extends StepProps {
  readonly retainer: Retainer
  readonly client: Client
}

export function ServiceStep({ draft, change, client }: OfRetainer) {
  const { t } = useWords()
  return (
    <>
      <p className={cx(css.words)}>{t('proposal.service.words')}</p>
      <TextPart
        place="service"
        language={client.language}
        label={t('proposal.service.label')}
        placeholder={t('proposal.service.placeholder')}
        value={draft.service}
        onChange={(service) => change({ service })}
        rows={8}
      />
    </>
  )
}

/** Fee, basis, perks and term are told, not typed again: they are the agreement's. */
export function TermsStep({ retainer, client }: OfRetainer) {
  const { t, format } = useWords()
  const { go } = useNavigation()
  const today = useToday()
  const { agreement, id } = retainer
  return (
    <>
      <p className={cx(css.words)}>{t('proposal.terms.words')}</p>
      <Statement size="lead">
        <Spoken>{summary(t, format, { agreement, client: client.name, today })}</Spoken>
      </Statement>
      <div className={cx(css.adds)}>
        <Button onPress={() => go({ name: 'editRetainer', id })}>{t('proposal.terms.edit')}</Button>
        <LinkButton size="small" onPress={() => go({ name: 'pricing', clientId: client.id })}>
          {t('proposal.terms.lab')}
        </LinkButton>
      </div>
    </>
  )
}

export function DoubtsStep({ draft, change, retainer, client }: OfRetainer) {
  const { t } = useWords()
  const book = useBook()
  const today = useToday()
  const written = writtenFor(book, client, retainer, today)
  const usual = usualDoubts(written)
  const shown = doubtsOf(written, draft)
  return (
    <>
      <p className={cx(css.words)}>{t('proposal.doubts.words', { client: client.name })}</p>
      <SaidList
        place="doubt"
        language={client.language}
        items={shown.map(({ question, answer }, index) => ({
          head: question,
          text: answer,
          usual: draft.doubts[index]?.usual,
        }))}
        onChange={(items) => change({ doubts: items.map(toDoubt) })}
        usual={usual.map((each) => ({ head: each.question, text: each.answer, usual: each.usual }))}
        words={{
          head: t('proposal.doubts.question'),
          text: t('proposal.doubts.answer'),
          add: t('proposal.doubts.add'),
          usual: t('proposal.doubts.usual'),
          remove: (number) => t('proposal.doubts.remove', { number }),
        }}
      />
    </>
  )
}

function toDoubt({ head, text, usual }: Said): Proposal['doubts'][number] {
  const name = usualDoubtNames.find((each) => each === usual)
  return { question: head, answer: text, ...defined({ usual: name }) }
}

/** How it begins and ends, and whether what was done so far is told. */
export function LetterStep({ draft, change, retainer, client }: OfRetainer) {
  const { t } = useWords()
  const book = useBook()
  const today = useToday()
  const written = writtenFor(book, client, retainer, today)
  const { startsOn } = retainer.agreement
  const record = recordOf(book, retainer, today)
  const opening = written.t('documents.defaultOpening', { day: theDay(written.format, startsOn, 'long', 'dal') })
  const closing = written.t('documents.defaultClosing', { day: theDay(written.format, startsOn, 'long') })
  return (
    <>
      <p className={cx(css.words)}>{t('proposal.letter.words')}</p>
      <TextPart
        place="opening"
        language={client.language}
        label={t('proposal.letter.opening')}
        value={draft.opening}
        onChange={(text) => change({ opening: text })}
        hint={t('proposal.letter.usual', { text: opening })}
      />
      {record === null ? (
        <p className={cx(css.words)}>{t('proposal.letter.noRecord')}</p>
      ) : (
        <Checkbox
          label={t('proposal.letter.record')}
          isSelected={draft.hasRecord}
          onChange={(hasRecord) => change({ hasRecord })}
          hint={t('proposal.letter.recordHint', { count: record.rows.length })}
        />
      )}
      <TextPart
        place="closing"
        language={client.language}
        label={t('proposal.letter.closing')}
        value={draft.closing}
        onChange={(text) => change({ closing: text })}
        hint={t('proposal.letter.usual', { text: closing })}
      />
    </>
  )
}

export function ClausesStep({ draft, change, retainer, client }: OfRetainer) {
  const { t } = useWords()
  const book = useBook()
  const today = useToday()
  const usual = usualClauses(writtenFor(book, client, retainer, today).t)
  return (
    <>
      <p className={cx(css.words)}>{t('proposal.clauses.words')}</p>
      <SaidList
        place="clause"
        language={client.language}
        items={(draft.clauses ?? usual).map(({ title, text }) => ({ head: title, text }))}
        onChange={(items) => change({ clauses: items.map(({ head, text }) => ({ title: head, text })) })}
        usual={usual.map(({ title, text }) => ({ head: title, text }))}
        words={{
          head: t('proposal.clauses.title'),
          text: t('proposal.clauses.text'),
          add: t('proposal.clauses.add'),
          usual: t('proposal.clauses.usual'),
          remove: (number) => t('proposal.clauses.remove', { number }),
        }}
      />
    </>
  )
}
