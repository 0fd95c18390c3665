import type { Translation } from '../translation.ts'
import type en from '../en/time.ts'

export default {} satisfies Translation<typeof en>
