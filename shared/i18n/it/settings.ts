import type { Translation } from '../translation.ts'
import type en from '../en/settings.ts'

export default {} satisfies Translation<typeof en>
