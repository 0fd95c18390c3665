import { z } from 'zod'
import { languageSchema } from '../model/quantities.ts'

const documentName = z.string().max(1000)
const largest = 20_000_000
/** A PDF is told as what the face has rendered of it (renderer/documents/print.tsx), the rest as text. */
export const documentSchema = z.discriminatedUnion('form', [
  z.object({
    form: z.literal('pdf'),
    name: documentName,
    title: documentName,
    language: languageSchema,
    style: z.string().max(200_000),
    fonts: z.array(z.string().regex(/^\/[\w./-]+\.woff2$/)).max(8),
    body: z.string().max(largest),
  }),
  z.object({ form: z.enum(['xml', 'csv']), name: documentName, text: z.string().max(largest) }),
])
