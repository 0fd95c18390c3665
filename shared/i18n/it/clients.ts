import type { Translation } from '../translation.ts'
import type en from '../en/clients.ts'

export default {} satisfies Translation<typeof en>
