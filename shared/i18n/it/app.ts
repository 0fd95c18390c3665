import type { Translation } from '../translation.ts'
import type en from '../en/app.ts'

export default {
  undo: 'Annulla',
  redo: 'Ripeti',
} satisfies Translation<typeof en>
