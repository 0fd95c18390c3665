import problems from './problems.ts'
import shell from './shell.ts'

export default { problems, shell } as const
