import type { Translation } from '../translation.ts'
import type en from '../en/today.ts'

export default {} satisfies Translation<typeof en>
