import { z } from 'zod'
import type { Id } from '../kernel/id.ts'
import { refused } from '../kernel/refusal.ts'
import { isSame } from '../kernel/same.ts'
import { replaced } from '../model/change.ts'
import type { Project } from '../model/engagement.ts'
import { daySchema, idSchema, minorSchema, textSchema } from '../model/quantities.ts'
import { defineCommand, edits, nothing } from './command.ts'
import { add, found, named } from './engagements.ts'

const milestone = z.object({ name: textSchema, on: daySchema, amount: minorSchema })

export const createProject = defineCommand({
  name: 'project.create',
  undo: 'always',
  input: z.object({ ...named, milestones: z.array(milestone) }),
  run(book, { clientId, name, milestones }, { newId, today }) {
    const parts = milestones.map((part) => ({ ...part, id: newId() }))
    const project = { clientId, name, archived: false, milestones: parts, budgetMinutes: null }
    return add(book, { id: newId(), kind: 'project', ...project }, today)
  },
})

/**
 * A project's name, its hours (null: no budget) and its milestones, told whole: one with an id is the one that there
 * is, as it reads now; one without is new; one that is not told goes.
 */
export const updateProject = defineCommand({
  name: 'project.update',
  undo: 'always',
  input: z.object({
    id: idSchema,
    name: textSchema.optional(),
    milestones: z.array(milestone.extend({ id: idSchema.optional() })).optional(),
    budgetMinutes: z.int().positive().nullable().optional(),
  }),
  run(book, { id, name, milestones, budgetMinutes }, { newId }) {
    const before = found(book, id, 'project')
    if (!before) return refused({ code: 'notFound', what: 'engagement' })
    const told = milestones?.flatMap((part) => part.id ?? [])
    if (told?.some((each) => !before.milestones.some((part) => part.id === each)))
      return refused({ code: 'notFound', what: 'milestone' })
    if (told && new Set(told).size < told.length) return refused({ code: 'invalid', field: 'milestones' })
    const after: Project = {
      ...before,
      name: name ?? before.name,
      milestones: milestones?.map((part) => asTold(before, part, newId)) ?? before.milestones,
      budgetMinutes: budgetMinutes === undefined ? before.budgetMinutes : budgetMinutes,
    }
    return isSame(before, after) ? nothing : edits(replaced('engagements', before, after))
  },
})

type Told = z.infer<typeof milestone> & { readonly id?: Id | undefined }

/** With what the file says of the milestone that this version does not know. */
const asTold = ({ milestones }: Project, { id, ...part }: Told, newId: () => Id): Project['milestones'][number] => ({
  ...milestones.find((each) => each.id === id),
  ...part,
  id: id ?? newId(),
})
