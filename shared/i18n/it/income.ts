import type { Translation } from '../translation.ts'
import type en from '../en/income.ts'

export default {} satisfies Translation<typeof en>
