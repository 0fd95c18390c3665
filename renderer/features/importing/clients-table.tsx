import type { ImportChoices, ImportPreview } from '#shared/ipc.ts'
import type { Id } from '#shared/kernel/id.ts'
import { nameKey } from '#shared/kernel/names.ts'
import { cx } from '../../ui/cx.ts'
import type { Option } from '../../ui/options.tsx'
import { OwnWords } from '../../ui/own-words.tsx'
import { SectionHead } from '../../ui/page-head.tsx'
import { Select } from '../../ui/select.tsx'
import { Cell, Column, Row, Table, TableHead } from '../../ui/table.tsx'
import { useWords } from '../../words.tsx'
import { useBook } from '../../workspace.tsx'
import css from './importing.module.css'

type Matches = NonNullable<ImportChoices['matches']>
type Planned = ImportPreview['clients'][number]

interface ClientsProps {
  preview: ImportPreview
  matches: Matches | undefined
  onMatch: (matches: Matches) => void
}

/** A file with more clients than this is looked through elsewhere. */
const MOST_SHOWN = 200
const none: Matches = { clients: [], projects: [] }

/** Who is in the file, and where their time goes: to a client who is here, to a new one, or to nobody. */
export function Clients({ preview, matches = none, onMatch }: ClientsProps) {
  const { t, format } = useWords()
  const { clients, seconds, fresh } = preview
  const matchClient = (said: string, clientId: Id | null | undefined): void =>
    onMatch({
      clients: [
        ...matches.clients.filter(({ client }) => nameKey(client) !== nameKey(said)),
        ...(clientId === undefined ? [] : [{ client: said, clientId }]),
      ],
      projects: matches.projects.filter(({ client }) => nameKey(client) !== nameKey(said)),
    })
  const matchProject = (client: string, project: string, engagementId: Id | undefined): void =>
    onMatch({
      ...matches,
      projects: [
        ...matches.projects.filter(
          (match) => nameKey(match.client) !== nameKey(client) || nameKey(match.project) !== nameKey(project),
        ),
        ...(engagementId === undefined ? [] : [{ client, project, engagementId }]),
      ],
    })
  return (
    <section>
      <SectionHead
        className={cx(css.head)}
        title={t('importing.dialog.clients')}
        level={3}
        count={clients.filter(({ said }) => said !== '').length}
      />
      <Table label={t('importing.dialog.clients')} isFixed>
        <TableHead>
          <Column>{t('importing.dialog.inFile')}</Column>
          <Column width="42%">{t('importing.dialog.goesTo')}</Column>
          <Column align="end" width={80}>
            {t('importing.dialog.entries')}
          </Column>
          <Column align="end" width={80}>
            {t('importing.dialog.hours')}
          </Column>
        </TableHead>
        {clients.slice(0, MOST_SHOWN).map((client) => (
          <ClientRows key={client.said} client={client} matchClient={matchClient} matchProject={matchProject} />
        ))}
        {clients.length > 1 ? (
          <tfoot>
            <Row>
              <Cell isHeader>{t('importing.dialog.total')}</Cell>
              <Cell />
              <Cell align="end">{format.number(fresh)}</Cell>
              <Cell align="end">{format.hours(seconds)}</Cell>
            </Row>
          </tfoot>
        ) : null}
      </Table>
    </section>
  )
}

interface ClientRowsProps {
  client: Planned
  matchClient: (said: string, clientId: Id | null | undefined) => void
  matchProject: (client: string, project: string, engagementId: Id | undefined) => void
}

/** A client, and below it what is worked on for it: for one who is here already it may be an agreement that is here too. */
function ClientRows({ client, matchClient, matchProject }: ClientRowsProps) {
  const { t } = useWords()
  const { clients } = useBook().workspace.tables
  const label = client.said || t('importing.dialog.noClient')
  const options: Option[] = [
    ...(client.said === '' ? [] : [{ id: 'new', label: t('importing.dialog.newClient') }]),
    { id: 'own', label: t('importing.dialog.ownWork'), note: t('importing.dialog.ownWorkNote') },
    ...[...clients.values()]
      .map(({ id, name }) => ({ id, label: name }))
      .toSorted((a, b) => (a.label < b.label ? -1 : 1)),
  ]
  return (
    <tbody>
      <GoesRow
        label={label}
        options={options}
        value={client.clientId ?? (client.isNew ? 'new' : 'own')}
        onChange={(id) => matchClient(client.said, id === 'own' ? null : id === 'new' ? undefined : (id as Id))}
        of={client}
      />
      {client.clientId === null && !client.isNew
        ? null
        : client.projects.map((project) => (
            <ProjectRow
              key={project.said}
              clientId={client.clientId}
              project={project}
              onMatch={(id) => matchProject(client.said, project.said, id)}
            />
          ))}
    </tbody>
  )
}

interface ProjectRowProps {
  /** null: a new one, for whom all is made. */
  clientId: Id | null
  project: Planned['projects'][number]
  onMatch: (engagementId: Id | undefined) => void
}

function ProjectRow({ clientId, project, onMatch }: ProjectRowProps) {
  const { t } = useWords()
  const { engagements } = useBook().workspace.tables
  const own = [...engagements.values()].filter((engagement) => engagement.clientId === clientId && !engagement.archived)
  const label = project.said || t('importing.dialog.noProject')
  // Of a new client a project that has the client's name is the engagement without one.
  const name = clientId === null ? project.name : project.said
  const options: Option[] = [
    { id: 'new', label: name === '' ? t('importing.dialog.newNameless') : t('importing.dialog.newWork', { name }) },
    ...own.map((engagement) => ({ id: engagement.id, label: engagement.name || t('importing.dialog.nameless') })),
  ]
  return (
    <GoesRow
      label={label}
      options={options}
      value={project.engagementId ?? 'new'}
      onChange={(id) => onMatch(id === 'new' ? undefined : (id as Id))}
      of={project}
      isProject
    />
  )
}

interface GoesRowProps {
  label: string
  options: readonly Option[]
  value: string
  onChange: (id: string) => void
  of: { readonly entries: number; readonly seconds: number }
  isProject?: boolean
}

/** What the file says, where it goes, and how much of it there is. */
function GoesRow({ label, options, value, onChange, of, isProject = false }: GoesRowProps) {
  const { t, format } = useWords()
  const tone = isProject ? 'quiet' : undefined
  return (
    <Row className={cx(isProject && css.project)}>
      <Cell isHeader>
        <span className={cx(css.client)}>
          <OwnWords className={cx(css.name)}>{label}</OwnWords>
        </span>
      </Cell>
      <Cell className={cx(css.choose)}>
        {!isProject || options.length > 1 ? (
          <Select
            label={t('importing.dialog.goesToFor', { name: label })}
            labelPlacement="hidden"
            options={options}
            value={value}
            onChange={onChange}
          />
        ) : (
          <span className={cx(css.only)}>
            <OwnWords>{options[0]?.label ?? ''}</OwnWords>
          </span>
        )}
      </Cell>
      <Cell align="end" tone={tone}>
        {format.number(of.entries)}
      </Cell>
      <Cell align="end" tone={tone}>
        {format.hours(of.seconds)}
      </Cell>
    </Row>
  )
}
