import { DAY_MS, fromNumber, toNumber } from '../kernel/day.ts'
import { instantOf, msOf } from '../kernel/instant.ts'
import { seconds } from '../kernel/units.ts'
import { isSpanRow, type FileProblem, type ImportRow, type RowProblem } from './rows.ts'

/** Whom and what a row is for, as the file spells it. */
export type RowNames = Pick<ImportRow, 'client' | 'project' | 'task' | 'perk'>

const DAY_S = DAY_MS / 1000
/** Grown when it is not enough. */
const ROOM = 1024

/**
 * The rows of a file, column by column. A long file has a hundred thousand of them: as objects they would take longer
 * to make, and to clear away, than to read. What a row says is made when somebody asks for it (`at`).
 */
export class RowList implements Iterable<ImportRow> {
  length = 0
  /** What rows are for, once each; `nameOf` says which. */
  readonly names: RowNames[] = []
  readonly notes: string[] = []
  private readonly tagLists: (readonly string[])[] = []
  /** By perk, client, project and task. */
  private readonly nameAt = new Map<string, Map<string, Map<string, Map<string, number>>>>()
  private readonly tagsAt = new Map<readonly string[], number>()
  private lines: Int32Array
  private named: Int32Array
  private tagged: Int32Array
  private starts: Float64Array
  private lengths: Float64Array
  private billables: Uint8Array
  private untimed: Uint8Array

  /** @param room how many rows are expected */
  constructor(room = ROOM) {
    const size = Math.max(room, ROOM)
    this.lines = new Int32Array(size)
    this.named = new Int32Array(size)
    this.tagged = new Int32Array(size)
    this.starts = new Float64Array(size)
    this.lengths = new Float64Array(size)
    this.billables = new Uint8Array(size)
    this.untimed = new Uint8Array(size)
  }

  static of(rows: Iterable<ImportRow>): RowList {
    const list = new RowList()
    for (const row of rows) list.add(row)
    return list
  }

  add(row: ImportRow): void {
    const { line, client, project, task, perk, note, tags, billable, seconds: length } = row
    const start = isSpanRow(row) ? msOf(row.start) / 1000 : toNumber(row.day) * DAY_S
    const names = this.nameIn(client, project, task, perk)
    this.push(line, names, note, this.tagsIn(tags), billable, start, length, !isSpanRow(row))
  }

  /**
   * @param names as `nameIn` says, and `tags` as `tagsIn`
   * @param start in seconds since 1970; of a row that tells only its day, of that day in UTC
   * @param isOfDay whether only the day is known
   */
  push(
    line: number,
    names: number,
    note: string,
    tags: number,
    billable: boolean,
    start: number,
    length: number,
    isOfDay: boolean,
  ): void {
    const at = this.length
    if (at === this.lines.length) this.grow()
    this.lines[at] = line
    this.named[at] = names
    this.tagged[at] = tags
    this.starts[at] = start
    this.lengths[at] = length
    this.billables[at] = billable ? 1 : 0
    this.untimed[at] = isOfDay ? 1 : 0
    this.notes.push(note)
    this.length = at + 1
  }

  private grow(): void {
    const grown = <List extends Int32Array | Float64Array | Uint8Array>(list: List, to: List): List => {
      to.set(list)
      return to
    }
    const size = this.length * 2
    this.lines = grown(this.lines, new Int32Array(size))
    this.named = grown(this.named, new Int32Array(size))
    this.tagged = grown(this.tagged, new Int32Array(size))
    this.starts = grown(this.starts, new Float64Array(size))
    this.lengths = grown(this.lengths, new Float64Array(size))
    this.billables = grown(this.billables, new Uint8Array(size))
    this.untimed = grown(this.untimed, new Uint8Array(size))
  }

  /** The place in `names` of what is for a client, a project and a task, and on a perk. */
  nameIn(client: string, project: string, task: string, perk = ''): number {
    let ofPerk = this.nameAt.get(perk)
    if (!ofPerk) this.nameAt.set(perk, (ofPerk = new Map()))
    let ofClient = ofPerk.get(client)
    if (!ofClient) ofPerk.set(client, (ofClient = new Map()))
    let ofProject = ofClient.get(project)
    if (!ofProject) ofClient.set(project, (ofProject = new Map()))
    let place = ofProject.get(task)
    if (place === undefined) {
      place = this.names.push({ client, project, task, ...(perk !== '' && { perk }) }) - 1
      ofProject.set(task, place)
    }
    return place
  }

  /** The place of a list of tags; the same list has one place. */
  tagsIn(tags: readonly string[]): number {
    let place = this.tagsAt.get(tags)
    if (place === undefined) this.tagsAt.set(tags, (place = this.tagLists.push(tags) - 1))
    return place
  }

  lineOf(at: number): number {
    return this.lines[at] ?? 0
  }
  nameOf(at: number): number {
    return this.named[at] ?? 0
  }
  noteOf(at: number): string {
    return this.notes[at] ?? ''
  }
  tagsOf(at: number): readonly string[] {
    return this.tagLists[this.tagged[at] ?? 0] ?? []
  }
  isBillable(at: number): boolean {
    return this.billables[at] === 1
  }
  isOfDay(at: number): boolean {
    return this.untimed[at] === 1
  }
  /** Seconds since 1970; of a row that tells only its day, of that day in UTC. */
  startOf(at: number): number {
    return this.starts[at] ?? 0
  }
  secondsOf(at: number): number {
    return this.lengths[at] ?? 0
  }

  at(at: number): ImportRow {
    const names = this.names[this.nameOf(at)] ?? { client: '', project: '', task: '' }
    const [note, tags, billable] = [this.noteOf(at), this.tagsOf(at), this.isBillable(at)]
    const [line, start, length] = [this.lineOf(at), this.startOf(at), seconds(this.secondsOf(at))]
    const words = { line, ...names, note, tags, billable }
    return this.isOfDay(at)
      ? { ...words, day: fromNumber(start / DAY_S), seconds: length }
      : { ...words, start: instantOf(start * 1000), end: instantOf((start + length) * 1000), seconds: length }
  }

  *[Symbol.iterator](): IterableIterator<ImportRow> {
    for (let at = 0; at < this.length; at++) yield this.at(at)
  }
}

export interface ReadFile {
  readonly rows: RowList
  readonly problems: readonly RowProblem[]
}

export type ReadOutcome =
  | { readonly ok: true; readonly file: ReadFile }
  | { readonly ok: false; readonly problem: FileProblem }
