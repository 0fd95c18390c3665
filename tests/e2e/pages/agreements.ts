import type { Face } from './face.ts'

export interface Terms {
  readonly hours: string
  readonly fee: string
  readonly startsOn?: string
  readonly months?: string
  /** What is at the end of the term, as the list of choices has it. */
  readonly atEnd?: string
  /** The name of the rule for unused time, and the most of it that carries. */
  readonly unused?: string
  readonly cap?: string
  readonly rate?: string
}

/** Clients, and what is agreed with them. */
export class Agreements {
  constructor(private readonly face: Face) {}

  /** Makes a client in its dialog, which ends on the client's page. */
  async makeClient(name: string): Promise<void> {
    const { face } = this
    await face.go('clients')
    await face.button('New client').click()
    await face.field('Name').fill(name)
    await face.button('Add the client').click()
    await face.page.getByRole('heading', { level: 1, name }).waitFor()
  }

  /** Opens the page of a client from the list. */
  async open(name: string): Promise<void> {
    await this.face.go('clients')
    await this.face.main.getByRole('button', { name, exact: true }).click()
    await this.face.page.getByRole('heading', { level: 1, name }).waitFor()
  }

  /** Work by the hour, on the page of a client who has nothing yet. */
  async makeHourly(): Promise<void> {
    await this.face.button('Work by the hour').click()
    await this.face.button('Add').click()
    await this.face.dialog.waitFor({ state: 'detached' })
  }

  async writeTerms({ hours, fee, startsOn, months, atEnd, unused, cap, rate }: Terms): Promise<void> {
    const { face } = this
    await face.field('Hours a month').fill(hours)
    await face.field('Fee a month').fill(fee)
    if (startsOn !== undefined) await face.writeDay('Starts', startsOn)
    if (months !== undefined) await face.field('Term').fill(months)
    if (atEnd !== undefined) await face.select(face.t('retainers.editor.atEnd'), atEnd)
    if (unused !== undefined) await face.select('Unused time', unused)
    if (cap !== undefined) await face.field('At most').fill(cap)
    if (rate !== undefined) await face.field('Rate past the hours').fill(rate)
  }

  async save(): Promise<void> {
    await this.face.button('Make the retainer').click()
    await this.face.page.getByRole('region', { name: 'This period' }).waitFor()
  }
}
