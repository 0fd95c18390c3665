/** What a column of a bank's table can hold. Words may stand in several; `in` has only what came in. */
export const bankRoles = ['day', 'amount', 'in', 'words'] as const
export type BankRole = (typeof bankRoles)[number]
