import type { Translation } from '../translation.ts'
import type en from '../en/retainers.ts'

export default {} satisfies Translation<typeof en>
